import { deskAction } from '@/app/_desk/desk-action';
import { settleDoubt } from '@/lib/feedback/server/desk/dead-letters';

export const POST = deskAction<{ locale: string; reference: string }>(
  'deliver',
  { back: ({ reference }) => `/desk/${reference}` },
  async ({ desk, actor, params: { reference } }) => {
    await settleDoubt(desk, actor, reference);
    return { to: `/desk/${reference}`, done: 'settled' };
  },
);
