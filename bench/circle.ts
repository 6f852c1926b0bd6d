/**
 * npm run bench:circle [-- --json]: the coverage of eight categories by 2,000 places over a generated stair city of 100,000 nodes, and the circle of
 * one person on it, as a page asks for it. Other work on the machine shows in the numbers: run it alone.
 */
import { askCircle, type CircleService } from '@/lib/circle/circle';
import { coverNetwork } from '@/lib/circle/coverage';
import { type ServiceCategory, serviceCategories } from '@/lib/places/service';
import { makeSeries } from '@/lib/routing/fixtures/networks';
import { packNetwork, toLngLat } from '@/lib/routing/packed-network';
import { profileIds } from '@/lib/routing/profiles';
import { Router } from '@/lib/routing/router';
import { makeGrid } from './routing/grid';
import { measure, type Spread } from './routing/measure';
import { printRows, type Row } from './table';

const SIZE = 100_000;
const PLACES = 2000;
const CATEGORIES = serviceCategories.slice(0, 8);
const { nodes, edges } = makeGrid(SIZE);
const network = packNetwork(nodes, edges, { attribution: 'bench', built: '2026-11-25' });
const router = new Router(network);
// Anywhere, the same in every run: a regular step would put all of a category into one column of the grid.
const random = makeSeries(PLACES);
const anywhere = () => toLngLat(network, Math.floor(random() * network.nodeCount));
const services: CircleService[] = Array.from({ length: PLACES }, (_, index) => ({
  id: `s${index}`,
  category: CATEGORIES[index % CATEGORIES.length] as ServiceCategory,
  position: anywhere(),
  openingHours: index % 3 === 0 ? 'Mo-Su 08:00-20:00' : undefined,
}));
const starts = Array.from({ length: 160 }, anywhere);

const rows: Row[] = [];
const add = (name: string, spread: Spread, note: string) =>
  rows.push({
    case: name,
    engine: 'YuWalk',
    graph: 'grid',
    nodes: SIZE,
    ...spread,
    note,
  });

add(
  'coverage of eight categories',
  await measure(
    Array.from({ length: 20 }, (_, round) => round),
    () => coverNetwork(router, services, 'walk'),
  ),
  `${PLACES} places, from every node to the nearest`,
);
add(
  'circle of 15 min with services, lost and scores',
  await measure(
    Array.from({ length: 160 }, (_, round) => round),
    (round) =>
      askCircle(
        router,
        services,
        {
          start: starts[round] ?? anywhere(),
          query: { profile: profileIds[round % profileIds.length] ?? 'walk', changes: {}, when: 'now' },
          minutes: 15,
          direction: 'from',
          now: 1_795_600_000_000,
        },
        [],
      ),
  ),
  'eight profiles, beside the healthy walker’s',
);
printRows(rows);
