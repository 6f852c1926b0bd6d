import { expect, test } from 'vitest';
import type { SnappedPoint } from '@/lib/routing/snap';
import type { CircleReply } from './circle';
import { circleCollection, noCircleDetail } from './circle-collection';
import { parseCircleQuery } from './circle-query';

const entry: SnappedPoint = { edge: 0, fraction: 0, position: [106.57, 29.56], meters: 12 };
const area = [106.4, 29.5, 106.7, 29.7] as const;

test('without a circle the nearest point is named, or what is drawn', () => {
  expect(noCircleDetail({ kind: 'off-network', nearest: entry, area: [...area] }, 'start')).toBe(
    'No drawn way within 200 m of the start. The nearest point on one is 106.57000,29.56000, 12 m off.',
  );
  expect(noCircleDetail({ kind: 'outside-area', nearest: undefined, area: [...area] }, 'start')).toBe(
    'The start lies outside the drawn area. Ways are drawn from 106.40 to 106.70 east and 29.50 to 29.70 north.',
  );
});

test('what is lost has its barriers; what nobody reaches has no number', () => {
  const circle = {
    kind: 'circle',
    start: entry,
    area: [],
    walkerArea: [],
    scores: [],
    services: [],
    lost: [
      {
        id: 'clinic',
        walkerSeconds: Number.POSITIVE_INFINITY,
        entry,
        reason: {
          kind: 'outage',
          seconds: Number.POSITIVE_INFINITY,
          withoutSeconds: 300,
          notices: ['lift-repair'],
          barriers: [
            {
              violation: 'outOfOrder',
              kind: 'elevator',
              lengthMeters: 4,
              value: undefined,
              limit: undefined,
              handrail: 'unknown',
              name: 'Cliff Lift',
              opensInMinutes: Number.POSITIVE_INFINITY,
              position: [106.57, 29.56],
            },
          ],
        },
      },
    ],
  } as unknown as Extract<CircleReply, { kind: 'circle' }>;
  const services = {
    clinic: { id: 'clinic', category: 'health', position: [106.571, 29.561], sources: ['a list'] },
  } as unknown as Parameters<typeof circleCollection>[1];
  const { query } = parseCircleQuery({}, () => true);
  const { features } = JSON.parse(JSON.stringify(circleCollection(circle, services, query, [])));
  expect(features.at(-1).properties).toMatchObject({
    role: 'lost',
    reason: 'outage',
    without_notice_seconds: 300,
    notices: ['lift-repair'],
    barriers: [{ violation: 'outOfOrder', kind: 'elevator', name: 'Cliff Lift', meters: 4 }],
  });
  expect(features.at(-1).properties).not.toHaveProperty('walker_seconds');
  expect(features.at(-1).properties).not.toHaveProperty('seconds');
});
