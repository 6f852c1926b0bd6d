import { deskAction } from '@/app/_desk/desk-action';
import { refusalReasons } from '@/lib/feedback/desk';
import { setPublication } from '@/lib/feedback/server/desk/moderate';
import { DeskFaultError } from '@/lib/feedback/server/desk/perform';

export const POST = deskAction<{ locale: string; reference: string }>(
  'moderate',
  { back: ({ reference }) => `/desk/${reference}` },
  async ({ desk, actor, params: { reference }, field }) => {
    const to = `/desk/${reference}`;
    if (field('decision') === 'publish') {
      await setPublication(desk, actor, reference, { publish: true });
      return { to, done: 'published' };
    }
    const reason = refusalReasons.find((code) => code === field('reason'));
    if (!reason) throw new DeskFaultError(field('reason') ? 'unknown-value' : 'required', 'reason');
    await setPublication(desk, actor, reference, { publish: false, reason });
    return { to, done: 'refused' };
  },
);
