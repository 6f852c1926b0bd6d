/** Where a suggestion is started from: a walk, a place, a barrier, a lost service or a sign says in the address what it already knows. */
import { cityBounds } from '@/lib/geo/city';
import { containsPosition, type LngLat } from '@/lib/geo/position';
import { type Draft, emptyDraft, type FindPlace, hasWords, type Step, saysSame } from './draft';
import { originNames } from './format-prefill';
import type { KindRules } from './kind';
import { originSchema } from './submission';

type Address = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What is needed to read it. */
interface Context {
  kinds: readonly KindRules[];
  findPlace: FindPlace;
}

/** The part of an address that starts a suggestion about something; empty where it does not. */
function startOf(address: Address): string {
  const given = [...originNames, 'kind', 'at', 'name', 'photos'].flatMap((name) => {
    const value = address[name];
    return typeof value === 'string' ? [[name, value.slice(0, 120)]] : [];
  });
  return new URLSearchParams(given).toString();
}

/** True where the address starts a suggestion about something. */
export const hasPrefill = (address: Address): boolean => startOf(address) !== '';

/**
 * A draft with what the address knows: steps that need not be asked count as done. What nobody knows is passed over.
 */
export function prefill(draft: Draft, address: Address, { kinds, findPlace }: Context): Draft {
  const text = (name: string) => {
    const value = address[name];
    return (typeof value === 'string' ? value : (value?.[0] ?? '')).slice(0, 120);
  };
  const origin = originSchema.safeParse(
    Object.fromEntries(originNames.flatMap((name) => (text(name) ? [[name, text(name)]] : []))),
  );
  const done = new Set<string>(draft.done);
  const finish = (step: Step) => done.add(step);
  const hasOrigin = origin.success && Object.keys(origin.data).length > 0;
  const next: Draft = {
    ...draft,
    start: draft.start || startOf(address),
    ...(hasOrigin && { origin: origin.data }),
  };
  if (text('photos') === 'first') next.photosFirst = true;
  if (kinds.some(({ code }) => code === text('kind'))) {
    next.kind = text('kind');
    finish('kind');
  }
  const at = text('at') || (text('place') && `place.${text('place')}`);
  const [, lng, lat] = /^(\d{2,3}\.\d{1,10}),(\d{1,2}\.\d{1,10})$/.exec(at) ?? [];
  const position: LngLat = [Number(lng), Number(lat)];
  const place =
    lng && lat ? containsPosition(cityBounds, position) && { name: text('name'), position } : findPlace(at);
  if (place) {
    Object.assign(next, { how: 'point', at, name: place.name, position: place.position });
    finish('place');
  }
  // The circle's category is the answer to the question that asks for one.
  const category = text('category');
  const question = kinds
    .find(({ code }) => code === next.kind)
    ?.questions.find(({ code }) => code === 'category');
  if (question?.values.some(({ key }) => key === category)) {
    next.answers = { ...next.answers, category };
    finish('question.category');
  }
  next.done = [...done];
  return next;
}

/** True where the address starts something else than the draft is about: one of the two is to be chosen, never both mixed. */
export function startsAnother(draft: Draft, address: Address, context: Context): boolean {
  const started = prefill(draft, address, context);
  if (saysSame(started, draft)) return false;
  return (
    hasWords(draft) ||
    (draft.kind !== '' && started.kind !== draft.kind) ||
    (draft.how !== '' && started.at !== draft.at)
  );
}

/** An empty draft that knows again what this one was started with. */
export const beginAgain = (draft: Draft, key: string, context: Context): Draft =>
  prefill(emptyDraft(key, draft.language), Object.fromEntries(new URLSearchParams(draft.start)), context);
