import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildNetwork } from '@/lib/routing/network';
import type { NetworkEdgeFeature, NetworkNodeFeature } from '@/lib/routing/network-schema';
import { measureWalk, walkerSeconds } from './measures';

const provenance = { source: 'test', checked: '2026-11-23', confidence: 'sourced' as const };
/** Nodes 0.001 degrees of latitude (111.2 m) apart, northward. */
const node = (id: string, row: number, ele?: number): NetworkNodeFeature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [106.57, 29.55 + row / 1000] },
  properties: { _id: `n-${id}`, ...(ele !== undefined && { ele }), ...provenance },
});
const edge = (u: string, v: string, rows: [number, number], tags: object): NetworkEdgeFeature => ({
  type: 'Feature',
  geometry: {
    type: 'LineString',
    coordinates: [
      [106.57, 29.55 + rows[0] / 1000],
      [106.57, 29.55 + rows[1] / 1000],
    ],
  },
  properties: { _id: `e-${u}-${v}`, _u_id: `n-${u}`, _v_id: `n-${v}`, ...provenance, ...tags },
});

const network = buildNetwork(
  [
    node('a', 0, 200),
    node('b', 1, 205),
    node('c', 2, 237),
    node('d', 3, 237),
    node('e', 4),
    node('f', -1, 190),
  ],
  [
    edge('a', 'b', [0, 1], { highway: 'footway' }),
    // Drawn downhill: the walk goes up it.
    edge('c', 'b', [2, 1], { highway: 'steps', step_count: 200 }),
    edge('c', 'd', [2, 3], { highway: 'elevator', confidence: 'estimate' }),
    edge('d', 'e', [3, 4], { highway: 'steps' }),
    edge('a', 'f', [0, -1], { highway: 'footway', confidence: 'poor' }),
  ],
);

describe('measures of a walk', () => {
  test('length, climb and steps come from the edges, whichever way they were drawn', () => {
    const up = measureWalk(network, ['n-a', 'n-b', 'n-c']);
    expect(up.lengthMeters).toBeCloseTo(222.4, 0);
    expect([up.ascent, up.descent, up.stairsUp.steps, up.stairsDown.steps]).toEqual([37, 0, 200, 0]);
    const down = measureWalk(network, ['n-c', 'n-b', 'n-a']);
    expect([down.ascent, down.descent, down.stairsUp.steps, down.stairsDown.steps]).toEqual([0, 37, 0, 200]);
    expect(down.line.at(0)).toEqual([106.57, 29.552]);
    expect(down.line).toHaveLength(3);
  });
  test('a lift is ridden, not climbed; its metres are told apart', () => {
    const ride = measureWalk(network, ['n-b', 'n-c', 'n-d']);
    expect(ride.ascent).toBe(32);
    expect(ride.rides).toBe(1);
    expect(ride.estimatedMeters).toBeCloseTo(111.2, 0);
  });
  test('uncounted stairs and unknown heights stay unknown', () => {
    const unknown = measureWalk(network, ['n-d', 'n-e']);
    expect(unknown.stairsUp.steps + unknown.stairsDown.steps).toBe(0);
    expect(unknown.stairsUp.uncountedMeters).toBeCloseTo(111.2, 0);
    expect(unknown.sections[0]?.rise).toBeUndefined();
    expect(unknown.profile.map(({ elevation }) => elevation)).toEqual([237]);
  });
  test('a way whose course is a guess may hide stairs: it is unsurveyed, not free of steps', () => {
    const { stairsUp, stairsDown } = measureWalk(network, ['n-f', 'n-a', 'n-b']);
    expect([stairsUp.steps, stairsUp.uncountedMeters]).toEqual([0, 0]);
    expect(stairsUp.unsurveyedMeters).toBeCloseTo(111.2, 0);
    expect(stairsDown.unsurveyedMeters).toBeCloseTo(111.2, 0);
  });
  test('a line that is not joined is refused by name', () => {
    expect(() => measureWalk(network, ['n-a', 'n-c'])).toThrow('no edge between n-a and n-c');
    expect(() => measureWalk(network, ['n-x', 'n-a'])).toThrow('no node n-x');
  });
});

describe('pace', () => {
  const steps = { kind: 'steps' as const, lengthMeters: 1, waitSeconds: undefined, rideSeconds: undefined };
  test('stairs are timed per step: 400 take twenty times as long as 20', () => {
    const seconds = (stepCount: number) => walkerSeconds({ ...steps, stepCount }, stepCount * 0.16);
    expect(seconds(400)).toBeCloseTo(20 * seconds(20), 5);
  });
  test('up takes at least as long as down, on every way walked', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('footway' as const, 'street' as const, 'steps' as const),
        fc.double({ min: 5, max: 500, noNaN: true }),
        fc.double({ min: 0, max: 0.4, noNaN: true }),
        (kind, lengthMeters, slope) => {
          const way = {
            kind,
            lengthMeters,
            stepCount: undefined,
            waitSeconds: undefined,
            rideSeconds: undefined,
          };
          expect(walkerSeconds(way, slope * lengthMeters)).toBeGreaterThanOrEqual(
            walkerSeconds(way, -slope * lengthMeters),
          );
        },
      ),
    );
  });
});
