import { deskAction } from '@/app/_desk/desk-action';
import { addBlock } from '@/lib/feedback/server/desk/blocks';
import { DeskFaultError } from '@/lib/feedback/server/desk/perform';

/** As long as a sender is known at all. */
const DAYS = 30;

export const POST = deskAction<{ locale: string; reference: string }>(
  'block',
  { back: ({ reference }) => `/desk/${reference}`, keeps: ['block-reason'] },
  async ({ desk, actor, params: { reference }, field }) => {
    try {
      await addBlock(desk, actor, { target: { reference }, reason: field('block-reason'), days: DAYS });
    } catch (error) {
      // On this page another field has that name.
      if (error instanceof DeskFaultError && error.field === 'reason')
        throw new DeskFaultError(error.fault, 'block-reason');
      throw error;
    }
    return { to: `/desk/${reference}`, done: 'blocked' };
  },
);
