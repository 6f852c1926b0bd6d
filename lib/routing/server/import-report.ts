/** What an import says about the file it read. */
import { type EdgeKind, edgeKinds, rideKinds } from '../network';
import type { EdgeInput } from '../packed-network';
import type { ImportedStations } from './import-gtfs';
import type { JoinedNetwork } from './join-stations';

/** What a survey may have left out, and the edges it matters on. */
const attributes = {
  surface: () => true,
  smoothness: () => true,
  width: () => true,
  incline: ({ kind }: EdgeInput) => !rideKinds.includes(kind),
  lit: () => true,
  wheelchair: () => true,
  level: ({ kind }: EdgeInput) => kind === 'indoor',
  kerb: ({ kind }: EdgeInput) => kind === 'crossing',
  tactilePaving: ({ kind }: EdgeInput) => kind === 'crossing',
  stepCount: ({ kind }: EdgeInput) => kind === 'steps',
  climb: ({ kind }: EdgeInput) => kind === 'steps' || kind === 'escalator',
  handrail: ({ kind }: EdgeInput) => kind === 'steps',
  ramp: ({ kind }: EdgeInput) => kind === 'steps',
  direction: ({ kind }: EdgeInput) => kind === 'escalator' || kind === 'moving_walkway',
  openingHours: ({ kind }: EdgeInput) => rideKinds.includes(kind),
} as const satisfies Partial<Record<keyof EdgeInput, (edge: EdgeInput) => boolean>>;
export type SurveyedAttribute = keyof typeof attributes;

export interface ImportReport {
  /** Elements in the file. */
  read: { bytes: number; nodes: number; ways: number; relations: number };
  kept: { nodes: number; edges: number; byKind: Record<EdgeKind, { edges: number; meters: number }> };
  areas: { crossed: number; withoutEntry: number };
  /** Lifts mapped as a point. */
  lifts: { joined: number; onOneFloor: number };
  /** Station insides from a timetable, where one was given. */
  stations?: ImportedStations['report'] & JoinedNetwork['report'];
  /** Ways left out by reason. */
  dropped: Record<string, number>;
  /** Nodes of ways that the file does not hold, and gates nobody may pass. */
  missingNodes: number;
  blockedNodes: number;
  /** Edges on which an attribute matters, and on how many of them nobody surveyed it. */
  unknown: Record<SurveyedAttribute, { edges: number; unknown: number }>;
  /** Nodes with a height. */
  nodesWithElevation: number;
  seconds: number;
}

/** Edges and metres by kind. */
export function countKinds(edges: readonly EdgeInput[]): ImportReport['kept']['byKind'] {
  const byKind = Object.fromEntries(edgeKinds.map((kind) => [kind, { edges: 0, meters: 0 }])) as Record<
    EdgeKind,
    { edges: number; meters: number }
  >;
  for (const { kind, lengthMeters } of edges) {
    byKind[kind].edges++;
    byKind[kind].meters += lengthMeters;
  }
  return byKind;
}

/** How much of each attribute is unknown. */
export function countUnknown(edges: readonly EdgeInput[]): ImportReport['unknown'] {
  const names = Object.keys(attributes) as SurveyedAttribute[];
  const unknown = Object.fromEntries(
    names.map((name) => [name, { edges: 0, unknown: 0 }]),
  ) as ImportReport['unknown'];
  for (const name of names) {
    const [matters, count] = [attributes[name], unknown[name]];
    for (const edge of edges) {
      if (!matters(edge)) continue;
      count.edges++;
      if (edge[name] === undefined || edge[name] === 'unknown') count.unknown++;
    }
  }
  return unknown;
}
