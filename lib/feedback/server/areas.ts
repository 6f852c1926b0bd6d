import { z } from 'zod';

/** Codes of the administrative areas a point lies in: what the city's grids sort by. */
export const requestAreaSchema = z.strictObject({
  district: z.string(),
  street: z.string().optional(),
  community: z.string().optional(),
  grid: z.string().optional(),
});
export type RequestArea = z.infer<typeof requestAreaSchema>;
