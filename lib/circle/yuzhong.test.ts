import { describe, expect, test } from 'vitest';
import { loadContent } from '@/lib/content/server/load-content';
import { packAuthored } from '@/lib/routing/authored';
import type { Violation } from '@/lib/routing/cost';
import type { Outage } from '@/lib/routing/outages';
import { type Profile, type ProfileId, profiles } from '@/lib/routing/profiles';
import type { Barrier } from '@/lib/routing/route';
import { Router } from '@/lib/routing/router';
import { askCircle, type CircleQuestion, type CircleReply, type LostService } from './circle';

/** Wednesday, ten in the morning. */
const TEN = Date.parse('2026-11-25T10:00:00+08:00');
const MINUTES = 15;
const { network, services, places } = await loadContent();
const { nodes, edges } = network.features;
const router = new Router(packAuthored(nodes, edges, '2026-11-25'));

type Circle = Extract<CircleReply, { kind: 'circle' }>;
function circleFrom(
  place: string,
  profile: ProfileId,
  changes: Partial<Profile> = {},
  outages: readonly Outage[] = [],
  now = TEN,
): Circle {
  const start = places.get(place)?.position;
  if (!start) throw new Error(`no place ${place}`);
  // More than a reader can move: the circle takes any number of a profile.
  const query = { profile, changes, when: 'now' } as CircleQuestion['query'];
  const question: CircleQuestion = { start, query, minutes: MINUTES, direction: 'from', now };
  const reply = askCircle(router, services, question, outages);
  if (reply.kind !== 'circle') throw new Error(`${place}: ${reply.kind}`);
  return reply;
}

const barriersOf = ({ reason }: LostService): readonly Barrier[] =>
  'barriers' in reason ? reason.barriers : [];
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).sort();

/** Somebody on foot, as fast as the healthy walker, whom the same things keep back as a wheelchair: nothing but barriers tells the two apart. */
const { minWidth, maxKerb, ground, maxInclineUp, maxInclineDown, steps, escalators, unknown } =
  profiles.wheelchair;
const limits = { minWidth, maxKerb, ground, maxInclineUp, maxInclineDown, steps, escalators, unknown };

/** What has to be given up to pass barriers of a kind. */
const lifted: Partial<Record<Violation, Partial<Profile>>> = {
  steps: { steps: true },
  escalator: { escalators: true },
  inclineUp: { maxInclineUp: 1 },
  inclineDown: { maxInclineDown: 1 },
  width: { minWidth: 0 },
  kerb: { maxKerb: profiles.walk.maxKerb },
  surface: { ground: profiles.walk.ground },
};

test('at night, when the cableway rests, the circle beside it ends at the river', () => {
  const elevenAtNight = TEN + 13 * 3_600_000;
  const day = circleFrom('cableway-north', 'walk');
  const night = circleFrom('cableway-north', 'walk', {}, [], elevenAtNight);
  expect(day.meters - night.meters).toBeGreaterThan(1000);
  const farthestEast = (circle: Circle) => Math.max(...circle.area.flat(2).map(([lng]) => lng));
  expect(farthestEast(day)).toBeGreaterThan(106.589);
  expect(farthestEast(night)).toBeLessThan(106.589);
});

describe.each(['jiefangbei', 'tongyuanmen', 'shibati', 'lianglukou', 'shangqingsi', 'huguang'])(
  'the circle of a wheelchair in Yuzhong, from %s',
  (place) => {
    const chair = circleFrom(place, 'wheelchair');
    const strict = circleFrom(place, 'walk', limits);

    test('together with what is lost it is the circle of a healthy walker', () => {
      const walker = ids(circleFrom(place, 'walk').services);
      expect(ids([...chair.services, ...chair.lost])).toEqual(walker);
      expect(ids([...strict.services, ...strict.lost])).toEqual(walker);
    });
    test('where only barriers tell the two apart, whatever is lost names them', () => {
      for (const lost of strict.lost) expect(barriersOf(lost), lost.id).not.toEqual([]);
    });
    test('without exactly the limits that are named nothing is lost', () => {
      for (const lost of strict.lost) {
        const changes = barriersOf(lost).map(({ violation }) => lifted[violation] ?? {});
        const freed = circleFrom(place, 'walk', Object.assign({}, limits, ...changes));
        expect(ids(freed.services), JSON.stringify(barriersOf(lost))).toContain(lost.id);
      }
    });
    test('what the chair loses without a barrier, its pace alone loses', () => {
      const paceAlone = new Set(ids(strict.services));
      for (const lost of chair.lost)
        if (barriersOf(lost).length === 0) {
          expect(paceAlone, lost.id).toContain(lost.id);
          expect(lost.reason, lost.id).toMatchObject({ kind: 'farther' });
        }
      for (const { id } of strict.lost)
        expect(barriersOf(chair.lost.find((lost) => lost.id === id) as LostService), id).not.toEqual([]);
    });
  },
);

test('there is something to lose', () => {
  expect(circleFrom('huguang', 'walk', limits).lost.length).toBeGreaterThan(2);
});

describe.each([
  'jiefangbei',
  'renmin-park',
  'kaixuan-lift',
  'dongshuimen-bridge',
  'tongyuanmen',
  'shibati',
  'lianglukou',
  'huguang',
])('whatever is lost says why, from %s', (place) => {
  test.each<ProfileId>(['wheelchair', 'powered', 'stroller', 'elder'])('%s', (profile) => {
    for (const { id, reason } of circleFrom(place, profile).lost) {
      const barriers = 'barriers' in reason ? reason.barriers : [];
      if (reason.kind !== 'farther' || barriers.length > 0) {
        expect(barriers, `${id} ${reason.kind}`).not.toEqual([]);
        for (const { lengthMeters, violation, kind } of barriers)
          expect(violation && kind && lengthMeters >= 0, id).toBe(true);
      } else {
        // Nothing in the way: then their pace on the walker's own way takes too long, and no other way of theirs is better.
        expect(reason.paceSeconds, id).toBeGreaterThan(MINUTES * 60);
        expect(reason.seconds, id).toBeLessThanOrEqual(reason.paceSeconds + 0.1);
      }
    }
  });
});

test('with a lift out by a notice, whatever it took away names the lift and the notice', () => {
  const outages: Outage[] = [{ notice: 'kaixuan-repair', edges: ['e-kaixuan-lift'], from: 0, until: null }];
  let count = 0;
  for (const place of ['kaixuan-lift', 'jiefangbei', 'renmin-park', 'shancheng-alley', 'daijiaxiang'])
    for (const profile of ['walk', 'wheelchair', 'powered', 'stroller', 'luggage'] as const) {
      const [whole, without] = [circleFrom(place, profile), circleFrom(place, profile, {}, outages)];
      const kept = new Set(ids(without.services));
      for (const id of ids(whole.services).filter((service) => !kept.has(service))) {
        count++;
        expect(
          without.lost.find((lost) => lost.id === id)?.reason,
          `${place} ${profile} ${id}`,
        ).toMatchObject({
          kind: 'outage',
          notices: ['kaixuan-repair'],
          barriers: [{ violation: 'outOfOrder', kind: 'elevator', name: '凯旋路电梯' }],
        });
      }
    }
  expect(count).toBeGreaterThan(0);
});
