/** Profiles: what a body needs of a way, as numbers a person can move. */

import type { Pace } from './pace';
import { type Kerb, kerbs, type Surface, surfaces } from './packed-network';

export const profileIds = [
  'walk',
  'elder',
  'child',
  'stroller',
  'luggage',
  'cane',
  'wheelchair',
  'powered',
] as const;
export type ProfileId = (typeof profileIds)[number];

/** What to do where nobody surveyed: take it as passable, take it only if need be, or not at all. */
export const unknownPolicies = ['assume', 'avoid', 'forbid'] as const;
export type UnknownPolicy = (typeof unknownPolicies)[number];

/** Grounds from easy to hard; a profile names the hardest it takes. */
export const grounds = ['smooth', 'uneven', 'loose'] as const;
export type Ground = (typeof grounds)[number];

export interface Profile extends Pace {
  id: ProfileId;
  /** Which ways of going up and down may be used at all. */
  steps: boolean;
  elevators: boolean;
  escalators: boolean;
  cableways: boolean;
  /** Metres of clear width needed; 0 where it does not matter. */
  minWidth: number;
  /** The highest kerb that can be taken. */
  maxKerb: Exclude<Kerb, 'unknown'>;
  ground: Ground;
  /** For slope, width, kerb and ground alike, where the limit means anything. */
  unknown: UnknownPolicy;
  /** Seconds of walking on the flat this person would rather walk than take one step up or down: steers, is not shown as time. */
  stepEffort: number;
  /** The same for one metre climbed, by any way but a ride. */
  climbEffort: number;
  /** Seconds added at a crossing. */
  crossingSeconds: number;
}

const none = Number.POSITIVE_INFINITY;
const onFoot = {
  onWheels: false,
  steps: true,
  elevators: true,
  escalators: true,
  cableways: true,
  maxInclineUp: none,
  maxInclineDown: none,
  minWidth: 0,
  maxKerb: 'raised',
  ground: 'loose',
  unknown: 'assume',
  crossingSeconds: 15,
  climbEffort: 0,
} as const;
const onWheels = {
  onWheels: true,
  steps: false,
  elevators: true,
  escalators: false,
  // The cableway's stations are step-free only in part; a person may allow it.
  cableways: false,
  unknown: 'avoid',
  secondsPerStepUp: 4,
  secondsPerStepDown: 4,
  stepEffort: 0,
  climbEffort: 0,
} as const;

/**
 * Where a profile begins; every number can be moved. Paces and slope limits of cane and chairs follow AccessMap's presets (0.8 m/s and
 * 8 % up, 10 % down by hand; 12 % powered; 14 % with a cane), the clear widths GB 55019-2021 (1.20 m for a passage, 0.90 m through a door).
 * The rest are this project's own estimates, to be corrected by people who walk so.
 */
export const profiles: Readonly<Record<ProfileId, Profile>> = {
  walk: {
    ...onFoot,
    id: 'walk',
    metersPerSecond: 1.25,
    secondsPerStepUp: 0.75,
    secondsPerStepDown: 0.6,
    stepEffort: 0,
  },
  elder: {
    ...onFoot,
    id: 'elder',
    metersPerSecond: 0.9,
    secondsPerStepUp: 1.3,
    secondsPerStepDown: 1.2,
    stepEffort: 2,
    crossingSeconds: 25,
  },
  child: {
    ...onFoot,
    id: 'child',
    metersPerSecond: 0.85,
    secondsPerStepUp: 1,
    secondsPerStepDown: 0.9,
    stepEffort: 0.5,
    crossingSeconds: 25,
  },
  stroller: {
    ...onWheels,
    id: 'stroller',
    metersPerSecond: 1.1,
    maxInclineUp: 0.12,
    maxInclineDown: 0.14,
    minWidth: 0.7,
    maxKerb: 'raised',
    ground: 'uneven',
    unknown: 'assume',
    crossingSeconds: 15,
  },
  luggage: {
    ...onFoot,
    id: 'luggage',
    metersPerSecond: 1.05,
    secondsPerStepUp: 1.6,
    secondsPerStepDown: 1.3,
    stepEffort: 4,
    ground: 'uneven',
    maxInclineUp: 0.2,
    maxInclineDown: 0.2,
  },
  cane: {
    ...onFoot,
    id: 'cane',
    metersPerSecond: 1,
    secondsPerStepUp: 1.5,
    secondsPerStepDown: 1.5,
    stepEffort: 3,
    maxInclineUp: 0.14,
    maxInclineDown: 0.14,
    ground: 'uneven',
    escalators: false,
    crossingSeconds: 25,
  },
  wheelchair: {
    ...onWheels,
    id: 'wheelchair',
    metersPerSecond: 0.8,
    maxInclineUp: 0.08,
    maxInclineDown: 0.1,
    minWidth: 0.9,
    maxKerb: 'lowered',
    ground: 'smooth',
    crossingSeconds: 25,
  },
  powered: {
    ...onWheels,
    id: 'powered',
    metersPerSecond: 1.5,
    maxInclineUp: 0.12,
    maxInclineDown: 0.12,
    minWidth: 0.9,
    maxKerb: 'lowered',
    ground: 'uneven',
    crossingSeconds: 15,
  },
};

/** How hard a surface is to roll or walk on; undefined for an unknown one. */
export function groundOf(surface: Surface): Ground | undefined {
  if (surface === 'unknown') return undefined;
  const at = surfaces.indexOf(surface);
  if (at <= surfaces.indexOf('fine_gravel')) return 'smooth';
  return at <= surfaces.indexOf('stone') ? 'uneven' : 'loose';
}

/** True when a kerb can be taken by someone whose highest is `most`. */
export function takesKerb(kerb: Exclude<Kerb, 'unknown'>, most: Exclude<Kerb, 'unknown'>): boolean {
  return kerbs.indexOf(kerb) <= kerbs.indexOf(most);
}
