import { deskAction } from '@/app/_desk/desk-action';
import { removeBlock } from '@/lib/feedback/server/desk/blocks';

export const POST = deskAction<{ locale: string }>(
  'block',
  { back: () => '/desk/blocks' },
  async ({ desk, actor, field }) => {
    await removeBlock(desk, actor, field('id'));
    return { to: '/desk/blocks', done: 'unblocked' };
  },
);
