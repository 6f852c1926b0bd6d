import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNode, readWay } from './tags';
import { parseDuration, parseFee, parseIncline, parseLevels, parseMeters } from './values';

const tagsOf = (text: string) =>
  new Map(
    text
      .split(' | ')
      .filter(Boolean)
      .map((tag) => [tag.slice(0, tag.indexOf('=')), tag.slice(tag.indexOf('=') + 1)] as const),
  );

function edgeOf(text: string) {
  const verdict = readWay(tagsOf(text));
  if (!('traits' in verdict)) throw new Error(`dropped: ${verdict.dropped}`);
  return verdict.traits.edge;
}

function reasonOf(text: string): string {
  const verdict = readWay(tagsOf(text));
  return 'dropped' in verdict ? verdict.dropped : 'kept';
}

test.each([
  ['name=民权路 | name:en=Minquan Road', '民权路', 'Minquan Road'],
  ['name=民权路', '民权路', undefined],
  ['name=Rue Grimaldi | name:en=Grimaldi Street', 'Rue Grimaldi', undefined],
  ['name=3号路 | name:en=Road 3', '3号路', 'Road 3'],
  ['name:en=Nameless', undefined, undefined],
])('%s is called %s, in Latin letters %s', (tags, name, latin) => {
  const edge = edgeOf(`highway=footway | ${tags}`);
  expect([edge.name, edge.latin]).toEqual([name, latin]);
});

describe('who may walk', () => {
  test.each([
    ['highway=footway', 'kept'],
    ['highway=footway | access=no | foot=yes', 'kept'],
    ['highway=footway | access=private', 'private'],
    ['highway=footway | access=customers', 'private'],
    ['highway=footway | foot=no', 'no-foot'],
    ['highway=footway | foot=unknown | access=private', 'private'],
    ['highway=footway | access=who_knows', 'unrecognised-access'],
    ['highway=residential | foot=use_sidepath', 'use-sidepath'],
    ['highway=residential | sidewalk=separate', 'kept'],
    ['highway=primary | motorroad=yes', 'no-foot'],
    ['highway=primary | motorroad=yes | foot=yes', 'kept'],
    ['highway=trunk', 'no-foot'],
    ['highway=trunk | sidewalk=right', 'kept'],
    ['highway=motorway', 'no-foot'],
    ['highway=motorway | sidewalk=both', 'no-foot'],
    ['highway=cycleway', 'no-foot'],
    ['highway=cycleway | foot=designated', 'kept'],
    ['highway=construction | construction=footway', 'not-a-way'],
    ['highway=proposed | foot=yes', 'not-a-way'],
    ['railway=rail', 'not-a-way'],
    ['route=ferry | foot=no', 'no-foot'],
    ['aerialway=drag_lift', 'not-a-way'],
    ['constructor=1 | __proto__=2', 'not-a-way'],
  ])('%s: %s', (tags, reason) => expect(reasonOf(tags)).toBe(reason));

  test.each([
    ['access=no | foot:conditional=yes @ (Mo-Fr 06:00-22:00)', 'Mo-Fr 06:00-22:00'],
    ['foot=no | foot:conditional=yes @ (08:00-12:00,14:00-18:00; Su off)', '08:00-12:00,14:00-18:00; Su off'],
    ['foot=private | foot:conditional=permissive @ 06:00-22:00', '06:00-22:00'],
    ['access:conditional=no @ (22:00-06:00)', '06:00-22:00'],
    ['foot:conditional=no @ (Sa,Su)', '24/7; Sa,Su off'],
    ['opening_hours=Mo-Fr 08:00-18:00', 'Mo-Fr 08:00-18:00'],
    // They change nothing.
    ['foot:conditional=destination @ (2020 Jul 20 - 2020 Dec 18)', undefined],
    ['foot=yes | access:conditional=no @ (22:00-06:00)', undefined],
  ])('a footway with %s is open %s', (tags, hours) => {
    expect(edgeOf(`highway=footway | ${tags}`).openingHours).toBe(hours);
  });

  test.each([
    ['foot:conditional=no @ (Mo-Fr 22:00-06:00)', 'conditional'],
    ['foot:conditional=no @ wet', 'conditional'],
    ['foot=no | foot:conditional=yes @ (06:00-22:00 AND customers)', 'conditional'],
    ['foot=no | foot:conditional=yes @ (PH 09:00-12:00)', 'conditional'],
    ['foot=no | foot:conditional=yes @ ( )', 'conditional'],
    ['foot=no | foot:conditional=yes', 'conditional'],
    ['opening_hours=Mo-Fr | foot:conditional=no @ (22:00-06:00)', 'conditional'],
    ['access=no | foot:conditional=no @ (22:00-06:00)', 'no-foot'],
  ])('a footway with %s is left out: %s', (tags, reason) =>
    expect(reasonOf(`highway=footway | ${tags}`)).toBe(reason),
  );

  test('several conditions at once are not read', () => {
    const tags = new Map([
      ['highway', 'footway'],
      ['foot:conditional', 'no @ (22:00-06:00); yes @ (Su)'],
    ]);
    expect(readWay(tags)).toEqual({ dropped: 'conditional' });
  });
});

describe('kinds', () => {
  test.each([
    ['highway=footway', 'footway'],
    ['highway=footway | footway=sidewalk', 'sidewalk'],
    ['highway=footway | footway=crossing', 'crossing'],
    ['highway=path | path=crossing', 'crossing'],
    ['highway=footway | indoor=yes', 'indoor'],
    ['highway=corridor', 'indoor'],
    ['indoor=corridor', 'indoor'],
    ['highway=residential | sidewalk=both', 'street'],
    ['highway=service', 'street'],
    ['highway=pedestrian', 'footway'],
    ['railway=platform', 'footway'],
    ['highway=steps', 'steps'],
    ['highway=steps | conveying=no', 'steps'],
    ['highway=steps | conveying=forward', 'escalator'],
    ['highway=footway | conveying=yes', 'moving_walkway'],
    ['highway=elevator', 'elevator'],
    ['aerialway=cable_car', 'cableway'],
    ['aerialway=gondola', 'cableway'],
    ['route=ferry', 'ferry'],
  ])('%s: %s', (tags, kind) => expect(edgeOf(tags).kind).toBe(kind));
});

describe('what is carried', () => {
  test('nothing is made up: a bare footway knows only that it goes both ways', () => {
    const known = Object.entries(edgeOf('highway=footway')).filter(([, value]) => value !== undefined);
    expect(Object.fromEntries(known)).toEqual({ kind: 'footway', direction: 'both', confidence: 'sourced' });
  });

  test.each([
    ['conveying=forward', 'forward', 'sourced'],
    ['conveying=backward', 'backward', 'sourced'],
    ['conveying=yes | oneway=yes', 'forward', 'sourced'],
    ['conveying=yes | oneway=-1', 'backward', 'sourced'],
    ['conveying=yes', 'unknown', 'sourced'],
    ['conveying=reversible', 'unknown', 'sourced'],
    ['oneway=yes', 'both', 'sourced'],
    ['oneway:foot=yes', 'forward', 'sourced'],
  ])('stairs with %s go %s, confidence %s', (tags, direction, confidence) =>
    expect(edgeOf(`highway=steps | ${tags}`)).toMatchObject({ direction, confidence }),
  );

  test.each([
    ['handrail=yes', 'yes'],
    ['handrail=both', 'both'],
    ['handrail=no', 'no'],
    ['handrail:left=yes', 'left'],
    ['handrail:right=yes | handrail:left=no', 'right'],
    ['handrail:right=yes | handrail:left=yes', 'both'],
    ['handrail:right=no', undefined],
    ['handrail=maybe', undefined],
  ])('stairs with %s have the handrail %s', (tags, handrail) =>
    expect(edgeOf(`highway=steps | ${tags}`).handrail).toBe(handrail),
  );

  test.each([
    ['ramp:wheelchair=yes', 'wheelchair'],
    ['ramp:stroller=yes | ramp=yes', 'stroller'],
    ['ramp:wheelchair=no', undefined],
    ['ramp=no', 'no'],
    ['ramp=yes', undefined],
  ])('stairs with %s have the ramp %s', (tags, ramp) =>
    expect(edgeOf(`highway=steps | ${tags}`).ramp).toBe(ramp),
  );

  test('words of OpenStreetMap become ours; strange ones stay unknown', () => {
    expect(
      edgeOf(
        'highway=footway | surface=unhewn_cobblestone | smoothness=horrible | kerb=regular | lit=24/7 | covered=arcade',
      ),
    ).toMatchObject({
      surface: 'cobblestone',
      smoothness: 'very_bad',
      kerb: 'raised',
      lit: 'yes',
      covered: 'yes',
    });
    expect(
      edgeOf(
        'highway=footway | surface=toString | smoothness=constructor | kerb=yes | lit=valueOf | wheelchair=maybe',
      ),
    ).toMatchObject({
      surface: undefined,
      smoothness: undefined,
      kerb: undefined,
      lit: undefined,
      wheelchair: undefined,
    });
  });

  test('a tunnel is covered, a bridge is off the ground', () => {
    expect(edgeOf('highway=footway | tunnel=yes').covered).toBe('yes');
    const verdict = readWay(tagsOf('highway=footway | bridge=yes | layer=1 | incline=up'));
    expect(verdict).toMatchObject({ traits: { isOffGround: true, layer: 1 } });
  });
});

describe('which way is up', () => {
  test.each([
    ['incline=up', 'up', undefined],
    ['incline=down', 'down', undefined],
    ['incline=-8%', 'down', -0.08],
    ['incline=0', undefined, 0],
    ['incline=10', undefined, undefined],
    ['incline=UP', undefined, undefined],
  ])('stairs with %s climb %s, at %s', (tags, climb, incline) =>
    expect(edgeOf(`highway=steps | ${tags}`)).toMatchObject({ climb, incline }),
  );
});

describe('nodes', () => {
  test('the floor of a node is one floor', () => {
    expect(readNode(tagsOf('level=0.5'))?.level).toBe(0.5);
    expect(readNode(tagsOf('highway=elevator | level=0;1'))?.level).toBeUndefined();
  });
  test('most change nothing', () => expect(readNode(tagsOf('amenity=bench'))).toBeUndefined());
  test.each([
    ['barrier=gate | access=private', true],
    ['barrier=gate | locked=yes', true],
    ['barrier=gate | access=private | foot=yes', false],
    ['barrier=bollard', false],
    ['highway=elevator | access=private', true],
  ])('%s blocks: %s', (tags, isBlocked) => expect(readNode(tagsOf(tags))?.isBlocked).toBe(isBlocked));
  test('a kerb by its height', () => {
    expect(readNode(tagsOf('barrier=kerb | kerb:height=0'))?.kerb).toBe('flush');
    expect(readNode(tagsOf('barrier=kerb | kerb:height=3 cm'))?.kerb).toBe('lowered');
    expect(readNode(tagsOf('barrier=kerb | kerb:height=0.12'))?.kerb).toBe('raised');
    expect(readNode(tagsOf('barrier=kerb'))?.kerb).toBeUndefined();
  });
});

describe('values', () => {
  test.each([
    ['1.5', 1.5],
    ['1.5 m', 1.5],
    ['150 cm', 1.5],
    ["5'", 1.524],
    [`5'6"`, 1.6764],
    ['10 ft', 3.048],
    ['1,5', undefined],
    ['1-2', undefined],
    ['-1', undefined],
    ['wide', undefined],
  ])('%s is %s metres', (text, meters) => {
    const value = parseMeters(text);
    if (meters === undefined) expect(value).toBeUndefined();
    else expect(value).toBeCloseTo(meters, 6);
  });
  test.each([
    ['8%', 0.08],
    ['-8.5 %', -0.085],
    ['5°', 0.08749],
    ['1:12', 0.08333],
    ['-1:12', -0.08333],
    ['0', 0],
    ['10', undefined],
    ['up', undefined],
    ['120%', undefined],
    ['90°', undefined],
    ['1:0', undefined],
  ])('an incline of %s is %s', (text, incline) => {
    const value = parseIncline(text);
    if (incline === undefined) expect(value).toBeUndefined();
    else expect(value).toBeCloseTo(incline, 4);
  });
  test.each([
    ['1', [1]],
    ['-0.5', [-0.5]],
    ['0;1', [0, 1]],
    ['-2--1', [-2, -1]],
    ['-1-2', [-1, 0, 1, 2]],
    ['1,2', [1, 2]],
    ['0-9999', []],
    ['roof', []],
    ['200', []],
  ])('levels of %s are %j', (text, levels) => expect(parseLevels(text)).toEqual(levels));
  test.each([
    ['00:05', 300],
    ['01:02:30', 3750],
    ['5', 300],
    ['5 min', 300],
    ['PT2M30S', 150],
    ['PT', undefined],
    ['99:59', undefined],
    ['soon', undefined],
  ])('a duration of %s is %s s', (text, seconds) => expect(parseDuration(text)).toBe(seconds));
  test.each([
    ['no', undefined, 0],
    ['yes', '2 CNY', 2],
    ['yes', '¥1.50', 1.5],
    ['3元', undefined, 3],
    ['yes', undefined, 'yes'],
    ['yes', '2 CNY; 1 CNY for children', 'yes'],
    [undefined, 'ask at the desk', 'yes'],
    [undefined, 'no', undefined],
    ['donation', undefined, undefined],
    [undefined, undefined, undefined],
  ])('fee %s and charge %s cost %s', (fee, charge, amount) => expect(parseFee(fee, charge)).toBe(amount));
});

test('no tags make it throw or hang, and numbers fit the network file', () => {
  const key = fc.constantFrom(
    ...'highway foot access foot:conditional access:conditional opening_hours width incline level layer step_count duration interval fee charge conveying kerb:height ele barrier'.split(
      ' ',
    ),
  );
  const value = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.constantFrom('footway', 'steps', 'elevator', 'yes', 'no', 'kerb', '1e999', '-0', '9'.repeat(200)),
    fc.stringMatching(/^[0-9:;@()'" .%°-]{0,60}$/),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(key, value), { maxLength: 12 }), (entries) => {
      const tags = new Map(entries);
      readNode(tags);
      const verdict = readWay(tags);
      if (!('traits' in verdict)) return;
      for (const number of Object.values(verdict.traits.edge))
        if (typeof number === 'number') expect(number).toSatisfy(Number.isFinite);
    }),
    { numRuns: 2000, seed: 5 },
  );
});
