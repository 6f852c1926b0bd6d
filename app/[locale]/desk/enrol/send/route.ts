import { openAction } from '@/app/_desk/desk-action';
import { makePass } from '@/lib/feedback/server/desk/pass';
import { enrol } from '@/lib/feedback/server/desk/sign-in';

export const POST = openAction<{ locale: string }>(
  { back: () => '/desk/enrol' },
  async ({ desk, field, cookie, sender }) => {
    const { account, setCookies } = await enrol(desk, { code: field('code'), cookie, sender });
    return { to: '/desk/backup-codes', query: { pass: makePass(desk, account, 'backup codes') }, setCookies };
  },
);
