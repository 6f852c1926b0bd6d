import { openAction } from '@/app/_desk/desk-action';
import { signIn } from '@/lib/feedback/server/desk/sign-in';

export const POST = openAction<{ locale: string }>(
  { back: () => '/desk/sign-in' },
  async ({ desk, field, sender }) => {
    const { next, setCookies } = await signIn(desk, {
      email: field('email'),
      password: field('password'),
      sender,
    });
    return { to: next === 'code' ? '/desk/sign-in/code' : '/desk/enrol', setCookies };
  },
);
