import type { LngLat } from '@/lib/geo/position';
import type { Profile } from './profiles';
import type { Barrier } from './route';
import type { RouteRequest, Router } from './router';

export interface StretchEnd {
  key: string;
  position: LngLat;
}

/** The way of one person from one point to another, in short. */
export interface Stretch {
  from: string;
  to: string;
  isOpen: boolean;
  /** Of the way, or of the one with the fewest barriers. */
  seconds: number;
  lengthMeters: number;
  /** Metres of it nobody has surveyed. */
  unknownMeters: number;
  /** What bars it, on the way with the fewest barriers; empty also where no drawn way joins the two. */
  barriers: readonly Barrier[];
}

/** Asks for one way and keeps what a list of ways shows. Never throws for a place or a limit. */
export function askStretch(
  router: Router,
  from: StretchEnd,
  to: StretchEnd,
  profile: Profile,
  options: Omit<RouteRequest, 'from' | 'to' | 'profile'>,
): Stretch {
  const result = router.findRoute({ from: from.position, to: to.position, profile, ...options });
  const isOpen = result.kind === 'route';
  const route = isOpen ? result.route : 'best' in result ? result.best : undefined;
  return {
    from: from.key,
    to: to.key,
    isOpen,
    seconds: route?.seconds ?? 0,
    lengthMeters: route?.lengthMeters ?? 0,
    unknownMeters: route?.unknownMeters ?? 0,
    barriers: isOpen ? [] : (route?.barriers ?? []),
  };
}
