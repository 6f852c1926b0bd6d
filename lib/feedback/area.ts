/** The areas the city is run by: what a suggestion is sorted by before anybody has read it. */
import { z } from 'zod';
import { isInside, type Ring } from '@/lib/geo/point-inside';
import { type Bounds, boundsOf, containsPosition, type LngLat } from '@/lib/geo/position';

/** From the largest: 区县, 街道 or 镇, 社区 or 村, and the grid of the grid workers. */
export const areaLevels = ['district', 'street', 'community', 'grid'] as const;
export type AreaLevel = (typeof areaLevels)[number];

const ringSchema = z
  .array(z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]))
  .min(4)
  .refine((ring) => ring[0]?.[0] === ring.at(-1)?.[0] && ring[0]?.[1] === ring.at(-1)?.[1], {
    message: 'the ring is not closed',
  });

/** One area of `content/areas/*.geojson`, WGS-84. */
export const areaFeatureSchema = z.object({
  type: z.literal('Feature'),
  properties: z.strictObject({
    level: z.enum(areaLevels),
    /** As the city writes it. */
    code: z.string().trim().min(1).max(40),
    name: z.string().trim().min(1).optional(),
    source: z.string().trim().min(1),
    checked: z.iso.date(),
  }),
  geometry: z.discriminatedUnion('type', [
    z.object({ type: z.literal('Polygon'), coordinates: z.array(ringSchema).min(1) }),
    z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ringSchema).min(1)).min(1) }),
  ]),
});
export type AreaFeature = z.infer<typeof areaFeatureSchema>;

export interface Area {
  level: AreaLevel;
  code: string;
  bounds: Bounds;
  polygons: readonly (readonly Ring[])[];
}

/** An area ready to be searched. */
export function toArea({ properties: { level, code }, geometry }: AreaFeature): Area {
  const polygons: readonly (readonly Ring[])[] =
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return { level, code, bounds: boundsOf(polygons.flat(2)), polygons };
}

/** Codes of the areas a point lies in. */
export type AreaCodes = Partial<Record<AreaLevel, string>>;

/** The codes of the areas a point lies in, the first of each level. */
export function codesAt(areas: readonly Area[], position: LngLat): AreaCodes {
  const codes: AreaCodes = {};
  for (const { level, code, bounds, polygons } of areas)
    if (
      codes[level] === undefined &&
      containsPosition(bounds, position) &&
      polygons.some((rings) => isInside(rings, position))
    )
      codes[level] = code;
  return codes;
}
