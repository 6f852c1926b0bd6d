import { useEffect, useRef, useState } from 'react';
import type { LngLat } from '@/lib/geo/position';
import type { Locating } from '../route/use-locate';

export interface Here {
  position: LngLat;
  accuracyMeters: number;
  /** Degrees from north, clockwise; undefined where the device does not say. */
  heading: number | undefined;
}

interface CompassEvent extends DeviceOrientationEvent {
  webkitCompassHeading?: number;
}

/** Degrees from north of an event of the compass; undefined where it does not know north. */
function headingOf(event: CompassEvent): number | undefined {
  if (typeof event.webkitCompassHeading === 'number') return event.webkitCompassHeading;
  return event.absolute && event.alpha !== null ? (360 - event.alpha) % 360 : undefined;
}

/** Follows the person's position, and heading where the device lets us, from when it is asked for until it is stopped. */
export function useHere() {
  const [here, setHere] = useState<Here>();
  const [state, setState] = useState<Locating>();
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);

  function follow() {
    stop.current?.();
    if (!navigator.geolocation) return setState('positionFailed');
    setState('locating');
    let compass: number | undefined;
    const onCompass = (event: Event) => {
      const heading = headingOf(event as CompassEvent);
      if (heading === undefined) return;
      compass = heading;
      setHere((last) => last && { ...last, heading });
    };
    const watch = navigator.geolocation.watchPosition(
      ({ coords }) => {
        setState(undefined);
        setHere({
          position: [coords.longitude, coords.latitude],
          accuracyMeters: coords.accuracy,
          heading: compass ?? coords.heading ?? undefined,
        });
      },
      ({ code, PERMISSION_DENIED }) => {
        setState(code === PERMISSION_DENIED ? 'positionDenied' : 'positionFailed');
        // What was known a moment ago is not where one is now.
        setHere(undefined);
      },
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 5_000 },
    );
    const names = ['deviceorientationabsolute', 'deviceorientation'];
    const listen = () => {
      for (const name of names) addEventListener(name, onCompass);
    };
    // Some phones ask the person first, and only on a tap.
    const { requestPermission } = (globalThis.DeviceOrientationEvent ?? {}) as {
      requestPermission?: () => Promise<string>;
    };
    if (requestPermission)
      requestPermission().then(
        (answer) => answer === 'granted' && listen(),
        () => undefined,
      );
    else listen();
    stop.current = () => {
      navigator.geolocation.clearWatch(watch);
      for (const name of names) removeEventListener(name, onCompass);
    };
  }
  function leave() {
    stop.current?.();
    stop.current = undefined;
    setHere(undefined);
    setState(undefined);
  }
  return { here, state, follow, leave };
}
