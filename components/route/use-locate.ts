import { useState } from 'react';
import type { LngLat } from '@/lib/geo/position';

/** What is said while a position is looked for, and where it is not found; keys of RouteForm. */
export type Locating = 'locating' | 'positionDenied' | 'positionFailed';

/** Asks the browser where the person is. `state` tells which field asked and how it goes. */
export function useLocate<Which extends string>(onPosition: (which: Which, position: LngLat) => void) {
  const [state, setState] = useState<Partial<Record<Which, Locating>>>({});
  const say = (which: Which, text: Locating) =>
    setState({ [which]: text } as Partial<Record<Which, Locating>>);
  function locate(which: Which) {
    if (!navigator.geolocation) return say(which, 'positionFailed');
    say(which, 'locating');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState({});
        onPosition(which, [coords.longitude, coords.latitude]);
      },
      ({ code, PERMISSION_DENIED }) =>
        say(which, code === PERMISSION_DENIED ? 'positionDenied' : 'positionFailed'),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 },
    );
  }
  return { state, locate };
}
