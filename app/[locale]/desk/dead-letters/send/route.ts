import { deskAction } from '@/app/_desk/desk-action';
import { sendAgain } from '@/lib/feedback/server/desk/dead-letters';

export const POST = deskAction<{ locale: string }>(
  'deliver',
  { back: () => '/desk/dead-letters' },
  async ({ desk, actor, field }) => {
    await sendAgain(desk, actor, field('id'));
    return { to: '/desk/dead-letters', done: 'sent-again' };
  },
);
