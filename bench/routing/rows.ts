import type { Row } from '../table';
import type { Spread } from './measure';

/** Which graph a row is about. */
export interface Graph {
  graph: string;
  nodes: number;
}

export type Case =
  | 'route and directions'
  | 'route and directions, ways of up to 2 km'
  | 'route and directions, a walker'
  | 'route and directions, another person each time'
  | 'route and directions, to be there at a time'
  | 'route, nodes only'
  | 'barred, with what would open a way'
  | 'reach of 15 min, streets'
  | 'reach of 15 min, polygon'
  | 'nearest of 200 for all nodes'
  | 'ready to answer';

/** One line of the table. */
export const timeRow = (
  name: Case,
  engine: string,
  { graph, nodes }: Graph,
  spread: Spread,
  note = '',
): Row => ({
  case: name,
  engine,
  graph,
  nodes,
  ...spread,
  note,
});

/** A peer that cannot be had, or cannot do a case, has a line all the same. */
export const missingRow = (name: Case, engine: string, { graph, nodes }: Graph, why: string): Row => ({
  case: name,
  engine,
  graph,
  nodes,
  p50Ms: 'not available',
  p95Ms: 'not available',
  note: why,
});
