import type { LngLat } from '@/lib/geo/position';
import { absoluteUrl } from '@/lib/server/env';
import type { Kind } from '../../kind';
import type { RequestArea } from '../areas';
import type { Store } from '../store';
import { contactPurpose } from '../submit';
import { deliveryKinds } from '../tables';
import type { Delivery } from './backend';
import type { OutboxRow } from './outbox';
import { tellsSuggestion } from './wire-request';

/** Photos of the city's answers stand behind those of the suggestion. */
export const ANSWER_POSITION = 1000;

/** Begin of the addresses of our photos. */
export const mediaPath = '/feedback/media/';
export const mediaUrl = (photo: string) => absoluteUrl(`${mediaPath}${photo}.jpg`);

/** What a later delivery is found by: the reference alone is that of the suggestion. */
const markOf = ({ reference, sequence, kind }: Pick<OutboxRow, 'reference' | 'sequence' | 'kind'>) =>
  kind === 'create' ? reference : `${reference}-${sequence}`;

/** What was delivered last to the same list of the city: a suggestion of the same kind, or for what comes after a suggestion any other such. */
async function findWitness(
  { db }: Pick<Store, 'db'>,
  { isFollowUp, kind }: { isFollowUp: boolean; kind: string },
) {
  const sent = db
    .selectFrom('feedback_outbox as outbox')
    .innerJoin('feedback_request as request', 'request.reference', 'outbox.reference')
    .select(['outbox.reference', 'outbox.sequence', 'outbox.kind', 'outbox.tried_at', 'outbox.sent_at'])
    .where('outbox.state', '=', 'sent');
  const row = await (isFollowUp
    ? sent.where(
        'outbox.kind',
        'in',
        deliveryKinds.filter((name) => !tellsSuggestion({ kind: name })),
      )
    : sent
        .where('outbox.kind', '=', 'create')
        .where('request.kind', '=', kind)
        .where('request.backend_id', 'is not', null)
  )
    .orderBy('outbox.sent_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row || row.sent_at === null) return undefined;
  return { mark: markOf(row), triedAt: row.tried_at ?? row.sent_at, sentAt: row.sent_at };
}

/** All that is told of an outbox row; undefined where its suggestion is gone. Throws where the contact cannot be unsealed. */
export async function loadDelivery(
  store: Store,
  row: OutboxRow,
  {
    kinds,
    findArea,
  }: {
    kinds: readonly Kind[];
    findArea: (position: LngLat) => Promise<RequestArea | undefined>;
  },
): Promise<Delivery | undefined> {
  const { db, vault } = store;
  const request = await db
    .selectFrom('feedback_request')
    .select([
      'kind',
      'language',
      'description',
      'answers',
      'lng',
      'lat',
      'address',
      'area',
      'origin',
      'received_at',
      'state',
      'round',
      'backend_id',
      'backend_token',
      'contact_sealed',
      'consent_contact',
    ])
    .where('reference', '=', row.reference)
    .executeTakeFirst();
  if (!request) return undefined;
  const { contact_sealed: sealed, consent_contact: mayAskBack, ...told } = request;
  const photos = await db
    .selectFrom('feedback_photo')
    .select('id')
    .where('reference', '=', row.reference)
    .where('position', '<', ANSWER_POSITION)
    .orderBy('position')
    .execute();
  if (told.area === null && told.lng !== null && told.lat !== null) {
    const area = await findArea([told.lng, told.lat]);
    if (area) told.area = JSON.stringify(area);
  }
  return {
    id: row.id,
    kind: row.kind,
    reference: row.reference,
    mark: markOf(row),
    request: told,
    service: kinds.find(({ code }) => code === told.kind),
    contact:
      mayAskBack && sealed
        ? (JSON.parse(vault.open(sealed, contactPurpose(row.reference))) as Delivery['contact'])
        : undefined,
    photos: photos.map(({ id }) => ({
      id,
      url: mediaUrl(id),
      bytes: async () =>
        (await db.selectFrom('feedback_photo').select('bytes').where('id', '=', id).executeTakeFirstOrThrow())
          .bytes,
    })),
    payload: JSON.parse(row.payload) as Record<string, unknown>,
    triedAt: row.tried_at ?? row.created_at,
    witness: () => findWitness(store, { isFollowUp: !tellsSuggestion(row), kind: told.kind }),
  };
}
