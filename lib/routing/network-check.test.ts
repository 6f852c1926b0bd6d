import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { buildNetwork } from './network';
import { checkNetwork } from './network-check';
import {
  type NetworkEdgeFeature,
  type NetworkNodeFeature,
  networkEdgeSchema,
  networkNodeSchema,
} from './network-schema';

const provenance = { source: 'test', checked: '2026-11-23', confidence: 'sourced' } as const;
/** About 97 m east and 111 m north for a thousandth. */
const at = (x: number, y: number) => [106.57 + x / 1000, 29.56 + y / 1000] as const;

type Tags = Partial<NetworkEdgeFeature['properties']>;

/** A square of streets with stairs, a lift and an escalator in it. Each test breaks one thing. */
function soundNetwork() {
  const nodes = new Map<string, NetworkNodeFeature>();
  const edges = new Map<string, NetworkEdgeFeature>();
  const addNode = (id: string, coordinates: readonly [number, number], ele?: number) =>
    nodes.set(id, {
      type: 'Feature',
      geometry: { type: 'Point', coordinates },
      properties: { _id: id, ...(ele !== undefined && { ele }), ...provenance },
    });
  const addEdge = (id: string, from: string, to: string, tags: Tags) =>
    edges.set(id, {
      type: 'Feature',
      geometry: {
        type: 'LineString',
        coordinates: [from, to].map((node) => nodes.get(node)?.geometry.coordinates ?? [0, 0]),
      },
      properties: { _id: id, _u_id: from, _v_id: to, ...provenance, ...tags },
    });
  addNode('n-a', at(0, 0), 200);
  addNode('n-b', at(1, 0), 204);
  addNode('n-c', at(1, 1), 236);
  addNode('n-d', at(0, 1), 236);
  addNode('n-e', at(0.02, 1), 203.5);
  addEdge('e-street', 'n-a', 'n-b', { highway: 'residential', incline: 0.04 });
  addEdge('e-steps', 'n-b', 'n-c', { highway: 'steps', climb: 'up', step_count: 200 });
  addEdge('e-top', 'n-c', 'n-d', { highway: 'footway' });
  addEdge('e-lift', 'n-e', 'n-d', { highway: 'elevator', rise: 32.5, level: '1;11' });
  addEdge('e-hall', 'n-a', 'n-e', { highway: 'corridor', indoor: 'yes', level: '1' });
  addEdge('e-escalator', 'n-b', 'n-d', { highway: 'steps', conveying: 'forward', rise: 32 });
  return { nodes, edges, addNode, addEdge };
}

describe('the check of the authored network', () => {
  let network: ReturnType<typeof soundNetwork>;
  const problems = () =>
    checkNetwork([...network.nodes.values()], [...network.edges.values()]).map(
      ({ id, field, reason }) => `${id}: ${field}: ${reason}`,
    );
  const tag = (id: string, tags: Tags) => Object.assign(network.edges.get(id)?.properties ?? {}, tags);
  const lift = (id: string, ele: number | undefined) =>
    Object.assign(network.nodes.get(id)?.properties ?? {}, { ele });
  beforeEach(() => {
    network = soundNetwork();
  });

  test('a sound network has no problem', () => {
    expect(problems()).toEqual([]);
  });
  test('what is unknown is not a mistake', () => {
    for (const id of network.nodes.keys()) lift(id, undefined);
    expect(problems()).toEqual([]);
  });

  describe('islands', () => {
    beforeEach(() => {
      network.addNode('n-x', at(3, 0), 210);
      network.addNode('n-y', at(4, 0), 210);
      network.addEdge('e-far', 'n-x', 'n-y', { highway: 'footway' });
    });
    const island = expect.stringMatching(/^n-x: _id: an island: .*n-x, n-y \(2 of 7 nodes\)/);

    test('a piece that nothing joins, and a node alone', () => {
      network.addNode('n-alone', at(5, 5));
      expect(problems()).toEqual([
        expect.stringMatching(/^n-x: _id: an island: .*n-x, n-y \(2 of 8 nodes\)/),
        expect.stringMatching(/^n-alone: _id: an island: .*n-alone \(1 of 8 nodes\)/),
      ]);
    });
    test('a street joins it', () => {
      network.addEdge('e-join', 'n-b', 'n-x', { highway: 'residential' });
      expect(problems()).toEqual([]);
    });
    test('a cableway does not join it on foot', () => {
      network.addEdge('e-join', 'n-b', 'n-x', { aerialway: 'cable_car' });
      expect(problems()).toEqual([island]);
    });
    test('a lift nobody knows to be open does not join it', () => {
      network.addEdge('e-join', 'n-b', 'n-x', { highway: 'elevator', operational_status: 'unknown' });
      expect(problems()).toEqual([island]);
      tag('e-join', { operational_status: 'operational' });
      expect(problems()).toEqual([]);
    });
  });

  describe('impossible slopes', () => {
    test('a street steeper than 35 %', () => {
      lift('n-c', 272);
      expect(problems()).toContainEqual(
        expect.stringMatching(/^e-top: ele: its nodes lie 36 m apart in height over 96\.7 m, 37 %/),
      );
    });
    test('stairs steeper than 45 degrees', () => {
      network.addNode('n-up', at(1.1, 1), 250);
      network.addEdge('e-ladder', 'n-c', 'n-up', { highway: 'steps' });
      expect(problems()).toEqual([expect.stringMatching(/^e-ladder: ele: .*steps cannot be steeper/)]);
    });
    test('an incline nobody walks, where heights are unknown', () => {
      lift('n-b', undefined);
      tag('e-street', { incline: -0.4 });
      expect(problems()).toEqual(['e-street: incline: -40 %: a way cannot be steeper than 35 %']);
    });
    test('a short edge does not cry wolf over heights given to a decimetre', () => {
      network.addNode('n-kerb', at(1.003, 1), 236.2);
      network.addEdge('e-kerb', 'n-c', 'n-kerb', { highway: 'footway' });
      expect(problems()).toEqual([]);
    });
  });

  test.each([
    [100, '0.32'],
    [500, '0.06'],
  ])('%i counted steps that cannot rise as far', (step_count, each) => {
    tag('e-steps', { step_count });
    expect(problems()).toEqual([
      `e-steps: step_count: ${step_count} steps over 32 m are ${each} m each; a step is 0.08 to 0.25 m`,
    ]);
  });
  test.each(['e-lift', 'e-escalator'])('a rise that disagrees with the heights: %s', (id) => {
    tag(id, { rise: 24 });
    expect(problems()).toEqual([
      expect.stringMatching(new RegExp(`^${id}: rise: 24 m, but its nodes lie 32(\\.5)? m apart in height$`)),
    ]);
  });
  test('an incline whose loop does not close', () => {
    tag('e-street', { incline: 0.08 });
    expect(problems()).toEqual([
      expect.stringMatching(
        /^e-street: incline: 8 % over .* but its nodes say 4 m: the loop does not close$/,
      ),
    ]);
    tag('e-street', { incline: -0.04 });
    expect(problems()).toEqual([expect.stringMatching(/^e-street: incline: /)]);
  });
  test('stairs that climb the wrong way', () => {
    tag('e-steps', { climb: 'down' });
    expect(problems()).toEqual([expect.stringMatching(/^e-steps: climb: "down"/)]);
  });
  test('a length shorter than the straight line', () => {
    tag('e-top', { length: 90 });
    expect(problems()).toEqual([
      'e-top: length: 90 m is shorter than the straight line between its ends, 96.7 m',
    ]);
    tag('e-top', { length: 96 });
    expect(problems()).toEqual([]);
  });

  describe('missing levels', () => {
    test('a hall that says no floor where the lift says its floors', () => {
      tag('e-hall', { level: undefined });
      expect(problems()).toEqual(['e-hall: level: missing: "e-lift", which meets it at "n-e", says 1;11']);
    });
    test('a lift that says no floors where the hall says its floor', () => {
      tag('e-lift', { level: undefined });
      expect(problems()).toEqual(['e-lift: level: missing: "e-hall", which meets it at "n-e", says 1']);
    });
    test('a lift in the open where nothing says a floor', () => {
      tag('e-lift', { level: undefined });
      tag('e-hall', { level: undefined });
      expect(problems()).toEqual([]);
    });
    test('a hall on a floor where the lift does not stop', () => {
      tag('e-hall', { level: '3' });
      expect(problems()).toEqual(['e-hall: level: "3" has no floor in common with "e-lift" at "n-e" (1;11)']);
      tag('e-lift', { level: '1-11' });
      expect(problems()).toEqual([]);
    });
    test('a lift with one floor, and a floor nobody can read', () => {
      tag('e-lift', { level: '1' });
      expect(problems()).toEqual(['e-lift: level: "1": a lift joins at least two floors']);
      tag('e-lift', { level: 'ground' });
      expect(problems()).toEqual([expect.stringMatching(/^e-lift: level: "ground" is not a floor/)]);
    });
  });
});

describe('content/network', () => {
  const folder = path.join(import.meta.dirname, '../../content/network');
  const features = readdirSync(folder)
    .filter((name) => name.endsWith('.geojson'))
    .flatMap((name): unknown[] => JSON.parse(readFileSync(path.join(folder, name), 'utf8')).features);
  const isNode = (feature: unknown) => (feature as { geometry: { type: string } }).geometry.type === 'Point';
  const nodes = features.filter(isNode).map((feature) => networkNodeSchema.parse(feature));
  const edges = features
    .filter((feature) => !isNode(feature))
    .map((feature) => networkEdgeSchema.parse(feature));
  const network = buildNetwork(nodes, edges);

  test('has no problem', () => {
    expect(checkNetwork(nodes, edges)).toEqual([]);
  });
  test.each([
    ['Kaixuan lift', 'n-kaixuan-lift-foot', 'n-kaixuan-lift', 32.5],
    ['Crown Escalator', 'n-crown-foot', 'n-crown-escalator', 52.7],
    ['Third Walkway, from its lower gate to Guanyinyan', 'n-zhongxing-alley', 'n-guanyinyan', 79.5],
    ['Zhangjia Garden, “nearly 90 m” from Renhe Street to Guanyinyan', 'n-renhejie', 'n-guanyinyan', 90],
    ['Daijia Alley cliff walk', 'n-daijia-foot', 'n-daijiaxiang', 60],
    ['Dongshuimen lift, Yuzhong side', 'n-dsm-lift-yz-foot', 'n-dsm-lift-yz-deck', 24],
    ["Dongshuimen lift, Nan'an side", 'n-dsm-lift-na-foot', 'n-dsm-lift-na-deck', 24],
    ['Dahua walkway', 'n-dahua-walkway', 'n-dahua-top', 100],
  ])('known rises hold: %s', (_, foot, top, rise) => {
    const heightOf = (id: string) => network.nodes.get(id)?.elevation ?? Number.NaN;
    expect(Math.abs(heightOf(top) - heightOf(foot) - rise)).toBeLessThan(1);
  });
  test('the Crown Escalator is 112 m long', () => {
    expect(network.findEdge('n-crown-foot', 'n-crown-escalator')?.lengthMeters).toBe(112);
  });
  test('no two edges join the same two nodes: a walk names its nodes only', () => {
    const pairs = network.edges.map(({ from, to }) => [from, to].sort().join(' '));
    expect(pairs.filter((pair, index) => pairs.indexOf(pair) !== index)).toEqual([]);
  });
});
