import { convertDatum } from '@/lib/geo/datum';
import type { LngLat } from '@/lib/geo/position';

/*
 * Links that open a point in a map service, each in the datum it wants.
 *   Amap     lbs.amap.com/api/uri-api/guide/mobile-web/point        GCJ-02 (coordinate=gaode), lng,lat
 *   Baidu    lbsyun.baidu.com/faq/api?title=webapi/uri/web          BD-09 (coord_type=bd09ll), lat,lng
 *   Tencent  lbs.qq.com/webApi/uriV1/uriGuide/uriWebMarker          GCJ-02, lat,lng
 *   Apple    developer.apple.com/library/archive/featuredarticles/iPhoneURLScheme_Reference/MapLinks  in mainland China GCJ-02, lat,lng
 *   Google   developers.google.com/maps/documentation/urls/get-started  drawn on GCJ-02 streets inside mainland China, lat,lng
 */
export const mapServices = ['amap', 'baidu', 'tencent', 'apple', 'google'] as const;
export type MapService = (typeof mapServices)[number];

const pair = (first: number, second: number) => `${first.toFixed(6)},${second.toFixed(6)}`;

/** Address that shows a WGS-84 position under a name in the service's web page or app. */
export function mapLink(service: MapService, position: LngLat, name: string): string {
  const [lng, lat] = convertDatum(position, 'wgs84', 'gcj02');
  const query = (parameters: Record<string, string>) => new URLSearchParams(parameters).toString();
  switch (service) {
    case 'amap':
      return `https://uri.amap.com/marker?${query({ position: pair(lng, lat), name, coordinate: 'gaode', src: 'yuwalk', callnative: '1' })}`;
    case 'baidu': {
      const [bdLng, bdLat] = convertDatum(position, 'wgs84', 'bd09');
      return `https://api.map.baidu.com/marker?${query({ location: pair(bdLat, bdLng), title: name, content: name, coord_type: 'bd09ll', output: 'html', src: 'webapp.yuwalk.yuwalk' })}`;
    }
    case 'tencent':
      return `https://apis.map.qq.com/uri/v1/marker?${query({ marker: `coord:${pair(lat, lng)};title:${name.replace(/[;:]/g, ' ')}`, referer: 'yuwalk' })}`;
    case 'apple':
      return `https://maps.apple.com/?${query({ ll: pair(lat, lng), q: name })}`;
    case 'google':
      return `https://www.google.com/maps/search/?${query({ api: '1', query: pair(lat, lng) })}`;
  }
}
