/** What stands beside an illustrator's drawing: its size, whose it is, and the spots of it whose position is known. */
import { z } from 'zod';
import type { ControlPoint } from './warp';

const textSchema = z.string().trim().min(1, 'is empty');
/** Of an SVG parts of pixels too: a leaf of A4 is 595.28 × 841.89 to many programs. */
const pixelsSchema = z.number('a number of pixels').positive('more than no pixels');
const degreesSchema = (what: string, most: number) =>
  z
    .number(`${what} in degrees`)
    .min(-most, `${what} lies between −${most} and ${most}`)
    .max(most, `${what} lies between −${most} and ${most}`);

export const sheetPictures = ['sheet.svg', 'sheet.png', 'sheet.jpg'] as const;
export type SheetPicture = (typeof sheetPictures)[number];

const sheetPointSchema = z.strictObject({
  /** Pixels from the picture's left and upper edge. */
  x: z.number('pixels from the left edge'),
  y: z.number('pixels from the upper edge'),
  /** WGS-84. */
  lng: degreesSchema('a longitude', 180),
  lat: degreesSchema('a latitude', 90),
  name: textSchema,
});

/** `content/walks/<slug>/sheet.yaml`. */
export const sheetSchema = z
  .strictObject({
    picture: z.enum(sheetPictures, `one of ${sheetPictures.join(', ')}`),
    width: pixelsSchema,
    height: pixelsSchema,
    illustrator: textSchema,
    licence: textSchema,
    /** The day of this edition of the drawing. */
    edition: z.iso.date('a day as 2026-11-25'),
    /** How far the map may miss its points in order to bend less (see makeWarp); nothing: not at all. */
    smoothing: z.number().nonnegative().default(0),
    points: z.array(sheetPointSchema).min(3, 'at least three control points are wanted'),
  })
  .superRefine(({ width, height, points }, context) => {
    points.forEach(({ x, y }, index) => {
      for (const [axis, value, end] of [
        ['x', x, width],
        ['y', y, height],
      ] as const)
        if (value < 0 || value > end)
          context.addIssue({
            code: 'custom',
            path: ['points', index, axis],
            message: `${value} lies outside the picture of ${width} × ${height} pixels`,
          });
    });
  });
export type SheetFacts = z.infer<typeof sheetSchema>;

/** The points of a sheet as a warp takes them. */
export const toControlPoints = ({ points }: Pick<SheetFacts, 'points'>): ControlPoint[] =>
  points.map(({ x, y, lng, lat, name }) => ({ position: [lng, lat], x, y, name }));
