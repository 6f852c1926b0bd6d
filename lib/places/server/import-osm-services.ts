/**
 * Service points from an OpenStreetMap extract: named amenities, toilets and shelters, as nodes or as areas by a point inside. Three passes:
 * outlines of several ways, ways, nodes. What is kept grows with what comes out (and by a bit for each node of the box), not with the file.
 */
import { type Bounds, containsPosition, type LngLat } from '@/lib/geo/position';
import { NetworkImportError } from '@/lib/routing/server/network-import-error';
import { IdSet } from '@/lib/routing/server/osm/id-set';
import { openOsm } from '@/lib/routing/server/osm/open-osm';
import type { OsmCounts, OsmVisitor } from '@/lib/routing/server/osm/osm-visitor';
import { type ServiceFeature, serviceFeatureSchema } from '../service';
import { countKept, type KeptServices } from './kept-services';
import { OsmAreas } from './osm-areas';
import { type OsmService, readOsmService } from './osm-service';
import { serviceWayKeys } from './osm-words';
import { SameServices } from './same-services';

export interface OsmServices {
  features: ServiceFeature[];
  report: KeptServices & {
    read: OsmCounts;
    /** By reason. */
    dropped: Record<string, number>;
    seconds: number;
  };
}

export type OsmServicesStep = 'outlines' | 'areas' | 'points';

/** Decimals of a degree that are kept: a tenth of a metre. */
const DECIMALS = 1e6;
const rounded = (degrees: number) => Math.round(degrees * DECIMALS) / DECIMALS;

/** Reads an extract. Writes nothing. Throws NetworkImportError for what is no OpenStreetMap file or damaged. */
export async function importOsmServices({
  file,
  bbox,
  today,
  onProgress = () => {},
}: {
  file: string;
  /** Only what lies in these degrees. */
  bbox?: Bounds | undefined;
  /** ISO date of the run. */
  today: string;
  /** `share` of the step done, 0 to 1. */
  onProgress?: (step: OsmServicesStep, share: number) => void;
}): Promise<OsmServices> {
  const start = performance.now();
  const features: ServiceFeature[] = [];
  const dropped: Record<string, number> = {};
  const drop = (reason: string) => {
    dropped[reason] = (dropped[reason] ?? 0) + 1;
  };
  const same = new SameServices();
  const take = (id: string, service: OsmService, [lng, lat]: LngLat) => {
    const parsed = serviceFeatureSchema.safeParse({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [rounded(lng), rounded(lat)] },
      properties: { id, ...service, sources: ['© OpenStreetMap contributors, ODbL 1.0'], checked: today },
    });
    if (!parsed.success) drop('not valid');
    else if (!same.add(parsed.data)) drop('duplicate');
    else features.push(parsed.data);
  };

  const inBox = bbox && new IdSet();
  const areas = new OsmAreas(drop, inBox);
  const osm = await openOsm(file);
  const pass = (step: OsmServicesStep, visitor: OsmVisitor) =>
    osm.read({ ...visitor, keys: serviceWayKeys }, areas.memberIds, (done) =>
      onProgress(step, done / osm.bytes),
    );
  try {
    const { relations } = await pass('outlines', {
      relation: areas.takeRelation,
      ...(bbox && {
        node: (id: number, lng: number, lat: number) => {
          if (containsPosition(bbox, [lng, lat])) inBox?.add(id);
        },
      }),
    });
    const { ways } = await pass('areas', { way: areas.takeWay });
    areas.finish();
    const { nodes } = await pass('points', {
      node: (id, lng, lat, tags) => {
        if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90))
          throw new NetworkImportError('damaged', `the file is damaged: node ${id} lies nowhere on Earth`);
        areas.takeNode(id, lng, lat);
        if (bbox && !containsPosition(bbox, [lng, lat])) return;
        const found = tags();
        const verdict = found && readOsmService(found);
        if (!verdict) return;
        if ('dropped' in verdict) drop(verdict.dropped);
        else take(`node/${id}`, verdict.service, [lng, lat]);
      },
    });
    for (const area of areas.areas) {
      const point = areas.pointOf(area);
      if (!point) drop('broken area');
      else if (!bbox || containsPosition(bbox, point)) take(area.id, area.service, point);
    }
    return {
      features,
      report: {
        read: { nodes, ways, relations },
        ...countKept(features),
        dropped,
        seconds: (performance.now() - start) / 1000,
      },
    };
  } finally {
    await osm.close();
  }
}
