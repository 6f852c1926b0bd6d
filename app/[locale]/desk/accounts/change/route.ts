import { deskAction } from '@/app/_desk/desk-action';
import { isDeskRole } from '@/lib/feedback/desk';
import { resetSecondFactor, setDisabled, setRole } from '@/lib/feedback/server/desk/accounts';
import { DeskFaultError } from '@/lib/feedback/server/desk/perform';

export const POST = deskAction<{ locale: string }>(
  'accounts',
  { back: () => '/desk/accounts' },
  async ({ desk, actor, field }) => {
    const [id, role] = [field('id'), field('role')];
    switch (field('change')) {
      case 'role':
        if (!isDeskRole(role)) throw new DeskFaultError('unknown-value');
        await setRole(desk, actor, id, role);
        break;
      case 'second-factor':
        await resetSecondFactor(desk, actor, id);
        break;
      case 'disable':
        await setDisabled(desk, actor, id, true);
        break;
      case 'enable':
        await setDisabled(desk, actor, id, false);
        break;
      default:
        throw new DeskFaultError('unknown-value');
    }
    return { to: '/desk/accounts', done: 'changed' };
  },
);
