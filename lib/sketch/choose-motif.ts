import type { PlaceKind } from '@/lib/places/schema';
import type { WalkFacts } from '@/lib/walks/schema';
import { type CoverMotif, coverMotifs } from './cover';

const motifOfKind: Record<PlaceKind, CoverMotif> = {
  landmark: 'levels',
  square: 'promenade',
  mall: 'promenade',
  bridge: 'home',
  museum: 'avenue',
  street: 'stairs',
  building: 'levels',
  cableway: 'cableway',
  quarter: 'oldtown',
  temple: 'ridge',
  promenade: 'theatre',
  stairs: 'stairs',
  walkway: 'cliffwalk',
  gate: 'gate',
  cliff: 'cliffpath',
  lift: 'levels',
  escalator: 'escalator',
  junction: 'avenue',
  park: 'ridge',
  station: 'monorail',
  stadium: 'avenue',
  hub: 'monorail',
  district: 'theatre',
  theatre: 'theatre',
  mountain: 'cliffpath',
};

/** The drawing that stands over a kind of place: it shows the kind of scene, not the place itself. */
export function motifOf(kind: PlaceKind): CoverMotif {
  return motifOfKind[kind];
}

/** The drawing of a walk's cover. The content check has seen to it that the sketch knows the motif; throws if it does not. */
export function coverOf({ id, cover }: WalkFacts): CoverMotif {
  const motif = coverMotifs.find((candidate) => candidate === cover);
  if (!motif) throw new RangeError(`walk ${id}: unknown motif ${cover}`);
  return motif;
}
