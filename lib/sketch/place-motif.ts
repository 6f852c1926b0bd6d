import type { PlaceKind } from '@/lib/places/schema';
import type { CoverMotif } from './cover';

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
