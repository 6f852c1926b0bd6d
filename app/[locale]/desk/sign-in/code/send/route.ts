import { openAction } from '@/app/_desk/desk-action';
import { verifyCode } from '@/lib/feedback/server/desk/sign-in';

export const POST = openAction<{ locale: string }>(
  { back: () => '/desk/sign-in/code' },
  async ({ desk, field, cookie, sender }) => ({
    to: '/desk',
    ...(await verifyCode(desk, { code: field('code'), cookie, sender })),
  }),
);
