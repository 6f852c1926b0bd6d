import { backDone, backProblem, seeOther, trackPath } from '@/app/_track/back-to';
import { keepTyped, type Typed } from '@/app/_track/typed-words';
import { parseCode } from '@/lib/feedback/code';
import {
  addBrowser,
  removeBrowsers,
  type Subscription,
  subscriptionSchema,
} from '@/lib/feedback/server/news/subscription';
import { loadStore, type Store } from '@/lib/feedback/server/store';
import { deleteData } from '@/lib/feedback/server/tracking/delete-data';
import { findByCode } from '@/lib/feedback/server/tracking/find-by-code';
import { limitLookups } from '@/lib/feedback/server/tracking/limit-lookups';
import { rate } from '@/lib/feedback/server/tracking/rate';
import { remind } from '@/lib/feedback/server/tracking/remind';
import { reopen } from '@/lib/feedback/server/tracking/reopen';
import { consentNames, withdraw } from '@/lib/feedback/server/tracking/withdraw';
import { ratingLevels } from '@/lib/feedback/states';
import { isLocale, type Locale } from '@/lib/i18n/locales';
import { BodyTooLargeError, isOwnOrigin, readForm } from '@/lib/server/read-form';

/** Far more than may be sent, so that what is too long can be told so and kept to be shortened: some 100,000 characters as a form writes Chinese. */
const FORM_BYTES = 1_000_000;

interface Sent {
  store: Store;
  locale: Locale;
  code: string;
  text(name: string): string;
}

/** Keeps what was typed for whoever holds a code that opens something. */
const keepWords = async ({ store, code }: Sent, typed: Typed) =>
  (await findByCode(store, code)) && keepTyped(store, code, typed);

const roundOf = ({ text }: Sent) => (/^\d{1,4}$/.test(text('round')) ? Number(text('round')) : -1);

async function rateAnswer(sent: Sent): Promise<Response> {
  const { store, locale, code, text } = sent;
  const level = ratingLevels.find((value) => String(value) === text('level'));
  const typed = { text: text('reason'), ...(level && { level }) };
  const fail = async (problem: Parameters<typeof backProblem>[2], place?: 'rate' | 'level') =>
    backProblem(locale, code, problem, { place, cookie: await keepWords(sent, typed) });
  if (!level) return fail('levelRequired', 'level');
  const outcome = await rate(store, { code, round: roundOf(sent), level, reason: typed.text });
  switch (outcome) {
    case 'rated':
      return backDone(locale, code, 'rated');
    case 'rated-before':
      return backDone(locale, code, 'ratedBefore');
    case 'reason-required':
      return fail('reasonRequired', 'rate');
    case 'too-long':
      return fail('tooLong', 'rate');
    case 'not-answered':
      return fail('notAnswered');
    case 'outdated':
      return fail('outdated');
    case 'unknown-code':
      return seeOther(trackPath(locale, code));
  }
}

async function openAgain(sent: Sent): Promise<Response> {
  const { store, locale, code, text } = sent;
  const fail = async (problem: Parameters<typeof backProblem>[2], place?: 'reopen') =>
    backProblem(locale, code, problem, {
      place,
      cookie: await keepWords(sent, { text: text('reason') }),
    });
  const outcome = await reopen(store, { code, round: roundOf(sent), reason: text('reason') });
  switch (outcome) {
    case 'reopened':
      return backDone(locale, code, 'reopened');
    case 'reason-required':
      return fail('wrongRequired', 'reopen');
    case 'too-long':
      return fail('tooLong', 'reopen');
    case 'not-allowed':
      return fail('notAllowed');
    case 'outdated':
      return fail('outdated');
    case 'unknown-code':
      return seeOther(trackPath(locale, code));
  }
}

async function remindCity({ store, locale, code }: Sent): Promise<Response> {
  const outcome = await remind(store, { code });
  if (outcome === 'unknown-code') return seeOther(trackPath(locale, code));
  if (outcome === 'reminded') return backDone(locale, code, 'reminded');
  return backProblem(locale, code, outcome === 'not-due' ? 'notDue' : 'undelivered');
}

async function takeBack({ store, locale, code, text }: Sent): Promise<Response> {
  const consent = consentNames.find((name) => name === text('consent'));
  if (!consent) return backProblem(locale, code, 'broken');
  const isKnown = await withdraw(store, { code, consent });
  return isKnown ? backDone(locale, code, 'withdrawn') : seeOther(trackPath(locale, code));
}

async function silence({ store, locale, code }: Sent): Promise<Response> {
  const tracked = await findByCode(store, code);
  if (!tracked) return seeOther(trackPath(locale, code));
  await removeBrowsers(store, tracked);
  return backDone(locale, code, 'silenced');
}

async function erase({ store, locale, code, text }: Sent): Promise<Response> {
  if (text('confirm') !== 'yes')
    return seeOther(`${trackPath(locale, code)}/delete?problem=notConfirmed#problem`);
  const deletion = await deleteData(store, { code });
  // Sent twice: it is gone, which is what was wanted.
  if (!deletion) return seeOther(`/${locale}/feedback/track?done=gone#told`);
  const reference = deletion.result === 'bare' ? `&reference=${deletion.reference}` : '';
  return seeOther(`/${locale}/feedback/track?done=${deletion.result}${reference}#told`);
}

const actions: Record<string, (sent: Sent) => Promise<Response>> = {
  rate: rateAnswer,
  reopen: openAgain,
  remind: remindCity,
  withdraw: takeBack,
  silence,
  erase,
};

/** What a browser asks for by script: to be told, or not any more. */
async function push(request: Request, { store, locale, code }: Omit<Sent, 'text'>): Promise<Response> {
  const body = await request.text().catch(() => '');
  let asked: { subscription?: unknown; stop?: unknown } = {};
  try {
    if (body.length < 5000) asked = JSON.parse(body);
  } catch {
    // Not JSON: refused below like everything else that is no subscription.
  }
  const parsed = subscriptionSchema.safeParse(asked.subscription);
  if (!parsed.success) return Response.json({ result: 'failed' }, { status: 400 });
  const tracked = await findByCode(store, code);
  if (!tracked) return Response.json({ result: 'failed' }, { status: 404 });
  const subscription: Subscription = parsed.data;
  if (asked.stop === true) {
    await removeBrowsers(store, tracked, subscription.endpoint);
    return Response.json({ result: 'removed' });
  }
  const result = await addBrowser(store, tracked, { subscription, language: locale });
  return Response.json({ result }, { status: result === 'added' ? 200 : 409 });
}

type Context = RouteContext<'/[locale]/feedback/track/[code]/[action]'>;

/** Everything a person does on their tracking page. Each form leads back to it by redirect. The code in the address is the only right there is. */
export async function POST(request: Request, { params }: Context) {
  const { locale, code: typed, action } = await params;
  const code = parseCode(typed);
  const act = Object.hasOwn(actions, action) ? actions[action] : undefined;
  if (!isLocale(locale) || !code || (!act && action !== 'push')) return new Response(null, { status: 404 });
  if (!isOwnOrigin(request)) return backProblem(locale, code, 'foreign');
  const store = await loadStore();
  const limit = await limitLookups(store, request.headers);
  // The page says how long.
  if (limit.seconds > 0) return seeOther(trackPath(locale, code));
  if (!act) return push(request, { store, locale, code });
  let form: FormData;
  try {
    form = await readForm(request, FORM_BYTES);
  } catch (error) {
    const isLong = error instanceof BodyTooLargeError;
    const place = action === 'rate' || action === 'reopen' ? action : undefined;
    return isLong ? backProblem(locale, code, 'tooLong', { place }) : backProblem(locale, code, 'broken');
  }
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  return act({ store, locale, code, text });
}

/** Reloaded or opened by hand: the page; nothing is changed. */
export async function GET(_request: Request, { params }: Context) {
  const { locale, code, action } = await params;
  if (!isLocale(locale) || !Object.hasOwn(actions, action)) return new Response(null, { status: 404 });
  return seeOther(`/${locale}/feedback/track/${code}`);
}
