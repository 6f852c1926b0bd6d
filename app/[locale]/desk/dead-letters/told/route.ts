import { deskAction } from '@/app/_desk/desk-action';
import { toldByHand } from '@/lib/feedback/server/desk/dead-letters';

export const POST = deskAction<{ locale: string }>(
  'deliver',
  { back: () => '/desk/dead-letters' },
  async ({ desk, actor, field }) => {
    await toldByHand(desk, actor, field('id'));
    return { to: '/desk/dead-letters', done: 'told' };
  },
);
