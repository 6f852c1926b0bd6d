import { describe, expect, test } from 'vitest';
import { lineLengthMeters } from '@/lib/geo/position';
import { at } from '../fixtures/networks';
import { type EdgeInput, type NodeInput, packNetwork } from '../packed-network';
import { joinStations } from './join-stations';

/** A street from west to east with a bend to the north at 100 m, 0 m high in the west and 20 m at its end. */
const bend = [at(0, 0), at(100, 0), at(100, 100)];
const streets: { nodes: NodeInput[]; edges: EdgeInput[] } = {
  nodes: [
    { position: at(0, 0), elevation: 0 },
    { position: at(100, 100), elevation: 20 },
  ],
  edges: [
    {
      kind: 'street',
      name: '上街',
      from: 0,
      to: 1,
      geometry: bend,
      lengthMeters: lineLengthMeters(bend),
      level: 0,
      surface: 'asphalt',
    },
  ],
};
/** A station per entrance: an entrance and a platform 5 m south of it. */
function stationsAt(...entrances: { x: number; y: number; level?: number }[]) {
  const nodes = entrances.flatMap(({ x, y, level }): NodeInput[] => [
    { position: at(x, y), level },
    { position: at(x, y - 5), level: -1 },
  ]);
  const edges = entrances.map(
    (_, index): EdgeInput => ({
      kind: 'steps',
      from: 2 * index,
      to: 2 * index + 1,
      lengthMeters: 5,
      geometry: [],
    }),
  );
  return { nodes, edges, entrances: entrances.map((_, index) => 2 * index) };
}
const links = ({ edges }: { edges: EdgeInput[] }) =>
  edges.filter(({ confidence }) => confidence === 'poor').map(({ lengthMeters }) => Math.round(lengthMeters));
const pieces = ({ edges }: { edges: EdgeInput[] }) => edges.filter(({ kind }) => kind === 'street');

describe('an entrance in the middle of a block', () => {
  const joined = joinStations(streets, stationsAt({ x: 50, y: -10 }));
  test('cuts the street at the nearest point', () => {
    expect(links(joined)).toEqual([10]);
    expect(pieces(joined).map(({ lengthMeters }) => Math.round(lengthMeters))).toEqual([50, 150]);
    expect(pieces(joined).map(({ geometry }) => geometry.length)).toEqual([2, 3]);
    expect(pieces(joined)).toMatchObject(Array(2).fill({ name: '上街', surface: 'asphalt' }));
  });
  test('where the street is a quarter up', () => {
    const [first] = pieces(joined);
    expect(joined.nodes[first?.to ?? 0]).toMatchObject({ elevation: expect.closeTo(5, 3), level: 0 });
  });
  test('and the whole hangs together', () => {
    const packed = packNetwork(joined.nodes, joined.edges, { attribution: '', built: '' });
    const seen = new Set([0]);
    for (const node of seen)
      for (let edge = 0; edge < packed.edgeCount; edge++) {
        const ends = [packed.edgeFrom[edge] as number, packed.edgeTo[edge] as number];
        if (ends.includes(node)) for (const end of ends) seen.add(end);
      }
    expect(seen.size).toBe(joined.nodes.length);
  });
});

test('several entrances of one street cut it in their order, lines and lengths adding up', () => {
  const joined = joinStations(
    streets,
    stationsAt({ x: 110, y: 60 }, { x: 20, y: 8 }, { x: 90, y: 6 }, { x: 20.5, y: -9 }),
  );
  const found = pieces(joined);
  expect(found.map(({ lengthMeters }) => Math.round(lengthMeters))).toEqual([20, 70, 70, 40]);
  expect(found.reduce((sum, { lengthMeters }) => sum + lengthMeters, 0)).toBeCloseTo(
    lineLengthMeters(bend),
    6,
  );
  found.forEach(({ geometry, from, to, lengthMeters }) => {
    expect(lineLengthMeters(geometry)).toBeCloseTo(lengthMeters, 1);
    expect([geometry[0], geometry.at(-1)]).toEqual([
      joined.nodes[from]?.position,
      joined.nodes[to]?.position,
    ]);
  });
  expect(joined.report.entrances).toEqual({ joined: 4, unjoined: 0 });
});

test('at a junction no stub is made', () => {
  const joined = joinStations(streets, stationsAt({ x: -3, y: 0 }));
  expect(pieces(joined)).toHaveLength(1);
  expect(links(joined)).toEqual([3]);
});

test('a bridge on another floor is not where an entrance opens', () => {
  expect(joinStations(streets, stationsAt({ x: 50, y: 1, level: 2 })).report.entrances.joined).toBe(0);
  expect(joinStations(streets, stationsAt({ x: 50, y: 1, level: 0 })).report.entrances.joined).toBe(1);
});

test('a station nobody can walk to is left out and counted', () => {
  const joined = joinStations(streets, stationsAt({ x: 50, y: 10 }, { x: 50, y: 400 }));
  expect(joined.report).toEqual({ entrances: { joined: 1, unjoined: 1 }, leftOut: { nodes: 2, edges: 1 } });
  expect(joined.edges.filter(({ kind }) => kind === 'steps')).toHaveLength(1);
});

test('without streets nothing is joined', () => {
  expect(joinStations({ nodes: [], edges: [] }, stationsAt({ x: 0, y: 0 })).nodes).toEqual([]);
});
