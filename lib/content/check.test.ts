import { beforeEach, describe, expect, test } from 'vitest';
import { convertDatum } from '@/lib/geo/datum';
import { locales } from '@/lib/i18n/locales';
import { coverMotifs } from '@/lib/sketch/cover';
import { checkContent, formatProblem, type Problem, type RawContent, type RawDocument } from './check';

const words = (text: string) => Object.fromEntries(locales.map((locale) => [locale, `${text} ${locale}`]));
const provenance = { sources: ['https://example.org/page'], checked: '2026-11-23' };
const jiefangbei = [106.57336, 29.56011] as const;
const corner = [106.5744, 29.5612] as const;

interface Bag {
  walk: Record<string, unknown>;
  place: Record<string, unknown>;
  other: Record<string, unknown>;
  stories: Record<string, Record<string, unknown>>;
  features: Record<string, unknown>[];
  glossary: Record<string, unknown>;
}

/** A small sound content: one walk between two places. Each test breaks one thing. */
function soundContent(): Bag {
  const place = {
    id: 'jiefangbei',
    kind: 'landmark',
    position: [...jiefangbei],
    accuracyMeters: 15,
    positionSource: 'OpenStreetMap',
    name: words('Name'),
    summary: words('Summary'),
    about: words('About'),
    access: words('Access'),
    stations: [{ id: 'linjiangmen' }],
    confidence: 'sourced',
    ...provenance,
  };
  const edgeTags = { source: 'test', checked: '2026-11-23', confidence: 'sourced' };
  return {
    glossary: { terms: [{ id: 'lift', use: words('lift'), avoid: { en: ['elevator'], ja: ['電梯'] } }] },
    place,
    other: { ...place, id: 'corner', position: [...corner] },
    walk: {
      id: 'short',
      order: 1,
      status: 'selected',
      themes: ['see'],
      night: [],
      best: { from: '09:00', to: '12:00' },
      cover: coverMotifs[0],
      seal: { 'zh-CN': '解放', 'zh-Hant': '解放' },
      sheet: { edition: 1, date: '2026-11-26' },
      line: ['n-a', 'n-b'],
      waypoints: [
        { key: 'jiefangbei', place: 'jiefangbei', minutes: 10 },
        { key: 'corner', place: 'corner', minutes: 5 },
      ],
      arrive: { station: 'linjiangmen' },
      leave: { station: 'linjiangmen' },
      checks: [],
      ...provenance,
    },
    stories: Object.fromEntries(
      locales.map((locale) => [
        locale,
        {
          title: 'T',
          tagline: 'T',
          summary: 'S',
          arrive: 'A',
          leave: 'L',
          stepFree: 'F',
          waypoints: { jiefangbei: { see: 's', why: 'w' }, corner: { see: 's', why: 'w' } },
        },
      ]),
    ),
    features: [
      {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [...jiefangbei] },
        properties: { _id: 'n-a', place: 'jiefangbei', ...edgeTags },
      },
      {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [...corner] },
        properties: { _id: 'n-b', place: 'corner', ...edgeTags },
      },
      {
        type: 'Feature',
        geometry: { type: 'LineString', coordinates: [[...jiefangbei], [...corner]] },
        properties: { _id: 'e-a', _u_id: 'n-a', _v_id: 'n-b', highway: 'footway', ...edgeTags },
      },
    ],
  };
}

function toRaw({ walk, place, other, stories, features, glossary }: Bag): RawContent {
  const document = (file: string, data: unknown): RawDocument => ({ file: `content/${file}`, data });
  return {
    walks: [document('walks/short/walk.yaml', walk)],
    stories: Object.entries(stories).map(([locale, data]) => ({
      ...document(`walks/short/${locale}.mdx`, data),
      body: 'x',
    })),
    places: [document('places/jiefangbei.yaml', place), document('places/corner.yaml', other)],
    stations: [
      document('stations/linjiangmen.yaml', {
        id: 'linjiangmen',
        name: words('Linjiangmen'),
        lines: ['2'],
        position: [106.570535, 29.561161],
        accuracyMeters: 40,
        ...provenance,
      }),
    ],
    services: [],
    network: [document('network/test.geojson', { type: 'FeatureCollection', features })],
    kinds: [],
    glossary: [document('glossary.yaml', glossary)],
    messages: [{ file: 'messages/en.json', data: { Header: { lift: 'The lift' } } }],
  };
}

const problemsOf = (bag: Bag) => checkContent(toRaw(bag)).problems.map(formatProblem);

describe('the content check', () => {
  let bag: Bag;
  beforeEach(() => {
    bag = soundContent();
  });

  test('sound content passes and comes out complete', () => {
    const { problems, content } = checkContent(toRaw(bag));
    expect(problems).toEqual([]);
    expect(content?.walks[0]?.stories.ko.title).toBe('T');
    expect(content?.network.findEdge('n-b', 'n-a')?.id).toBe('e-a');
  });
  test('a missing field is named with its file', () => {
    delete bag.walk.best;
    expect(problemsOf(bag)).toContainEqual(
      expect.stringMatching(/^content\/walks\/short\/walk\.yaml: best: /),
    );
  });
  test('a field nobody knows is refused', () => {
    bag.walk.lengthMeters = 1200;
    expect(problemsOf(bag)).toContainEqual(
      expect.stringMatching(/^content\/walks\/short\/walk\.yaml: lengthMeters: /),
    );
  });
  test('a wrong choice and a wrong time are named', () => {
    bag.walk.themes = ['sleep'];
    bag.walk.best = { from: '25:00', to: '12:00' };
    const problems = problemsOf(bag);
    expect(problems).toContainEqual(expect.stringContaining('walk.yaml: themes.0: '));
    expect(problems).toContainEqual(expect.stringContaining('walk.yaml: best.from: a time as HH:MM'));
  });
  test('an unknown place', () => {
    bag.walk.waypoints = [
      { key: 'jiefangbei', place: 'jiefangbei', minutes: 1 },
      { key: 'corner', place: 'atlantis', minutes: 1 },
    ];
    expect(problemsOf(bag)).toContain(
      'content/walks/short/walk.yaml: waypoints.1.place: unknown place "atlantis"',
    );
  });
  test('a point outside the city', () => {
    bag.place.position = [121.47, 31.23];
    expect(problemsOf(bag)).toContainEqual(
      expect.stringMatching(/jiefangbei\.yaml: position: .*outside the city/),
    );
  });
  test('longitude and latitude exchanged', () => {
    bag.place.position = [29.56011, 106.57336];
    expect(problemsOf(bag)).toContainEqual(
      expect.stringMatching(/jiefangbei\.yaml: position: .*outside the city/),
    );
  });
  test('a GCJ-02 point passed as WGS-84', () => {
    bag.place.position = [...convertDatum(jiefangbei, 'wgs84', 'gcj02')];
    expect(problemsOf(bag)).toContainEqual(
      expect.stringMatching(/jiefangbei\.yaml: position: .*looks like GCJ-02/),
    );
  });
  test('a language missing: a whole story', () => {
    delete bag.stories.ko;
    expect(problemsOf(bag)).toEqual([
      'content/walks/short/walk.yaml: ko: language missing: content/walks/short/ko.mdx is not there',
    ]);
  });
  test('a language missing: one name of a place', () => {
    delete (bag.place.name as Record<string, string>).ja;
    expect(problemsOf(bag)).toContainEqual(
      expect.stringContaining('content/places/jiefangbei.yaml: name.ja: '),
    );
  });
  test('a language the portal does not have', () => {
    bag.stories.fr = bag.stories.en ?? {};
    expect(problemsOf(bag)).toContainEqual(
      expect.stringContaining('content/walks/short/fr.mdx: (file name): "fr"'),
    );
  });
  test('a repeated id', () => {
    bag.other.id = 'jiefangbei';
    expect(problemsOf(bag)).toContainEqual(
      'content/places/corner.yaml: id: repeated id "jiefangbei", already in content/places/jiefangbei.yaml',
    );
  });
  test('a waypoint without words, and words without a waypoint', () => {
    bag.stories.en = {
      ...bag.stories.en,
      waypoints: { jiefangbei: { see: 's', why: 'w' }, elsewhere: { see: 's', why: 'w' } },
    };
    const problems = problemsOf(bag);
    expect(problems).toContain('content/walks/short/en.mdx: waypoints.corner: missing');
    expect(problems).toContain('content/walks/short/en.mdx: waypoints.elsewhere: not in walk.yaml');
  });
  test('a line that is not joined', () => {
    bag.features.pop();
    expect(problemsOf(bag)).toContain(
      'content/walks/short/walk.yaml: line.1: no edge of the network joins "n-a" and "n-b"',
    );
  });
  test('an edge that hangs in the air', () => {
    (bag.features[2]?.geometry as { coordinates: number[][] }).coordinates = [[106.5, 29.5], [...corner]];
    expect(problemsOf(bag)).toContainEqual(
      expect.stringContaining('e-a._u_id: the edge does not touch its node "n-a"'),
    );
  });
  test('a network that cannot be: an island and a length, with file, field and reason', () => {
    bag.features.push({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [106.58, 29.567] },
      properties: { ...(bag.features[0]?.properties as object), _id: 'n-far', place: undefined },
    });
    Object.assign(bag.features[2]?.properties as object, { length: 10 });
    expect(problemsOf(bag)).toEqual([
      expect.stringMatching(/^content\/network\/test\.geojson: n-far\._id: an island: /),
      expect.stringMatching(/^content\/network\/test\.geojson: e-a\.length: 10 m is shorter than /),
    ]);
  });
  test('a line that passes far from the place it names', () => {
    bag.other.position = [106.58, 29.567];
    expect(problemsOf(bag)).toContainEqual(
      expect.stringMatching(/waypoints\.1: the line's node lies \d+ m from place "corner"/),
    );
  });
  test('a cover the sketch cannot draw', () => {
    bag.walk.cover = 'photograph';
    expect(problemsOf(bag)).toContainEqual(
      expect.stringContaining('walk.yaml: cover: unknown motif "photograph"'),
    );
  });
  test('a form the glossary advises against: in a place, a story, the interface words', () => {
    // Another language may use it.
    bag.place.access = { ...words('Access'), en: 'By elevator', 'zh-Hant': '電梯' };
    bag.stories.ja = { ...bag.stories.ja, title: '電梯' };
    expect(problemsOf(bag)).toEqual([
      'content/places/jiefangbei.yaml: access.en: "elevator": the glossary says "lift en"',
      'content/walks/short/ja.mdx: title: "電梯": the glossary says "lift ja"',
    ]);
    const raw = toRaw(bag);
    const messages = [{ file: 'messages/en.json', data: { Header: { lift: 'elevator' } } }];
    expect(checkContent({ ...raw, messages }).problems.map(formatProblem)).toContain(
      'messages/en.json: Header.lift: "elevator": the glossary says "lift en"',
    );
  });
  describe('a service point', () => {
    const service = {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [...jiefangbei] },
      properties: {
        id: 'old-school',
        category: 'education',
        kind: 'primary-school',
        name: '老学校',
        'name:en': 'Old School',
        sources: ['test'],
        checked: '2026-11-25',
      },
    };
    const check = (...features: object[]) =>
      checkContent({
        ...toRaw(bag),
        services: [{ file: 'content/services/x.geojson', data: { type: 'FeatureCollection', features } }],
      });
    const change = (properties: object) => ({
      ...service,
      properties: { ...service.properties, ...properties },
    });

    test('is read beside the stations, what is missing unknown', () => {
      const { problems, content } = check(service);
      expect(problems).toEqual([]);
      expect(content?.services.map(({ id }) => id)).toEqual(['old-school', 'station-linjiangmen']);
      expect(content?.services[0]).toMatchObject({
        name: { sign: '老学校', en: 'Old School' },
        wheelchair: undefined,
        openingHours: undefined,
      });
    });
    test('of an unknown category, an unknown place, twice, or off the map', () => {
      const said = (...features: object[]) => check(...features).problems.map(formatProblem);
      expect(said(change({ category: 'casino' }))).toContainEqual(
        expect.stringContaining('features.0.properties.category'),
      );
      expect(said(change({ place: 'atlantis' }))).toContainEqual(
        expect.stringContaining('unknown place "atlantis"'),
      );
      expect(said(service, service)).toContainEqual(expect.stringContaining('repeated id "old-school"'));
      expect(said({ ...service, geometry: { type: 'Point', coordinates: [0, 0] } })).toContainEqual(
        expect.stringContaining('outside the city'),
      );
    });
  });
  describe('an area', () => {
    const [west, south] = [106.55, 29.55];
    const ring = [
      [west, south],
      [west + 0.02, south],
      [west + 0.02, south + 0.02],
      [west, south],
    ];
    const area = {
      type: 'Feature',
      properties: { level: 'district', code: '500103', source: 'test', checked: '2026-11-26' },
      geometry: { type: 'Polygon', coordinates: [ring] },
    };
    const said = (...features: unknown[]) =>
      checkContent({
        ...toRaw(bag),
        areas: [{ file: 'content/areas/a.geojson', data: { type: 'FeatureCollection', features } }],
      }).problems.map(formatProblem);

    test('that is sound passes, each level with codes of its own', () => {
      const street = { ...area, properties: { ...area.properties, level: 'street' } };
      expect(said(area, street)).toEqual([]);
    });
    test('of an unknown level, twice, open, turned round or without a source stops the check', () => {
      const properties = (changes: object) => ({ ...area, properties: { ...area.properties, ...changes } });
      const geometry = (coordinates: unknown) => ({ ...area, geometry: { type: 'Polygon', coordinates } });
      for (const [feature, reason] of [
        [properties({ level: 'planet' }), 'features.0.properties.level'],
        [properties({ source: '' }), 'features.0.properties.source'],
        [properties({ population: 3 }), 'features.0.properties.population'],
        [geometry([ring.slice(0, 3)]), 'features.0.geometry.coordinates.0'],
        [geometry([[...ring.slice(0, 3), [west, south + 0.01]]]), 'the ring is not closed'],
        [geometry([ring.map(([lng = 0, lat = 0]) => [lat, lng])]), 'features.0.geometry'],
        [geometry([ring.map(([lng = 0, lat = 0]) => [lng + 5, lat])]), 'lies outside the city'],
      ] as const)
        expect(said(feature)).toContainEqual(expect.stringContaining(reason));
      expect(said(area, area)).toContainEqual(expect.stringContaining('500103'));
    });
  });
  describe('a notice', () => {
    const notice = {
      id: 'stairs-closed',
      edges: ['e-a'],
      from: '2026-11-25T08:00:00+08:00',
      until: '2026-12-01T00:00:00+08:00',
      reason: words('Works'),
      source: 'https://example.org/works',
      checked: '2026-11-25',
    };
    const problemsWith = (change: object, file = 'notices/stairs-closed.yaml', edgeIds?: Set<string>) =>
      checkContent({
        ...toRaw(bag),
        notices: [{ file, data: { ...notice, ...change } }],
        ...(edgeIds && { edgeIds }),
      }).problems.map(formatProblem);

    test('that is sound passes', () => {
      expect(problemsWith({})).toEqual([]);
      expect(problemsWith({ edges: [], places: ['corner'] })).toEqual([]);
    });
    test('that names an unknown edge or place stops the check', () => {
      expect(problemsWith({ edges: ['e-a', 'e-z'] })).toEqual([
        'notices/stairs-closed.yaml: edges.1: unknown edge "e-z"',
      ]);
      expect(problemsWith({ places: ['atlantis'] })).toEqual([
        'notices/stairs-closed.yaml: places.0: unknown place "atlantis"',
      ]);
    });
    test("may name an edge of the operator's own network", () => {
      expect(problemsWith({ edges: ['way/17'] }, undefined, new Set(['way/17']))).toEqual([]);
    });
    test('that names nothing, ends before it begins, lacks a language or an offset', () => {
      expect(problemsWith({ edges: [] })).toContainEqual(
        expect.stringContaining('at least one edge or place'),
      );
      expect(problemsWith({ until: '2026-11-24T00:00:00+08:00' })).toContainEqual(
        expect.stringContaining('until: ends before it begins'),
      );
      expect(problemsWith({ reason: { en: 'Works' } })).toContainEqual(
        expect.stringContaining('reason.zh-CN'),
      );
      expect(problemsWith({ from: '2026-11-25 08:00' })).toContainEqual(
        expect.stringContaining('from: a time with its offset'),
      );
    });
    test('under another file name, or in a file that cannot be read', () => {
      expect(problemsWith({}, 'notices/other.yaml')).toContainEqual(
        expect.stringContaining('does not match the file name'),
      );
      const off = {
        year: 2027,
        source: 'test',
        checked: '2026-11-26',
        off: ['2027-01-01'],
        worked: ['2027-01-04'],
      };
      expect(
        checkContent({
          ...toRaw(bag),
          daysOff: [
            { file: 'content/days-off/2027.yaml', data: off },
            { file: 'content/days-off/2028.yaml', data: { ...off, worked: [] } },
          ],
        }).problems.map(formatProblem),
      ).toEqual([
        'content/days-off/2027.yaml: worked.0: 2027-01-04 is no Saturday or Sunday',
        'content/days-off/2028.yaml: id: does not match the file name: 2027.yaml expected',
      ]);
      const raw = { ...toRaw(bag), notices: [{ file: 'notices/x.yaml', data: undefined, error: 'no YAML' }] };
      expect(checkContent(raw).problems.map(formatProblem)).toEqual(['notices/x.yaml: (file): no YAML']);
    });
  });
  test('a file that is not a network', () => {
    const raw = toRaw(bag);
    const problems = checkContent({
      ...raw,
      network: [{ file: 'content/network/x.geojson', data: [] }],
    }).problems;
    expect(problems.map(formatProblem)).toContain(
      'content/network/x.geojson: features: a FeatureCollection is wanted',
    );
  });
});

describe('sheets', () => {
  const points = [
    { x: 10, y: 10, lng: 106.57336, lat: 29.56011, name: 'Name ja' },
    { x: 90, y: 10, lng: 106.58, lat: 29.56, name: 'b' },
    { x: 10, y: 90, lng: 106.57, lat: 29.55, name: 'c' },
  ];
  const withSheet = (walk: string, change: (typeof points)[number][], problems: Problem[] = []) => {
    const facts = {
      picture: 'sheet.png' as const,
      width: 100,
      height: 100,
      illustrator: 'Test',
      licence: 'CC BY 4.0',
      edition: '2026-11-25',
      smoothing: 0,
      points: change,
    };
    const sheets = { sheets: [{ walk, facts }], problems };
    return checkContent({ ...toRaw(soundContent()), sheets }).problems.map(formatProblem);
  };
  test('one that is sound, and one that its own reading refuses', () => {
    expect(withSheet('short', points)).toEqual([]);
    const problem = { file: 'content/walks/short/sheet.png', field: '(file)', reason: 'is no png' };
    expect(withSheet('short', points, [problem])).toEqual([
      'content/walks/short/sheet.png: (file): is no png',
    ]);
  });
  test('of no walk', () => {
    expect(withSheet('shor', points)).toEqual([
      'content/walks/shor/sheet.yaml: (file): a sheet without its walk.yaml',
    ]);
  });
  test('a drawing the walk leaves', () => {
    const beside = points.map((point) => ({ ...point, name: 'elsewhere', lng: point.lng + 0.02 }));
    expect(withSheet('short', beside)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/sheet.yaml: points: stop \S+ comes to lie at -\d+, \d+, outside the picture/),
      ]),
    );
  });
  test('a point outside the city, and one of a known place in GCJ-02', () => {
    const [a = [], b = []] = [[116.39, 39.9], convertDatum(jiefangbei, 'wgs84', 'gcj02')];
    const moved = points.map((point, index) => {
      const [lng = point.lng, lat = point.lat] = index === 0 ? b : index === 1 ? a : [];
      return { ...point, lng, lat };
    });
    expect(withSheet('short', moved)).toEqual([
      expect.stringMatching(/sheet.yaml: points.0: point .* looks like GCJ-02/),
      expect.stringMatching(/sheet.yaml: points.1: point 116.39, 39.9 lies outside the city/),
    ]);
  });
});
