/** The check behind Contentlayer: every record against its schema, then against all others. Pure, so that a test can feed it mistakes. */
import type { z } from 'zod';
import { areaFeatureSchema, toArea } from '@/lib/feedback/area';
import { daysOffSchema } from '@/lib/feedback/days-off';
import { type Kind, kindSchema } from '@/lib/feedback/kind';
import { cityBounds, looksLikeGcj02 } from '@/lib/geo/city';
import { containsPosition, distanceMeters, type LngLat } from '@/lib/geo/position';
import { isLocale, type Locale, locales } from '@/lib/i18n/locales';
import { findUnknownNames, type NoticeFile, noticeSchema } from '@/lib/notices/notice';
import { type Place, placeSchema, type Station, stationSchema } from '@/lib/places/schema';
import { type Service, serviceFeatureSchema, toService } from '@/lib/places/service';
import { buildNetwork, type Network } from '@/lib/routing/network';
import { checkNetwork } from '@/lib/routing/network-check';
import {
  type NetworkEdgeFeature,
  type NetworkNodeFeature,
  networkEdgeSchema,
  networkNodeSchema,
} from '@/lib/routing/network-schema';
import { coverMotifs } from '@/lib/sketch/cover';
import { type SheetFacts, toControlPoints } from '@/lib/sketch/sheet-points';
import { makeWarp } from '@/lib/sketch/warp';
import {
  type Story,
  type StoryWords,
  storySchema,
  type Walk,
  type WalkFacts,
  walkSchema,
} from '@/lib/walks/schema';
import { findDepartures, glossarySchema, textsOf } from './glossary';

/** One file as read, before anything is known of it. `data` holds its fields, `body` the compiled story. */
export interface RawDocument {
  file: string;
  data: unknown;
  body?: string;
  /** The story as written. */
  text?: string;
}

export interface RawContent {
  walks: readonly RawDocument[];
  stories: readonly RawDocument[];
  places: readonly RawDocument[];
  stations: readonly RawDocument[];
  network: readonly RawDocument[];
  /** GeoJSON collections of service points. */
  services: readonly RawDocument[];
  /** Kinds of suggestions. */
  kinds: readonly RawDocument[];
  /** GeoJSON collections of the areas the city is run by. */
  areas?: readonly RawDocument[];
  /** Public holidays, one file per year; only the editor's check sees them here. `error`: the file is no YAML. */
  daysOff?: readonly NoticeFile[];
  glossary: readonly RawDocument[];
  /** Interface words, one file per language; only the editor's check reads them. */
  messages?: readonly RawDocument[];
  /** Read while the portal runs; only the editor's check sees them here. `error`: the file is no YAML. */
  notices?: readonly NoticeFile[];
  /** Illustrators' sheets, read and checked by themselves; only the editor's check sees them here. */
  sheets?: { sheets: readonly { walk: string; facts: SheetFacts }[]; problems: readonly Problem[] };
  /** Ids of the edges of the network in use, where it is not the authored one. */
  edgeIds?: ReadonlySet<string>;
}

export interface Problem {
  file: string;
  field: string;
  reason: string;
}

export interface Content {
  walks: readonly Walk[];
  places: ReadonlyMap<string, Place>;
  stations: ReadonlyMap<string, Station>;
  /** Service points of the life circle, stations among them. */
  services: readonly Service[];
  network: Network;
  /** Kinds of suggestions, in the order they are offered. */
  kinds: readonly Kind[];
}

/** How far a walk's line may pass from the place it names, beyond the place's own accuracy. */
const PLACE_TO_LINE_METERS = 150;

/** Checks everything. `content` is only there when there is no problem. */
export function checkContent(raw: RawContent): { problems: Problem[]; content?: Content } {
  const problems: Problem[] = [];
  const report = (file: string, field: string, reason: string) => problems.push({ file, field, reason });

  function parse<T>(schema: z.ZodType<T>, document: RawDocument, at = ''): T | undefined {
    const result = schema.safeParse(document.data);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      const unknown = issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : '';
      report(
        document.file,
        [at, ...issue.path, unknown].filter((part) => part !== '').join('.') || '(file)',
        issue.message,
      );
    }
    return undefined;
  }

  const seen = new Map<string, string>();
  /** Remembers an id of a kind; reports it when another file has it already. */
  function claim(kind: string, id: string, file: string, field = 'id') {
    const other = seen.get(`${kind} ${id}`);
    if (other) report(file, field, `repeated id "${id}", already in ${other}`);
    else seen.set(`${kind} ${id}`, file);
  }

  function checkPosition(file: string, field: string, id: string, position: LngLat) {
    if (!containsPosition(cityBounds, position))
      report(file, field, `point ${position.join(', ')} lies outside the city (${cityBounds.join(', ')})`);
    else if (looksLikeGcj02(id, position))
      report(file, field, `point ${position.join(', ')} looks like GCJ-02; WGS-84 is wanted`);
  }

  const places = new Map<string, Place>();
  const stations = new Map<string, Station>();
  for (const document of raw.stations) {
    const station = parse(stationSchema, document);
    if (!station) continue;
    claim('station', station.id, document.file);
    checkFileName(document.file, `${station.id}.yaml`);
    checkPosition(document.file, 'position', station.id, station.position);
    stations.set(station.id, station);
  }
  for (const document of raw.places) {
    const place = parse(placeSchema, document);
    if (!place) continue;
    claim('place', place.id, document.file);
    checkFileName(document.file, `${place.id}.yaml`);
    checkPosition(document.file, 'position', place.id, place.position);
    place.stations.forEach(({ id }, index) => {
      if (!stations.has(id)) report(document.file, `stations.${index}.id`, `unknown station "${id}"`);
    });
    places.set(place.id, place);
  }

  function checkFileName(file: string, expected: string) {
    if (!`/${file}`.endsWith(`/${expected}`))
      report(file, 'id', `does not match the file name: ${expected} expected`);
  }

  const services = [...readServices(), ...[...stations.values()].map(toStationService)];

  function readServices(): Service[] {
    return raw.services.flatMap(({ file, data }) => {
      const features = (data as { features?: unknown })?.features;
      if (!Array.isArray(features)) {
        report(file, 'features', 'a FeatureCollection is wanted');
        return [];
      }
      return features.flatMap((feature: unknown, index) => {
        const parsed = parse(serviceFeatureSchema, { file, data: feature }, `features.${index}`);
        if (!parsed) return [];
        const { id, place } = parsed.properties;
        claim('service', id, file, `features.${index}`);
        checkPosition(file, id, place ?? '', parsed.geometry.coordinates);
        if (place && !places.has(place)) report(file, `${id}.place`, `unknown place "${place}"`);
        return [toService(parsed)];
      });
    });
  }

  const network = readNetwork();

  function readNetwork(): Network {
    const nodes = new Map<string, { feature: NetworkNodeFeature; file: string }>();
    const edges: { feature: NetworkEdgeFeature; file: string }[] = [];
    for (const { file, data } of raw.network) {
      const features = (data as { features?: unknown })?.features;
      if (!Array.isArray(features)) {
        report(file, 'features', 'a FeatureCollection is wanted');
        continue;
      }
      features.forEach((feature: { geometry?: { type?: unknown } } | null, index) => {
        const document = { file, data: feature };
        if (feature?.geometry?.type === 'Point') {
          const node = parse(networkNodeSchema, document, `features.${index}`);
          if (!node) return;
          claim('node', node.properties._id, file, `features.${index}`);
          checkPosition(file, node.properties._id, node.properties.place ?? '', node.geometry.coordinates);
          nodes.set(node.properties._id, { feature: node, file });
        } else {
          const edge = parse(networkEdgeSchema, document, `features.${index}`);
          if (!edge) return;
          claim('edge', edge.properties._id, file, `features.${index}`);
          edges.push({ feature: edge, file });
        }
      });
    }
    for (const { feature, file } of edges) {
      const { _id, _u_id, _v_id } = feature.properties;
      const ends = [
        { field: '_u_id', id: _u_id, position: feature.geometry.coordinates.at(0) },
        { field: '_v_id', id: _v_id, position: feature.geometry.coordinates.at(-1) },
      ];
      for (const { field, id, position } of ends) {
        const node = nodes.get(id)?.feature;
        if (!node) report(file, `${_id}.${field}`, `unknown node "${id}"`);
        else if (position && distanceMeters(node.geometry.coordinates, position) > 1)
          report(file, `${_id}.${field}`, `the edge does not touch its node "${id}"`);
      }
    }
    for (const { feature, file } of nodes.values()) {
      const { _id, place, station } = feature.properties;
      if (place && !places.has(place)) report(file, `${_id}.place`, `unknown place "${place}"`);
      if (station && !stations.has(station)) report(file, `${_id}.station`, `unknown station "${station}"`);
    }
    const nodeFeatures = [...nodes.values()].map(({ feature }) => feature);
    const edgeFeatures = edges.map(({ feature }) => feature);
    const fileOf = new Map(
      [...nodes.values(), ...edges].map(({ feature, file }) => [feature.properties._id, file]),
    );
    for (const { id, field, reason } of checkNetwork(nodeFeatures, edgeFeatures))
      report(fileOf.get(id) ?? 'content/network', `${id}.${field}`, reason);
    return buildNetwork(nodeFeatures, edgeFeatures);
  }

  const stories = new Map<string, { words: StoryWords; file: string; code: string; headings: string[] }>();
  for (const document of raw.stories) {
    const [, slug = '', locale = ''] = /([^/]+)\/([^/]+)\.mdx$/.exec(document.file) ?? [];
    if (!isLocale(locale)) {
      report(
        document.file,
        '(file name)',
        `"${locale}" is not a language of the portal (${locales.join(', ')})`,
      );
      continue;
    }
    const words = parse(storySchema, document);
    if (!words) continue;
    if (!document.body?.trim()) report(document.file, '(body)', 'the story is empty');
    stories.set(`${slug} ${locale}`, {
      words,
      file: document.file,
      code: document.body ?? '',
      headings: [...(document.text ?? '').matchAll(/^#+ +(.+)$/gm)].map(([, heading = '']) => heading),
    });
  }

  const walks: Walk[] = [];
  const orders = new Map<number, string>();
  for (const document of raw.walks) {
    const { file } = document;
    const walk = parse(walkSchema, document);
    if (!walk) continue;
    claim('walk', walk.id, file);
    checkFileName(file, `${walk.id}/walk.yaml`);
    const sameOrder = orders.get(walk.order);
    if (sameOrder) report(file, 'order', `${walk.order} is taken by "${sameOrder}"`);
    orders.set(walk.order, walk.id);
    if (!(coverMotifs as readonly string[]).includes(walk.cover))
      report(file, 'cover', `unknown motif "${walk.cover}" (${coverMotifs.join(', ')})`);
    for (const end of ['arrive', 'leave'] as const)
      if (!stations.has(walk[end].station))
        report(file, `${end}.station`, `unknown station "${walk[end].station}"`);

    checkLine(file, walk);
    const keys = new Set<string>();
    walk.waypoints.forEach((waypoint, index) => {
      if (keys.has(waypoint.key)) report(file, `waypoints.${index}.key`, `repeated id "${waypoint.key}"`);
      keys.add(waypoint.key);
      if (!places.has(waypoint.place))
        report(file, `waypoints.${index}.place`, `unknown place "${waypoint.place}"`);
    });
    if (walk.stepFree && !keys.has(walk.stepFree.turnOffAt))
      report(file, 'stepFree.turnOffAt', `no waypoint "${walk.stepFree.turnOffAt}" on this walk`);
    const checkKeys = new Set(walk.checks.map((check) => check.key));
    walk.checks.forEach((check, index) => {
      if (!places.has(check.place)) report(file, `checks.${index}.place`, `unknown place "${check.place}"`);
    });

    const ownStories = {} as Record<Locale, Story>;
    for (const locale of locales) {
      const story = stories.get(`${walk.id} ${locale}`);
      if (!story) {
        const storyFile = file.replace('walk.yaml', `${locale}.mdx`);
        if (!problems.some((problem) => problem.file === storyFile))
          report(file, locale, `language missing: ${storyFile} is not there`);
        continue;
      }
      compareKeys(story.file, 'waypoints', keys, new Set(Object.keys(story.words.waypoints)));
      compareKeys(story.file, 'checks', checkKeys, new Set(Object.keys(story.words.checks)));
      ownStories[locale] = { ...story.words, code: story.code, headings: story.headings };
    }
    walks.push({ ...walk, stories: ownStories });
  }
  for (const [key, { file }] of stories) {
    const slug = key.split(' ')[0];
    if (
      !raw.walks.some(
        (document) => document.file.endsWith(`/${slug}/walk.yaml`) || document.file === `${slug}/walk.yaml`,
      )
    )
      report(file, '(file)', 'a story without its walk.yaml');
  }

  function compareKeys(file: string, field: string, wanted: ReadonlySet<string>, found: ReadonlySet<string>) {
    for (const key of wanted) if (!found.has(key)) report(file, `${field}.${key}`, 'missing');
    for (const key of found) if (!wanted.has(key)) report(file, `${field}.${key}`, 'not in walk.yaml');
  }

  /** The line is joined edge by edge and passes the waypoints in order. */
  function checkLine(file: string, walk: WalkFacts) {
    walk.line.forEach((id, index) => {
      if (!network.nodes.has(id)) report(file, `line.${index}`, `unknown node "${id}"`);
      const before = walk.line[index - 1];
      if (before && network.nodes.has(id) && network.nodes.has(before) && !network.findEdge(before, id))
        report(file, `line.${index}`, `no edge of the network joins "${before}" and "${id}"`);
    });
    let from = 0;
    walk.waypoints.forEach(({ place: placeId }, index) => {
      const at = walk.line.findIndex(
        (id, position) => position >= from && network.nodes.get(id)?.place === placeId,
      );
      if (at < 0) {
        report(file, `waypoints.${index}`, `the line passes no node of place "${placeId}" here`);
        return;
      }
      from = at;
      const [node, place] = [network.nodes.get(walk.line[at] ?? ''), places.get(placeId)];
      if (!node || !place) return;
      const meters = Math.round(distanceMeters(node.position, place.position));
      if (meters > place.accuracyMeters + PLACE_TO_LINE_METERS)
        report(file, `waypoints.${index}`, `the line's node lies ${meters} m from place "${placeId}"`);
    });
  }

  const kinds: Kind[] = [];
  for (const document of raw.kinds) {
    const kind = parse(kindSchema, document);
    if (!kind) continue;
    claim('kind', kind.code, document.file, 'code');
    checkFileName(document.file, `${kind.code}.yaml`);
    kinds.push(kind);
  }

  for (const { file, data } of raw.areas ?? []) {
    const features = (data as { features?: unknown })?.features;
    if (!Array.isArray(features)) {
      report(file, 'features', 'a FeatureCollection is wanted');
      continue;
    }
    features.forEach((feature: unknown, index) => {
      const area = parse(areaFeatureSchema, { file, data: feature }, `features.${index}`);
      if (!area) return;
      const { level, code } = area.properties;
      claim(`area ${level}`, code, file, `features.${index}`);
      const [west, south, east, north] = toArea(area).bounds;
      const [cityWest, citySouth, cityEast, cityNorth] = cityBounds;
      // A district may reach beyond the central city; one that does not touch it has its numbers swapped.
      if (east < cityWest || west > cityEast || north < citySouth || south > cityNorth)
        report(file, `features.${index}`, `area "${code}" lies outside the city (${cityBounds.join(', ')})`);
    });
  }

  for (const document of raw.daysOff ?? []) {
    if (document.error) {
      report(document.file, '(file)', document.error);
      continue;
    }
    const announced = parse(daysOffSchema, document);
    if (announced) checkFileName(document.file, `${announced.year}.yaml`);
  }

  for (const document of raw.glossary) {
    const glossary = parse(glossarySchema, document);
    if (!glossary) continue;
    for (const { id } of glossary.terms) claim('term', id, document.file, 'terms');
    const texts = [...raw.places, ...raw.stations, ...raw.kinds, ...raw.stories, ...(raw.messages ?? [])].map(
      ({ file, data, text }) => ({
        file,
        texts: textsOf({ ...(data as object), ...(text && { text }) }, localeOfFile(file)),
      }),
    );
    for (const { file, texts: fileTexts } of texts)
      for (const { field, form, use } of findDepartures(glossary, fileTexts))
        report(file, field, `"${form}": the glossary says "${use}"`);
  }

  for (const document of raw.notices ?? []) {
    if (document.error) {
      report(document.file, '(file)', document.error);
      continue;
    }
    const notice = parse(noticeSchema, document);
    if (!notice) continue;
    claim('notice', notice.id, document.file);
    checkFileName(document.file, `${notice.id}.yaml`);
    const ground = {
      hasEdge: (id: string) => seen.has(`edge ${id}`) || raw.edgeIds?.has(id) === true,
      hasPlace: (id: string) => places.has(id),
    };
    for (const { field, reason } of findUnknownNames(notice, ground)) report(document.file, field, reason);
  }

  problems.push(...(raw.sheets?.problems ?? []));
  for (const { walk, facts } of raw.sheets?.sheets ?? []) {
    const file = `content/walks/${walk}/sheet.yaml`;
    const before = problems.length;
    if (!raw.walks.some((document) => `/${document.file}`.endsWith(`/${walk}/walk.yaml`)))
      report(file, '(file)', 'a sheet without its walk.yaml');
    facts.points.forEach(({ name, lng, lat }, index) => {
      const place = [...places.values()].find((candidate) => Object.values(candidate.name).includes(name));
      checkPosition(file, `points.${index}`, place?.id ?? '', [lng, lat]);
    });
    if (problems.length > before) continue;
    // A drawing of another part of the city: its points may be sound, but who follows the walk is never on it.
    const warp = makeWarp(toControlPoints(facts), facts, facts.smoothing);
    for (const stop of walks.find(({ id }) => id === walk)?.waypoints ?? []) {
      const position = places.get(stop.place)?.position;
      if (!position) continue;
      const { x, y } = warp.toSheet(position);
      if (!(x >= 0 && y >= 0 && x <= facts.width && y <= facts.height))
        report(
          file,
          'points',
          `stop ${stop.key} comes to lie at ${Math.round(x)}, ${Math.round(y)}, outside the picture`,
        );
    }
  }

  walks.sort((a, b) => a.order - b.order);
  kinds.sort((a, b) => a.order - b.order);
  return problems.length > 0
    ? { problems }
    : { problems, content: { walks, places, stations, services, network, kinds } };
}

/** A station serves whoever wants to go on by rail. */
function toStationService({
  id,
  name,
  position,
  accuracyMeters,
  confidence,
  sources,
  checked,
}: Station): Service {
  return {
    id: `station-${id}`,
    category: 'transport',
    kind: 'station',
    name: { sign: name['zh-CN'], ...name },
    note: {},
    position,
    accuracyMeters,
    openingHours: undefined,
    wheelchair: undefined,
    fee: undefined,
    level: undefined,
    place: undefined,
    station: id,
    confidence,
    sources,
    checked,
  };
}

/** The language of a file that has one: a story or a file of messages. */
function localeOfFile(file: string): Locale | undefined {
  const name = /([^/]+)\.(?:mdx|json)$/.exec(file)?.[1];
  return isLocale(name) ? name : undefined;
}

/** A problem as one line: file, field, reason. */
export function formatProblem({ file, field, reason }: Problem): string {
  return `${file}: ${field}: ${reason}`;
}
