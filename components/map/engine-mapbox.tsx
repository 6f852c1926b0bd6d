'use client';

import 'mapbox-gl/dist/mapbox-gl.css';
import { useRef, useState } from 'react';
import { Layer, Map as MapboxMap, type MapRef, Marker, NavigationControl, Source } from 'react-map-gl/mapbox';
import { mapPalettes } from '@/lib/map/palette';
import { chooseProvider, providerStyle } from '@/lib/map/provider';
import { glyphFamilies } from '@/lib/map/style';
import { areaFeatures, areaLayers, lineFeatures, lineLayers } from './line-layers';
import type { EngineProps } from './live-map';
import { MapMark } from './map-marks';
import { fitting, useFollowBounds } from './use-follow-bounds';
import { useMapTheme } from './use-map-theme';

const token = process.env.NEXT_PUBLIC_MAPBOX_TOKEN ?? '';
const provider = chooseProvider({ mapboxToken: token });
/** Mapbox names its languages otherwise. */
const mapboxLanguages = { 'zh-CN': 'zh-Hans', 'zh-Hant': 'zh-Hant', en: 'en', ja: 'ja', ko: 'ko' } as const;

export default function MapboxEngine({
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
    <MapboxMap
      ref={map}
      cursor={isPicking ? 'crosshair' : 'grab'}
      onClick={({ lngLat }) => isPicking && onPick?.([lngLat.lng, lngLat.lat])}
      mapboxAccessToken={token}
      mapStyle={providerStyle(provider, theme, locale) as never}
      initialViewState={{
        bounds: [...bounds],
        fitBoundsOptions: fitting,
      }}
      minZoom={10}
      maxZoom={18.5}
      cooperativeGestures
      language={mapboxLanguages[locale]}
      localIdeographFontFamily={glyphFamilies[locale]}
      locale={{
        'Map.Title': label,
        'NavigationControl.ZoomIn': words.zoomIn,
        'NavigationControl.ZoomOut': words.zoomOut,
        'ScrollZoomBlocker.CtrlMessage': words.scrollKey,
        'ScrollZoomBlocker.CmdMessage': words.scrollKeyMac,
        'TouchPanBlocker.Message': words.twoFingers,
      }}
      onLoad={() => {
        setIsDrawn(true);
        onDrawn();
      }}
      onError={({ error }) => {
        // Wrong token, blocked host: without a style there is nothing to see, so the still picture comes back.
        if (!isDrawn && /token|style|fetch|webgl|unauthorized|forbidden/i.test(error?.message ?? ''))
          onFail();
      }}
    >
      <NavigationControl showCompass={false} position="bottom-right" />
      <Source id="areas" type="geojson" data={areaFeatures(areas)}>
        {areaLayers(mapPalettes[theme]).map((layer) => (
          <Layer key={layer.id} {...layer} />
        ))}
      </Source>
      <Source id="lines" type="geojson" data={lineFeatures(lines)}>
        {lineLayers(mapPalettes[theme], fineLines).map((layer) => (
          <Layer key={layer.id} {...layer} />
        ))}
      </Source>
      {points.map((point) => (
        <Marker key={point.id} longitude={point.position[0]} latitude={point.position[1]}>
          <MapMark point={point} />
        </Marker>
      ))}
    </MapboxMap>
  );
}
