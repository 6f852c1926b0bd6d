import { expect, test } from 'vitest';
import { type Draft, emptyDraft } from './draft';
import { settle } from './settle';

const kinds = [{ code: 'lighting', needsPlace: true, questions: [] }];
const draft: Draft = {
  ...emptyDraft('6c0a3f4e-8a54-4ab0-9c3e-1f6f0e6f7a11', 'en'),
  kind: 'lighting',
  how: 'point',
  at: '106.57,29.56',
  position: [106.57, 29.56],
  done: ['kind', 'place'],
};
const none = { kinds, find: async () => [] };
const one = { kinds, find: async () => ['the same lamp'] };

test('where others have said it there is a page about it, and nowhere else', async () => {
  expect(await settle(draft, null, one)).toMatchObject({ step: 'known', similar: ['the same lamp'] });
  expect(await settle(draft, null, none)).toMatchObject({ step: 'describe', similar: [] });
  // Asked for by its address, by going back or by a link of an earlier page.
  const done = { ...draft, done: [...draft.done, 'known'] };
  expect(await settle(done, 'known', one)).toMatchObject({ step: 'known' });
  expect(await settle(done, 'known', none)).toMatchObject({ step: 'describe' });
});

test('others are looked for only where the page about them would stand', async () => {
  const never = {
    kinds,
    find: async () => {
      throw new Error('nobody asked');
    },
  };
  expect(await settle(draft, 'place', never)).toMatchObject({ step: 'place' });
  expect(await settle({ ...draft, how: 'address', address: 'x' }, null, never)).toMatchObject({
    step: 'describe',
  });
  expect(await settle({ ...draft, isAlone: true }, 'check', never)).toMatchObject({ step: 'describe' });
});
