import { deskAction } from '@/app/_desk/desk-action';
import { setPhotoPublished } from '@/lib/feedback/server/desk/photos';

export const POST = deskAction<{ locale: string; reference: string; id: string }>(
  'moderate',
  { back: ({ reference }) => `/desk/${reference}` },
  async ({ desk, actor, params: { reference, id }, field }) => {
    const isPublished = field('publish') === '1';
    await setPhotoPublished(desk, actor, { reference, id, isPublished });
    return { to: `/desk/${reference}`, done: isPublished ? 'photo-published' : 'photo-hidden' };
  },
);
