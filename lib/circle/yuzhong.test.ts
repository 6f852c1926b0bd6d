import { describe, expect, test } from 'vitest';
import { loadContent } from '@/lib/content/server/load-content';
import { packAuthored } from '@/lib/routing/authored';
import type { Violation } from '@/lib/routing/cost';
import { type Profile, profiles } from '@/lib/routing/profiles';
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
function circleFrom(place: string, profile: 'wheelchair' | 'walk', changes: Partial<Profile> = {}): Circle {
  const start = places.get(place)?.position;
  if (!start) throw new Error(`no place ${place}`);
  // More than a reader can move: the circle takes any number of a profile.
  const query = { profile, changes, when: 'now' } as CircleQuestion['query'];
  const question: CircleQuestion = { start, query, minutes: MINUTES, direction: 'from', now: TEN };
  const reply = askCircle(router, services, question, []);
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
