import { openAction } from '@/app/_desk/desk-action';
import { signOut } from '@/lib/feedback/server/desk/sign-in';

export const POST = openAction<{ locale: string }>({ back: () => '/desk' }, async ({ desk, cookie }) => ({
  to: '/desk/sign-in',
  done: 'signed-out' as const,
  ...(await signOut(desk, cookie)),
}));
