import { expect, test } from 'vitest';
import { describeDatabases } from '../fixtures/databases';
import { resetSecondFactor, setDisabled, setPassword, setRole } from './accounts';
import type { Desk } from './desk';
import { actorOf, deskFixture, PASSWORD } from './fixtures/open-desk';
import { totpOf } from './fixtures/totp';
import { commandActor, DeskFaultError } from './perform';
import {
  enrol,
  readBackupCodes,
  readCode,
  readDeskSession,
  readEnrolment,
  signIn,
  signOut,
  verifyCode,
} from './sign-in';

const cookieOf = ({ setCookies }: { setCookies: string[] }) =>
  setCookies.map((line) => line.split(';')[0]).join('; ');
const faultOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    (error: unknown) => (error instanceof DeskFaultError ? error.fault : String(error)),
  );
const actionsOf = async ({ store }: Desk) =>
  (await store.db.selectFrom('feedback_audit').select('action').orderBy('at').execute()).map(
    ({ action }) => action,
  );

/** Signs in for the first time: password, then enrolment. */
async function enrolled(desk: Desk, email: string) {
  const first = await signIn(desk, { email, password: PASSWORD, sender: 's' });
  const session = await readDeskSession(desk, cookieOf(first));
  const { secret = '' } = (session && (await readEnrolment(desk, session))) ?? {};
  const done = await enrol(desk, { code: totpOf(secret), cookie: cookieOf(first), sender: 's' });
  return { secret, account: done.account, cookie: cookieOf(done), first: cookieOf(first) };
}

test('codes as people type them', () => {
  expect(readCode(' １２３ 456 ')).toEqual({ totp: '123456' });
  expect(readCode('aB3dE-fG7hI')).toEqual({ backup: 'aB3dE-fG7hI' });
  expect(readCode('aB3dEfG7hI')).toEqual({ backup: 'aB3dE-fG7hI' });
  expect(readCode('12345')).toEqual({});
});

describeDatabases('signing in at the desk', (make) => {
  const open = deskFixture(make);

  test('without a second factor only enrolment is open; with one, the desk', async () => {
    const desk = await open();
    const { email } = await actorOf(desk, 'moderator');
    const first = await signIn(desk, { email: email.toUpperCase(), password: PASSWORD, sender: 's' });
    expect(first.next).toBe('enrol');
    for (const line of first.setCookies) {
      expect(line).toMatch(/httponly/i);
      expect(line).toMatch(/samesite=lax/i);
    }
    expect(await readDeskSession(desk, cookieOf(first))).toMatchObject({ isEnrolled: false, isOpen: false });
    expect(await faultOf(enrol(desk, { code: '000000', cookie: cookieOf(first), sender: 's' }))).toBe(
      'wrong-code',
    );
    const { cookie, secret } = await enrolled(desk, email);
    expect(await readDeskSession(desk, cookie)).toMatchObject({ isOpen: true, account: { email } });
    // Signed in before the second factor stood: such a session never becomes more.
    expect(await readDeskSession(desk, cookieOf(first))).toBeUndefined();

    const again = await signIn(desk, { email, password: PASSWORD, sender: 's' });
    expect(again.next).toBe('code');
    expect(await readDeskSession(desk, cookieOf(again))).toBeUndefined();
    expect(await faultOf(verifyCode(desk, { code: '000000', cookie: cookieOf(again), sender: 's' }))).toBe(
      'wrong-code',
    );
    const open2 = await verifyCode(desk, { code: totpOf(secret), cookie: cookieOf(again), sender: 's' });
    expect(await readDeskSession(desk, cookieOf(open2))).toMatchObject({ isOpen: true });
    // The question is answered once.
    expect(
      await faultOf(verifyCode(desk, { code: totpOf(secret), cookie: cookieOf(again), sender: 's' })),
    ).toBe('late');
    expect(await actionsOf(desk)).toEqual(['account-add', 'enrolled', 'sign-in-refused', 'sign-in']);
    await signOut(desk, cookieOf(open2));
    expect(await readDeskSession(desk, cookieOf(open2))).toBeUndefined();
  });

  test('a session of the password alone does not open the desk, even if it outlived enrolment', async () => {
    const desk = await open();
    const { email } = await actorOf(desk, 'admin');
    const stolen = await signIn(desk, { email, password: PASSWORD, sender: 's' });
    const { cookie } = await enrolled(desk, email);
    expect(await readDeskSession(desk, cookieOf(stolen))).toBeUndefined();
    // As if signing in and enrolling had crossed each other.
    await desk.db.updateTable('desk_session').set({ secondFactor: 0 }).execute();
    expect(await readDeskSession(desk, cookie)).toMatchObject({ isEnrolled: true, isOpen: false });
  });

  test('a backup code opens once', async () => {
    const desk = await open();
    const { email } = await actorOf(desk, 'operator');
    const { account } = await enrolled(desk, email);
    const [code = ''] = await readBackupCodes(desk, account);
    const ask = () => signIn(desk, { email, password: PASSWORD, sender: 's' });
    const done = await verifyCode(desk, {
      code: code.replace('-', ''),
      cookie: cookieOf(await ask()),
      sender: 's',
    });
    expect(await readDeskSession(desk, cookieOf(done))).toMatchObject({ isOpen: true });
    expect(await faultOf(verifyCode(desk, { code, cookie: cookieOf(await ask()), sender: 's' }))).toBe(
      'wrong-code',
    );
    expect(await readBackupCodes(desk, account)).toHaveLength(9);
  });

  test('which of address and password was wrong is not said; after ten tries no more are taken', async () => {
    const desk = await open();
    const { email } = await actorOf(desk, 'moderator');
    const tryOf = (who: string, password: string) =>
      faultOf(signIn(desk, { email: who, password, sender: 's' }));
    expect(await tryOf('nobody@example.org', PASSWORD)).toBe('wrong-password');
    for (let index = 0; index < 10; index++) expect(await tryOf(email, 'wrong')).toBe('wrong-password');
    expect(await tryOf(email, PASSWORD)).toBe('too-many-tries');
    const rows = await desk.db.selectFrom('rate_limit').selectAll().execute();
    expect(rows.length).toBeGreaterThan(1);
    expect(JSON.stringify(rows)).not.toContain('example');
  });

  test('a closed account, a new role, a new password and a lost phone end what was open', async () => {
    const desk = await open();
    const admin = await actorOf(desk, 'admin');
    const { email } = await actorOf(desk, 'moderator');
    let { cookie, account } = await enrolled(desk, email);
    await setRole(desk, admin, account, 'operator');
    expect(await readDeskSession(desk, cookie)).toBeUndefined();
    await setDisabled(desk, admin, account, true);
    expect(await faultOf(signIn(desk, { email, password: PASSWORD, sender: 's' }))).toBe('wrong-password');
    await setDisabled(desk, admin, account, false);
    await resetSecondFactor(desk, admin, account);
    ({ cookie } = await enrolled(desk, email));
    expect(await readDeskSession(desk, cookie)).toMatchObject({ account: { role: 'operator' } });
    await setPassword(desk, commandActor, account, 'another long password 9');
    expect(await readDeskSession(desk, cookie)).toBeUndefined();
    expect(await faultOf(signIn(desk, { email, password: PASSWORD, sender: 's' }))).toBe('wrong-password');
  });
});
