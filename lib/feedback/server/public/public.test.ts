import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceMeters } from '@/lib/geo/position';
import { formatCursor, parseCursor } from '../../requests-query';
import { describeDatabases } from '../fixtures/databases';
import { publish } from '../fixtures/publish';
import { submissionOf } from '../fixtures/submissions';
import { useStore } from '../fixtures/use-store';
import { recordUpdate } from '../record-update';
import type { Store } from '../store';
import { submit } from '../submit';
import { countRequests } from './count-requests';
import { findPublished } from './find-published';
import { findSimilar, SIMILAR_METERS } from './find-similar';
import { findFollow, follow } from './follow';
import { answerGeoReport } from './georeport/answer';
import { listPublished } from './list-published';
import { findPhoto, listPhotos } from './photos';
import { suggestionsTable } from './suggestions-table';

const DAY = 86_400_000;
const now = Date.parse('2026-11-26T12:00:00+08:00');
const middle: [number, number] = [106.57336, 29.56011];
const jpeg = (text: string) => ({ bytes: new TextEncoder().encode(text), width: 4, height: 3 });
const textOf = async (parts: AsyncIterable<string>) => (await Array.fromAsync(parts)).join('');

const table = (store: Store, rowsAtOnce?: number) =>
  textOf(
    suggestionsTable(store, {
      kinds: [],
      urlOf: (reference) => `https://example.org/${reference}`,
      now,
      ...(rowsAtOnce && { rowsAtOnce }),
    }),
  );

describeDatabases('what everybody may see', (make) => {
  const open = useStore(make);

  test('nothing that is not published ever appears, and nothing personal of what is', {
    timeout: 60_000,
  }, async () => {
    const store = await open();
    const request = fc.record({
      publication: fc.constantFrom('none', 'waiting', 'published', 'refused'),
      photos: fc.array(fc.record({ published: fc.constantFrom<0 | 1>(0, 1), hasPublic: fc.boolean() }), {
        maxLength: 3,
      }),
      isAnswered: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 6 }), async (requests) => {
        await store.db.deleteFrom('feedback_request').execute();
        const made = [];
        for (const [index, { publication, photos, isAnswered }] of requests.entries()) {
          const secret = `秘密${index}-${publication}`;
          const receipt = await publish(store, {
            submission: {
              description: secret,
              contact: { name: '王小明', email: 'wang@example.org' },
              consent: { contact: true, publish: publication !== 'none', news: false },
              origin: { sign: 'sign-of-a-door' },
              answers: { problem: 'no-ramp-answer' },
            },
            publication: publication as 'none',
            photos: photos.map(({ published, hasPublic }, position) => ({
              ...jpeg(`raw ${index} ${position}`),
              published,
              ...(hasPublic && { publicBytes: new TextEncoder().encode(`blurred ${index} ${position}`) }),
            })),
            receivedAt: now - DAY,
            updates: isAnswered ? [{ key: 'a', at: now, state: 'answered', text: `答复${index}` }] : [],
          });
          // The person's words of a rating are the city's to read.
          await store.db
            .insertInto('feedback_event')
            .values({
              id: randomUUID(),
              reference: receipt.reference,
              at: now,
              recorded_at: now,
              kind: 'rating',
              state: 'rated',
              text: `评语${index}`,
              level: 2,
              by: 'person',
              update_key: 'rating',
              photo: null,
            })
            .execute();
          made.push({ ...receipt, secret, publication, index });
        }
        const { requests: listed } = await listPublished(store, { limit: 100 });
        const wholes = await Promise.all(made.map(({ reference }) => findPublished(store, reference)));
        const ask = (path: string) =>
          answerGeoReport(path.split('/'), new URLSearchParams(), {
            loadStore: async () => store,
            kinds: [],
            urlOf: (address) => `https://example.org${address}`,
            now,
          });
        const wire = await Promise.all([
          ask('requests.json'),
          ask('requests.xml'),
          ...made.map(({ reference }) => ask(`requests/${reference}.json`)),
        ]);
        const similar = await findSimilar(store, { kind: 'steps-ramps', position: middle, now });
        const everything = [
          JSON.stringify([listed, wholes, similar]),
          await table(store),
          ...wire.map(({ body }) => body),
        ].join('\n');
        for (const secret of ['王小明', 'wang@', 'sign-of-a-door', 'no-ramp-answer', '评语', 'submission'])
          expect(everything).not.toContain(secret);
        for (const { secret, publication, reference, code, index } of made) {
          expect(everything).not.toContain(code);
          const isPublished = publication === 'published';
          expect(everything.includes(secret)).toBe(isPublished);
          expect(listed.some((request) => request.reference === reference)).toBe(isPublished);
          if (!isPublished) {
            // Who asks for it by name hears its name back, and that it is not there.
            expect(
              everything.replaceAll(`service_request_id \\"${reference}\\" was not found`, ''),
            ).not.toContain(reference);
            expect(everything).not.toContain(`答复${index}`);
          }
        }
        const rows = await store.db.selectFrom('feedback_photo').selectAll().execute();
        const shown = await listPhotos(
          store,
          made.map(({ reference }) => reference),
        );
        for (const row of rows) {
          const isSeen =
            row.published === 1 &&
            made.some(
              ({ reference, publication }) => reference === row.reference && publication === 'published',
            );
          expect(shown.some(({ id }) => id === row.id)).toBe(isSeen);
          const bytes = await findPhoto(store, row.id);
          expect(bytes === undefined).toBe(!isSeen);
          if (bytes && row.public_bytes) expect(new TextDecoder().decode(bytes)).toMatch(/^blurred/);
          if (!isSeen) expect(everything).not.toContain(row.id);
        }
      }),
      { numRuns: 15 },
    );
  });

  test('filters and pages: every published suggestion once, newest first, also of one instant', async () => {
    const store = await open();
    for (let index = 0; index < 25; index++)
      await publish(store, {
        submission: { kind: index % 5 === 0 ? 'lighting' : 'steps-ramps' },
        area: { district: index % 2 ? '500103' : '500108' },
        receivedAt: now - Math.floor(index / 3) * 1000,
        updates: index % 4 === 0 ? [{ key: 'a', at: now + 1, state: 'answered' }] : [],
      });
    const seen: { receivedAt: number; reference: string }[] = [];
    let after: ReturnType<typeof parseCursor>;
    do {
      const { requests, next } = await listPublished(store, { after, limit: 4 });
      seen.push(...requests);
      after = parseCursor(next && formatCursor(next));
    } while (after);
    expect(new Set(seen.map(({ reference }) => reference)).size).toBe(25);
    expect(seen).toHaveLength(25);
    const times = seen.map(({ receivedAt }) => receivedAt);
    expect(times).toEqual([...times].sort((a, b) => b - a));
    const count = async (filter: object) =>
      (await listPublished(store, { filter, limit: 100 })).requests.length;
    expect([
      await count({ kinds: ['lighting'] }),
      await count({ district: '500103' }),
      await count({ status: 'closed' }),
      await count({ status: 'open', kinds: ['lighting'] }),
      await count({ from: now - 1000 }),
      await count({ until: now - 1000 }),
      await count({ references: [seen[0]?.reference, 'YW000000000000'] }),
      await count({ references: [] }),
      await count({ kinds: [] }),
    ]).toEqual([5, 12, 7, 3, 6, 22, 1, 0, 0]);
    // The table is cut into pieces that fit together.
    expect(parse(await table(store, 4), { bom: true, columns: true })).toHaveLength(25);
  });

  test('near a point, and full pages although the corners of the box are left out', async () => {
    const store = await open();
    const at = (east: number, north: number) =>
      publish(store, {
        submission: {
          location: { how: 'point', position: [middle[0] + east, middle[1] + north], name: undefined },
        },
        receivedAt: now,
      });
    for (let index = 0; index < 6; index++) {
      await at(0.005, 0.0044);
      await at(0.0001 * index, 0);
    }
    await publish(store, { submission: { location: { how: 'none' } } });
    const near = { position: middle, meters: 500 };
    const { requests, next } = await listPublished(store, { filter: { near }, limit: 5 });
    expect(requests).toHaveLength(5);
    expect(next).toBeDefined();
    const rest = await listPublished(store, { filter: { near }, after: next, limit: 5 });
    expect(rest.requests).toHaveLength(1);
    expect(rest.next).toBeUndefined();
  });

  test('similar ones: the same kind, published, open, within 250 m, the nearest five', async () => {
    const store = await open();
    const steps: [string, number][] = [];
    for (const north of [0.0005, 0.001, 0.0015, 0.0018, 0.002, 0.0022, 0.0023, 0.004]) {
      const { reference } = await publish(store, {
        submission: { location: { how: 'point', position: [middle[0], middle[1] + north], name: undefined } },
        receivedAt: now - 3 * DAY,
      });
      steps.push([reference, north]);
    }
    // At the very edge: a little inside and a little outside, east of the point, where a degree is shorter.
    const position = (meters: number): [number, number] => {
      const perDegree = distanceMeters(middle, [middle[0] + 1e-3, middle[1]]) / 1e-3;
      return [middle[0] + meters / perDegree, middle[1]];
    };
    const say = (submission: object, more: object = {}) =>
      publish(store, { submission, receivedAt: now - DAY, ...more });
    await say({ kind: 'lighting' });
    await say({}, { publication: 'waiting' });
    await say({}, { updates: [{ key: 'a', at: now, state: 'answered' }] });
    await say({ location: { how: 'address', address: '解放碑' } });
    const similar = await findSimilar(store, { kind: 'steps-ramps', position: middle, now });
    expect(similar.map(({ reference }) => reference)).toEqual(
      steps.slice(0, 5).map(([reference]) => reference),
    );
    expect(similar[0]).toMatchObject({ daysOpen: 3, followers: 0 });
    for (const { meters } of similar) expect(meters).toBeLessThanOrEqual(SIMILAR_METERS);
    for (const [meters, count] of [
      [249, 1],
      [251, 0],
    ] as const) {
      await store.db.deleteFrom('feedback_request').execute();
      await say({ location: { how: 'point', position: position(meters) } });
      expect(
        await findSimilar(store, { kind: 'steps-ramps', position: middle, now }),
        `${meters} m`,
      ).toHaveLength(count);
    }
  });

  test('counts and medians: what waits counts, what was reopened keeps its first answer', async () => {
    const store = await open();
    expect((await countRequests(store, now)).all).toEqual({
      received: 0,
      published: 0,
      waiting: 0,
      medianDays: undefined,
    });
    const say = async (
      kind: string,
      district: string | undefined,
      days: number | undefined,
      isPublished = true,
    ) => {
      const receivedAt = now - 40 * DAY;
      return publish(store, {
        submission: { kind },
        ...(district && { area: { district } }),
        publication: isPublished ? 'published' : 'none',
        receivedAt,
        updates:
          days === undefined
            ? []
            : [{ key: 'a', at: receivedAt + days * DAY, state: 'answered', text: '已办' }],
      });
    };
    await say('lighting', '500103', 2);
    await say('lighting', '500103', 4, false);
    await say('lighting', '500108', 10);
    await say('lighting', undefined, undefined);
    await say('toilets', '500103', undefined);
    const { reference } = await say('signs', '500108', 3);
    // Opened again: `answered_at` is empty, and the city is to act; its first answer stays its first.
    await store.db
      .updateTable('feedback_request')
      .set({ state: 'reopened', state_at: now - DAY, round: 1, answered_at: null })
      .where('reference', '=', reference)
      .execute();
    const { all, byKind, byDistrict } = await countRequests(store, now);
    expect(byKind.get('lighting')).toEqual({ received: 4, published: 3, waiting: 1, medianDays: 7 });
    expect(byKind.get('toilets')).toEqual({ received: 1, published: 1, waiting: 1, medianDays: undefined });
    expect(byKind.get('signs')).toEqual({ received: 1, published: 1, waiting: 1, medianDays: 3 });
    expect(byDistrict.get('500103')).toEqual({ received: 3, published: 2, waiting: 1, medianDays: 4 });
    expect(byDistrict.get(undefined)).toMatchObject({ received: 1, waiting: 1 });
    expect(all).toEqual({ received: 6, published: 5, waiting: 3, medianDays: 7 });
  });

  test('the timeline: the city’s words, the person’s deeds without words, nothing of who follows', async () => {
    const store = await open();
    const { reference } = await publish(store, {
      receivedAt: now,
      photos: [
        { ...jpeg('a'), published: 1 },
        { ...jpeg('b'), published: 0 },
        { ...jpeg('c'), published: 1 },
      ],
    });
    const { id } = await store.db
      .selectFrom('feedback_photo')
      .select('id')
      .where('position', '=', 2)
      .executeTakeFirstOrThrow();
    await recordUpdate(store, {
      reference,
      update: { key: 'x', at: now + 2, state: 'answered', text: '坡道已修好', agency: '市政', photo: id },
    });
    await recordUpdate(store, { reference, update: { key: 'w', at: now + 1, text: '正在查看' } });
    await follow(store, { reference, key: randomUUID(), language: 'en', now });
    const whole = await findPublished(store, reference);
    expect(whole).toMatchObject({
      agency: '市政',
      firstAnsweredAt: now + 2,
      state: 'answered',
      followers: 0,
    });
    expect(whole?.timeline.map(({ kind, text, state }) => [kind, state, text])).toEqual([
      ['state', 'received', undefined],
      ['note', undefined, '正在查看'],
      ['state', 'answered', '坡道已修好'],
    ]);
    expect(whole?.timeline.at(-1)?.photo?.id).toBe(id);
    expect(whole?.photos).toHaveLength(1);
  });

  test('"me too" counts once for a key, also twenty at once, and opens with a code of its own', async () => {
    const store = await open();
    const other = store.isPostgres ? await open() : store;
    const { reference, code } = await publish(store, { receivedAt: now });
    const key = randomUUID();
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        follow(index % 2 ? other : store, {
          reference,
          key,
          contact: { email: 'li@example.org' },
          language: 'ja',
        }),
      ),
    );
    const receipts = outcomes.map((outcome) => (outcome.result === 'followed' ? outcome.receipt : undefined));
    expect(new Set(receipts.map((receipt) => receipt?.code)).size).toBe(1);
    expect(receipts.filter((receipt) => receipt?.isNew)).toHaveLength(1);
    const [first] = receipts;
    expect(first?.code).not.toBe(code);
    expect(first).toMatchObject({ reference, hasNews: true });
    expect(await findFollow(store, first?.id ?? '')).toEqual({ ...first, isNew: false });
    const row = await store.db.selectFrom('feedback_follower').selectAll().executeTakeFirstOrThrow();
    const text = JSON.stringify(row);
    expect(text).not.toContain(first?.code);
    expect(text).not.toContain('li@');
    expect(JSON.parse(store.vault.open(row.contact_sealed ?? '', `contact ${row.id}`))).toEqual({
      email: 'li@example.org',
    });
    const events = await store.db
      .selectFrom('feedback_event')
      .selectAll()
      .where('kind', '=', 'follower')
      .execute();
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ by: 'person', state: null, text: null });
    await follow(store, { reference, key: randomUUID(), language: 'en' });
    expect((await findPublished(store, reference))?.followers).toBe(2);
    // A key belongs to the suggestion it was made for.
    const { reference: elsewhere } = await publish(store, { receivedAt: now });
    expect(await follow(store, { reference: elsewhere, key, language: 'en' })).toEqual({
      result: 'not-found',
    });
  });

  test('"me too" to what is not published or already answered is not kept', async () => {
    const store = await open();
    const { reference: hidden } = await submit(store, { submission: submissionOf() });
    const { reference: answered } = await publish(store, {
      receivedAt: now,
      updates: [{ key: 'a', at: now + 1, state: 'closed' }],
    });
    const say = (reference: string) => follow(store, { reference, key: randomUUID(), language: 'en' });
    expect(await say(hidden)).toEqual({ result: 'not-found' });
    expect(await say('YW000000000000')).toEqual({ result: 'not-found' });
    expect(await say(answered)).toEqual({ result: 'closed' });
    expect(await store.db.selectFrom('feedback_follower').selectAll().execute()).toEqual([]);
    expect(
      await store.db.selectFrom('feedback_event').select('id').where('kind', '=', 'follower').execute(),
    ).toEqual([]);
  });

  test('the table: the method and the date beside each row, and no cell that runs', async () => {
    const store = await open();
    const nasty = ['=HYPERLINK("http://x")', '+1', '-2+3', '@SUM(A1)', '＝1+1', '\t=1'];
    for (const [index, description] of nasty.entries())
      await publish(store, {
        submission: {
          description,
          location: { how: 'point', position: middle, name: `=cmd|${index}` },
        },
        area: { district: '500103' },
        receivedAt: now - 2.5 * DAY,
        updates: index === 0 ? [{ key: 'a', at: now, state: 'answered', agency: '-agency' }] : [],
      });
    const text = await table(store);
    expect(text.startsWith('\ufeffreference,')).toBe(true);
    const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
    expect(rows).toHaveLength(nasty.length);
    for (const row of rows) {
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
      expect(row).toMatchObject({
        date: '2026-11-26',
        district: '500103',
        district_name: '渝中区',
        longitude: '106.57336',
      });
      expect(row.method).toMatch(/published/);
    }
    expect(rows.find(({ state }) => state === 'answered')).toMatchObject({
      days_to_first_answer: '2.5',
      status: 'closed',
      agency: "'-agency",
    });
    expect(rows.find(({ state }) => state === 'received')?.days_to_first_answer).toBe('');
  });
});
