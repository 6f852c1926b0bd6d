import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { packAuthored } from './authored';
import { decodeNetwork, encodeNetwork } from './network-file';
import {
  type NetworkEdgeFeature,
  type NetworkNodeFeature,
  networkEdgeSchema,
  networkNodeSchema,
} from './network-schema';
import { climbs, directions } from './packed-network';
import { profiles } from './profiles';
import { Router } from './router';
import { findPieces } from './snap';

const folder = path.join(import.meta.dirname, '../../content/network');
const nodes: NetworkNodeFeature[] = [];
const edges: NetworkEdgeFeature[] = [];
for (const name of readdirSync(folder)) {
  const { features } = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as { features: unknown[] };
  for (const feature of features) {
    const node = networkNodeSchema.safeParse(feature);
    if (node.success) nodes.push(node.data);
    else edges.push(networkEdgeSchema.parse(feature));
  }
}

describe('the authored network, packed', () => {
  const network = packAuthored(nodes, edges, '2026-11-23');
  const router = new Router(network);
  const jiefangbei = [106.57336, 29.56011] as const;
  const hongyadong = [106.575343, 29.565074] as const;
  const xiahaoli = [106.59119, 29.56038] as const;

  test('is one piece for the engine too, without what may not be open', () => {
    expect(new Set(findPieces(network).piece).size).toBe(1);
    expect(network.strings).not.toContain('e-dsm-lift-yz');
    expect(network.strings).toContain('e-kaixuan-lift');
  });
  test('keeps which way stairs lead, and machines side by side go both ways', () => {
    const columns = (id: string) => {
      const edge = network.edgeId.findIndex((text) => network.strings[text] === id);
      return [climbs[network.edgeClimb[edge] ?? 0], directions[network.edgeDirection[edge] ?? 0]];
    };
    expect(columns('e-danzishi-stairs')).toEqual(['up', 'both']);
    expect(columns('e-crown')).toEqual(['unknown', 'both']);
  });
  test('the lift at Hongyadong leads from the first floor to the eleventh, because its lower end says 0', () => {
    const lift = network.edgeId.findIndex((text) => network.strings[text] === 'e-hongyadong-lift');
    const ends = [network.edgeFrom[lift] ?? 0, network.edgeTo[lift] ?? 0];
    expect(ends.map((node) => (network.nodeLevel[node] ?? 0) / 2)).toEqual([0, 10]);
  });
  test('names come with their Latin form where somebody gives it', () => {
    const named = packAuthored(nodes, edges, '', (name) => (name === '民权路' ? 'Minquan Lu' : undefined));
    expect([...named.latin]).toEqual([['民权路', 'Minquan Lu']]);
  });
  test('fits a small file and comes back from it', () => {
    const file = encodeNetwork(network);
    expect(decodeNetwork(file).edgeCount).toBe(network.edgeCount);
    expect(file.length).toBeLessThan(60_000);
  });
  test('the lift at Hongyadong carries a chair from the riverside to the upper street', () => {
    const result = router.findRoute({ from: jiefangbei, to: hongyadong, profile: profiles.wheelchair });
    expect(result.kind).toBe('route');
  });
  test('over the river without stairs there is no surveyed way for a chair, and the answer says what bars it', () => {
    const result = router.findRoute({ from: jiefangbei, to: xiahaoli, profile: profiles.wheelchair });
    expect(result.kind).toBe('barred');
    if (result.kind !== 'barred') return;
    expect(result.barriers.map(({ violation }) => violation)).toEqual(['steps']);
    expect(result.wouldOpen.map(({ limit }) => limit)).toContain('steps');
  });
});
