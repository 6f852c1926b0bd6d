/** Accounts of the staff desk: see `usage`. The first is made here; the portal comes with none. */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { deskRoles, isDeskRole, PASSWORD_MIN } from '../lib/feedback/desk';
import {
  addAccount,
  findAccount,
  listAccounts,
  resetSecondFactor,
  setDisabled,
  setPassword,
  setRole,
} from '../lib/feedback/server/desk/accounts';
import { loadDesk } from '../lib/feedback/server/desk/desk';
import { commandActor, DeskFaultError } from '../lib/feedback/server/desk/perform';
import { readOptions, stop } from './read-options';

const usage = `npm run desk:account -- add EMAIL --name NAME --role ${deskRoles.join('|')}
npm run desk:account -- role EMAIL --role ${deskRoles.join('|')}
npm run desk:account -- password EMAIL
npm run desk:account -- reset-second-factor EMAIL
npm run desk:account -- disable EMAIL
npm run desk:account -- enable EMAIL
npm run desk:account -- list
A password has at least ${PASSWORD_MIN} characters. It is asked for, or read from a pipe; never given as an argument, where others could see it.`;

const words: Partial<Record<DeskFaultError['fault'], string>> = {
  'not-an-address': 'this is not an e-mail address',
  required: 'a name is needed (--name)',
  'weak-password': `a password has at least ${PASSWORD_MIN} characters, of five kinds or more`,
  taken: 'there is an account with this address',
  gone: 'there is no account with this address',
  'last-admin': 'one admin must remain',
};

/** Asks without showing what is typed. */
async function ask(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  lines.on('SIGINT', () => stop('\nnothing was changed'));
  const answer = await lines.question('');
  lines.close();
  process.stderr.write('\n');
  return answer;
}

async function readPassword(): Promise<string> {
  if (process.stdin.isTTY) {
    const password = await ask('Password: ');
    if ((await ask('Once more: ')) !== password) stop('the two are not the same; nothing was changed');
    return password;
  }
  let piped = '';
  for await (const chunk of process.stdin) piped += chunk;
  return piped.replace(/\r?\n$/, '');
}

const { values, positionals } = readOptions(
  { name: { type: 'string' }, role: { type: 'string' } },
  usage,
  true,
);
const [command, email = ''] = positionals;
const commands = ['add', 'role', 'password', 'reset-second-factor', 'disable', 'enable', 'list'];
if (!command || !commands.includes(command) || (command !== 'list' && !email)) stop(usage);

const readRole = () => (isDeskRole(values.role) ? values.role : stop(`--role ${deskRoles.join('|')}`));

const desk = await loadDesk();
try {
  if (command === 'list') {
    const accounts = await listAccounts(desk, commandActor);
    if (accounts.length === 0) console.log('no account yet');
    for (const account of accounts)
      console.log(
        [
          account.email,
          account.name,
          account.role,
          account.isEnrolled ? 'second factor' : 'no second factor',
          ...(account.isDisabled ? ['disabled'] : []),
        ].join('\t'),
      );
  } else if (command === 'add') {
    const role = readRole();
    const account = await addAccount(desk, commandActor, {
      email,
      name: values.name ?? '',
      role,
      password: await readPassword(),
    });
    console.log(`${account.email} is ${account.role}; the first sign-in sets up the second factor`);
  } else {
    const account = await findAccount(desk, commandActor, email);
    if (!account) throw new DeskFaultError('gone');
    if (command === 'role') await setRole(desk, commandActor, account.id, readRole());
    if (command === 'password') await setPassword(desk, commandActor, account.id, await readPassword());
    if (command === 'reset-second-factor') await resetSecondFactor(desk, commandActor, account.id);
    if (command === 'disable' || command === 'enable')
      await setDisabled(desk, commandActor, account.id, command === 'disable');
    console.log(`${account.email}: done`);
  }
} catch (error) {
  if (!(error instanceof DeskFaultError)) throw error;
  console.error(words[error.fault] ?? error.message);
  process.exitCode = 1;
} finally {
  await desk.store.db.destroy();
}
