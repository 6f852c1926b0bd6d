import { deskAction } from '@/app/_desk/desk-action';
import { deskSteps } from '@/lib/feedback/desk';
import { answersHere } from '@/lib/feedback/server/desk/answers-here';
import { DeskFaultError } from '@/lib/feedback/server/desk/perform';
import { updateRequest } from '@/lib/feedback/server/desk/update-request';

export const POST = deskAction<{ locale: string; reference: string }>(
  'answer',
  { back: ({ reference }) => `/desk/${reference}`, keeps: ['step', 'text', 'agency'] },
  async ({ desk, actor, params: { reference }, field, file }) => {
    if (!answersHere()) throw new DeskFaultError('backend-answers');
    const step = deskSteps.find((name) => name === field('step'));
    if (!step) throw new DeskFaultError('unknown-value', 'step');
    if (!/^[\w-]{8,60}$/.test(field('key'))) throw new DeskFaultError('unknown-value');
    await updateRequest(desk, actor, {
      reference,
      key: field('key'),
      step,
      text: field('text'),
      agency: field('agency'),
      photo: await file('photo'),
    });
    return { to: `/desk/${reference}`, done: 'updated' };
  },
);
