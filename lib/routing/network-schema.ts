import { z } from 'zod';

/*
 * The authored network as GeoJSON in OpenSidewalks and OpenStreetMap terms (content/README.md). Missing is unknown: nothing has a default.
 * https://github.com/OpenSidewalks/OpenSidewalks-Schema
 */

const lngLatSchema = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).readonly();
const confidenceSchema = z.enum(['sourced', 'estimate', 'poor']);
const provenance = {
  source: z.string().min(1),
  checked: z.iso.date(),
  confidence: confidenceSchema,
  note: z.string().optional(),
};

export const networkNodeSchema = z.strictObject({
  type: z.literal('Feature'),
  geometry: z.strictObject({ type: z.literal('Point'), coordinates: lngLatSchema }),
  properties: z.strictObject({
    _id: z.string().regex(/^n-[a-z0-9-]+$/),
    ele: z.number().optional(),
    ele_confidence: z.enum(['sourced', 'estimate', 'interpolated']).optional(),
    ele_source: z.string().optional(),
    name: z.string().optional(),
    place: z.string().optional(),
    station: z.string().optional(),
    exit: z.string().optional(),
    barrier: z.literal('kerb').optional(),
    kerb: z.enum(['flush', 'lowered', 'raised', 'rolled']).optional(),
    tactile_paving: z.enum(['yes', 'no']).optional(),
    ...provenance,
  }),
});

export const networkEdgeSchema = z.strictObject({
  type: z.literal('Feature'),
  geometry: z.strictObject({ type: z.literal('LineString'), coordinates: z.array(lngLatSchema).min(2) }),
  properties: z
    .strictObject({
      _id: z.string().regex(/^e-[a-z0-9-]+$/),
      _u_id: z.string(),
      _v_id: z.string(),
      highway: z
        .enum([
          'footway',
          'pedestrian',
          'living_street',
          'residential',
          'service',
          'unclassified',
          'tertiary',
          'secondary',
          'primary',
          'steps',
          'elevator',
          'corridor',
          'path',
        ])
        .optional(),
      aerialway: z.literal('cable_car').optional(),
      footway: z.enum(['sidewalk', 'crossing']).optional(),
      conveying: z.enum(['forward', 'backward', 'reversible']).optional(),
      step_count: z.number().int().positive().optional(),
      'step_count:note': z.string().optional(),
      climb: z.enum(['up', 'down']).optional(),
      handrail: z.enum(['yes', 'no', 'left', 'right', 'both']).optional(),
      'ramp:wheelchair': z.enum(['yes', 'no']).optional(),
      incline: z.number().min(-1).max(1).optional(),
      length: z.number().positive().optional(),
      width: z.number().positive().optional(),
      surface: z.string().optional(),
      kerb: z.enum(['flush', 'lowered', 'raised', 'rolled']).optional(),
      tactile_paving: z.enum(['yes', 'no']).optional(),
      lit: z.enum(['yes', 'no']).optional(),
      covered: z.enum(['yes', 'no']).optional(),
      indoor: z.enum(['yes', 'no']).optional(),
      bridge: z.enum(['yes', 'boardwalk']).optional(),
      tunnel: z.literal('yes').optional(),
      level: z.string().optional(),
      rise: z.number().positive().optional(),
      opening_hours: z.string().optional(),
      'opening_hours:note': z.string().optional(),
      fee: z.string().optional(),
      wait_seconds: z.number().nonnegative().optional(),
      ride_seconds: z.number().positive().optional(),
      operational_status: z.enum(['operational', 'unknown', 'closed']).optional(),
      wheelchair: z.enum(['yes', 'limited', 'no']).optional(),
      name: z.string().optional(),
      ...provenance,
    })
    .refine((edge) => edge.highway !== undefined || edge.aerialway !== undefined, {
      message: 'an edge needs highway or aerialway',
    }),
});

export type NetworkNodeFeature = z.infer<typeof networkNodeSchema>;
export type NetworkEdgeFeature = z.infer<typeof networkEdgeSchema>;
export type Confidence = z.infer<typeof confidenceSchema>;
