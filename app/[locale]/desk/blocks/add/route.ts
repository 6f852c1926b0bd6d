import { deskAction } from '@/app/_desk/desk-action';
import { addBlock } from '@/lib/feedback/server/desk/blocks';

export const POST = deskAction<{ locale: string }>(
  'block',
  { back: () => '/desk/blocks', keeps: ['words', 'reason', 'days'] },
  async ({ desk, actor, field }) => {
    await addBlock(desk, actor, {
      target: { words: field('words') },
      reason: field('reason'),
      days: Number(field('days') || Number.NaN),
    });
    return { to: '/desk/blocks', done: 'blocked' };
  },
);
