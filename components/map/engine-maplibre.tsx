'use client';

import 'maplibre-gl/dist/maplibre-gl.css';
import { setWorkerUrl } from 'maplibre-gl';
import { useRef, useState } from 'react';
import {
  Layer,
  Map as MapLibreMap,
  type MapRef,
  Marker,
  NavigationControl,
  Source,
} from 'react-map-gl/maplibre';
import { mapPalettes } from '@/lib/map/palette';
import { chooseProvider, firstNameLayer, providerStyle } from '@/lib/map/provider';
import { glyphFamilies } from '@/lib/map/style';
import { areaFeatures, areaLayers, lineFeatures, lineLayers } from './line-layers';
import type { EngineProps } from './live-map';
import { MapMark } from './map-marks';
import { fitting, useFollowBounds } from './use-follow-bounds';
import { useMapTheme } from './use-map-theme';

// MapLibre 6 keeps its worker in a file of its own; scripts/prepare-assets.ts puts it here, so no blob: worker is needed.
setWorkerUrl('/vendor/maplibre-gl-worker.mjs');

const provider = chooseProvider({ tiandituKey: process.env.NEXT_PUBLIC_TIANDITU_KEY });
/** Areas and lines lie below the names of the base. */
const names = firstNameLayer(provider);
const below = names === undefined ? {} : { beforeId: names };

export default function MapLibreEngine({
  locale,
  label,
  bounds,
  areas,
  lines,
  points,
  fineLines,
  words,
  isPicking,
  onPick,
  onDrawn,
  onFail,
}: EngineProps) {
  const theme = useMapTheme();
  const [isDrawn, setIsDrawn] = useState(false);
  const map = useRef<MapRef>(null);
  useFollowBounds(map, bounds);
  return (
    <MapLibreMap
      ref={map}
      cursor={isPicking ? 'crosshair' : 'grab'}
      onClick={({ lngLat }) => isPicking && onPick?.([lngLat.lng, lngLat.lat])}
      mapStyle={providerStyle(provider, theme, locale) as never}
      initialViewState={{
        bounds: [...bounds],
        fitBoundsOptions: fitting,
      }}
      minZoom={10}
      maxZoom={18.5}
      cooperativeGestures
      attributionControl={false}
      localIdeographFontFamily={glyphFamilies[locale]}
      locale={{
        'Map.Title': label,
        'NavigationControl.ZoomIn': words.zoomIn,
        'NavigationControl.ZoomOut': words.zoomOut,
        'CooperativeGesturesHandler.WindowsHelpText': words.scrollKey,
        'CooperativeGesturesHandler.MacHelpText': words.scrollKeyMac,
        'CooperativeGesturesHandler.MobileHelpText': words.twoFingers,
      }}
      onLoad={() => {
        setIsDrawn(true);
        onDrawn();
      }}
      onError={({ error }) => {
        // A tile that fails is a gap; a map that never drew anything gives way to the still picture.
        if (!isDrawn && /webgl|worker|style/i.test(error?.message ?? '')) onFail();
      }}
    >
      <NavigationControl showCompass={false} position="bottom-right" />
      <Source id="areas" type="geojson" data={areaFeatures(areas)}>
        {areaLayers(mapPalettes[theme]).map((layer) => (
          <Layer key={layer.id} {...layer} {...below} />
        ))}
      </Source>
      <Source id="lines" type="geojson" data={lineFeatures(lines)}>
        {lineLayers(mapPalettes[theme], fineLines).map((layer) => (
          <Layer key={layer.id} {...layer} {...below} />
        ))}
      </Source>
      {points.map((point) => (
        <Marker key={point.id} longitude={point.position[0]} latitude={point.position[1]}>
          <MapMark point={point} />
        </Marker>
      ))}
    </MapLibreMap>
  );
}
