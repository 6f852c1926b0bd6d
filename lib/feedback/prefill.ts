/** Where a suggestion is started from: a walk, a place, a barrier, a lost service or a sign says in the address what it already knows. */
import { cityBounds } from '@/lib/geo/city';
import { containsPosition, type LngLat } from '@/lib/geo/position';
import type { Draft, FindPlace, Step } from './draft';
import { originNames } from './format-prefill';
import type { KindRules } from './kind';
import { originSchema } from './submission';

type Address = Readonly<Record<string, string | readonly string[] | undefined>>;

/** True where the address starts a suggestion about something. */
export const hasPrefill = (address: Address): boolean =>
  [...originNames, 'kind', 'at', 'photos'].some((name) => address[name] !== undefined);

/**
 * A draft with what the address knows: steps that need not be asked count as done. What nobody knows is passed over.
 */
export function prefill(
  draft: Draft,
  address: Address,
  { kinds, findPlace }: { kinds: readonly KindRules[]; findPlace: FindPlace },
): Draft {
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
  const next: Draft = { ...draft, ...(hasOrigin && { origin: origin.data }) };
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
