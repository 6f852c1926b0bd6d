/** The cast of the hand-drawn sheets: every landmark that has its own drawing, and one for every kind of place. */
import type { PlaceKind } from '@/lib/places/schema';
import { bridgesAndRides } from './bridges-and-rides';
import { hallsAndGates } from './halls-and-gates';
import { hillsides } from './hillsides';
import { houses } from './houses';
import type { Landmark } from './landmark';
import { natureAndTable } from './nature-and-table';
import { oldCity } from './old-city';
import { stairStreets } from './stair-streets';
import { towersAndMonuments } from './towers-and-monuments';

export type { Landmark } from './landmark';

export const landmarks = {
  ...towersAndMonuments,
  ...oldCity,
  ...stairStreets,
  ...hallsAndGates,
  ...houses,
  ...bridgesAndRides,
  ...hillsides,
  ...natureAndTable,
} satisfies Record<string, Landmark>;

export type LandmarkId = keyof typeof landmarks;

/** Places that are drawn under another name. */
const drawnAs = new Map<string, LandmarkId>(
  Object.entries({
    'cableway-north': 'cableway',
    'cableway-south': 'cableway-cabin',
    donghuaguan: 'old-hall',
    guiyuan: 'villa',
    guomoruo: 'villa',
    huanghuayuan: 'jialing-bridge',
    jiangbeizui: 'modern-tower',
    'kr-government': 'villa',
    lianglukou: 'metro',
    luzumiao: 'flowers',
    sandongqiao: 'hotpot',
    'shaci-alley': 'tea-bowl',
    shangqingsi: 'banyan',
    zengjiayan50: 'villa',
    zhongshan4: 'villa',
  } satisfies Record<string, LandmarkId>),
);

const drawingOfKind: Record<PlaceKind, LandmarkId> = {
  landmark: 'old-hall',
  square: 'flowers',
  mall: 'modern-tower',
  bridge: 'jialing-bridge',
  museum: 'villa',
  street: 'terrace-house',
  building: 'terrace-house',
  cableway: 'cableway-cabin',
  quarter: 'stilt-house',
  temple: 'old-hall',
  promenade: 'bench',
  stairs: 'porter',
  walkway: 'third-walkway',
  gate: 'city-wall',
  cliff: 'banyan',
  lift: 'lift',
  escalator: 'escalator',
  junction: 'metro',
  park: 'bench',
  station: 'monorail',
  stadium: 'datianwan',
  hub: 'monorail',
  district: 'modern-tower',
  theatre: 'old-hall',
  mountain: 'geleshan',
};

const isDrawn = (id: string): id is LandmarkId => Object.hasOwn(landmarks, id);

/** The drawing of a place: its own where there is one, else one of its kind. */
export function landmarkOf(placeId: string, kind: PlaceKind): LandmarkId {
  if (isDrawn(placeId)) return placeId;
  return drawnAs.get(placeId) ?? drawingOfKind[kind];
}
