import { deskAction } from '@/app/_desk/desk-action';
import { lookAtContact } from '@/lib/feedback/server/desk/contact';

export const POST = deskAction<{ locale: string; reference: string }>(
  'answer',
  { back: ({ reference }) => `/desk/${reference}` },
  async ({ desk, actor, params: { reference } }) => ({
    to: `/desk/${reference}`,
    query: { contact: await lookAtContact(desk, actor, reference) },
    fragment: 'contact-section',
  }),
);
