import { MapView, type MapViewProps } from './map-view';

/** The map of a page made on the server, where the operator's approval number is known. */
export function MapFigure(props: Omit<MapViewProps, 'approval' | 'isPicking' | 'onPick'>) {
  return <MapView {...props} approval={process.env.MAP_APPROVAL?.trim() || undefined} />;
}
