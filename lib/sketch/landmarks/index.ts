/** The cast of the hand-drawn sheets: every landmark that has its own drawing, and one for every kind of place. */
import type { PlaceKind } from '@/lib/places/schema';
import { bridgesAndRides } from './bridges-and-rides';
import { hillsides } from './hillsides';
import { houses } from './houses';
import type { Landmark } from './landmark';
import { natureAndTable } from './nature-and-table';
import { oldCity } from './old-city';
import { towersAndMonuments } from './towers-and-monuments';

export type { Landmark } from './landmark';

export const landmarks = {
  ...towersAndMonuments,
  ...oldCity,
  ...houses,
  ...bridgesAndRides,
  ...hillsides,
  ...natureAndTable,
} satisfies Record<string, Landmark>;

export type LandmarkId = keyof typeof landmarks;

/** Places that are drawn under another name. */
const drawnAs = new Map<string, LandmarkId>(
  Object.entries({
    'baixiang-street': 'longmenhao',
    'cableway-north': 'cableway',
    'cableway-south': 'cableway-cabin',
    donghuaguan: 'luohansi',
    guiyuan: 'villa',
    guomoruo: 'villa',
    huanghuayuan: 'jialing-bridge',
    jiangbeizui: 'modern-tower',
    'kr-government': 'villa',
    lianglukou: 'metro',
    luzumiao: 'flowers',
    sandongqiao: 'hotpot',
    'shaci-alley': 'tea-bowl',
    'shancheng-alley': 'shibati',
    zengjiayan50: 'villa',
    zhongshan4: 'villa',
  } satisfies Record<string, LandmarkId>),
);

const drawingOfKind: Record<PlaceKind, LandmarkId> = {
  landmark: 'jiefangbei',
  square: 'flowers',
  mall: 'modern-tower',
  bridge: 'jialing-bridge',
  museum: 'villa',
  street: 'terrace-house',
  building: 'terrace-house',
  cableway: 'cableway-cabin',
  quarter: 'stilt-house',
  temple: 'luohansi',
  promenade: 'bench',
  stairs: 'porter',
  walkway: 'third-walkway',
  gate: 'tongyuanmen',
  cliff: 'banyan',
  lift: 'lift',
  escalator: 'escalator',
  junction: 'metro',
  park: 'bench',
  station: 'monorail',
  stadium: 'datianwan',
  hub: 'monorail',
  district: 'modern-tower',
  theatre: 'grand-theatre',
  mountain: 'geleshan',
};

const isDrawn = (id: string): id is LandmarkId => Object.hasOwn(landmarks, id);

/** The drawing of a place: its own where there is one, else one of its kind. */
export function landmarkOf(placeId: string, kind: PlaceKind): LandmarkId {
  if (isDrawn(placeId)) return placeId;
  return drawnAs.get(placeId) ?? drawingOfKind[kind];
}
