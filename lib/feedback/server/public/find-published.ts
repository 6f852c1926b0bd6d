import type { RequestState } from '../../states';
import type { Store } from '../store';
import type { EventKind } from '../tables';
import { listPhotos, type PublishedPhoto } from './photos';
import { type Published, selectPublished, toPublished } from './published';

/** Something that happened, as everybody may read it: of the person only that they did it. */
export interface PublishedEvent {
  id: string;
  at: number;
  kind: Exclude<EventKind, 'follower'>;
  by: 'person' | 'city' | 'desk' | 'portal';
  state: RequestState | undefined;
  /** Words of the city; never the person's. */
  text: string | undefined;
  /** Rating, 1 to 5. */
  level: number | undefined;
  photo: PublishedPhoto | undefined;
}

export interface PublishedWhole extends Published {
  photos: PublishedPhoto[];
  /** In the order in which things happened. */
  timeline: PublishedEvent[];
}

/** One published suggestion with its photos and what happened to it; undefined for every other, as if it were not there. */
export async function findPublished(
  store: Pick<Store, 'db'>,
  reference: string,
): Promise<PublishedWhole | undefined> {
  const row = await selectPublished(store.db).where('request.reference', '=', reference).executeTakeFirst();
  if (!row) return undefined;
  const [all, events] = await Promise.all([
    listPhotos(store, [reference]),
    store.db
      .selectFrom('feedback_event')
      .select(['id', 'at', 'kind', 'by', 'state', 'text', 'level', 'photo'])
      .where('reference', '=', reference)
      .orderBy('at')
      .orderBy('recorded_at')
      .execute(),
  ]);
  const ofAnswers = new Set(events.map(({ photo }) => photo));
  return {
    ...toPublished(row),
    photos: all.filter(({ id }) => !ofAnswers.has(id)),
    timeline: events.flatMap(({ kind, text, ...event }) =>
      kind === 'follower'
        ? []
        : {
            id: event.id,
            at: event.at,
            kind,
            by: event.by,
            state: event.state ?? undefined,
            text: event.by === 'city' || event.by === 'desk' ? (text ?? undefined) : undefined,
            level: event.level ?? undefined,
            photo: all.find(({ id }) => id === event.photo),
          },
    ),
  };
}
