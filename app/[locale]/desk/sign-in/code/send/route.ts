import { openAction } from '@/app/_desk/desk-action';
import { verifyCode } from '@/lib/feedback/server/desk/sign-in';
import { findUnsent, typedCookie } from '@/lib/feedback/server/desk/typed';

export const POST = openAction<{ locale: string }>(
  { back: () => '/desk/sign-in/code' },
  async ({ desk, field, cookie, sender }) => {
    const { account, setCookies } = await verifyCode(desk, { code: field('code'), cookie, sender });
    const unsent = await findUnsent(desk, { id: account }, cookie);
    if (!unsent) return { to: '/desk', setCookies };
    return {
      to: unsent.page,
      query: { fault: 'unsent', typed: unsent.id },
      setCookies: [...setCookies, typedCookie('')],
    };
  },
);
