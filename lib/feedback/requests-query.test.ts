import { expect, test } from 'vitest';
import { formatRequestsQuery, parseRequestsQuery } from './requests-query';

const known = { kinds: ['lighting', 'toilets'], districts: ['500103'] };

test('an address and back', () => {
  const { query, ignored } = parseRequestsQuery(
    {
      kind: 'lighting',
      district: '500103',
      status: 'open',
      near: '106.57336,29.56011',
      after: '1764129600000.YW7K3M9QXRV2TC',
    },
    known,
  );
  expect(ignored).toEqual([]);
  expect(query).toEqual({
    kind: 'lighting',
    district: '500103',
    status: 'open',
    near: [106.57336, 29.56011],
    after: { receivedAt: 1764129600000, reference: 'YW7K3M9QXRV2TC' },
  });
  const again = Object.fromEntries(new URLSearchParams(formatRequestsQuery(query)));
  expect(parseRequestsQuery(again, known).query).toEqual(query);
});

test('empty means any; what nobody knows is named, and other people’s additions are not', () => {
  expect(parseRequestsQuery({ kind: '', district: '', utm_source: 'x', _rsc: '1' }, known)).toEqual({
    query: {},
    ignored: [],
  });
  const { query, ignored } = parseRequestsQuery(
    { kind: ['toilets', 'lighting'], district: '999', near: '13.4,52.5', after: 'x', colour: 'red' },
    known,
  );
  expect(query).toEqual({ kind: 'toilets' });
  expect(ignored.map(({ name }) => name)).toEqual(['kind', 'district', 'near', 'after', 'colour']);
});
