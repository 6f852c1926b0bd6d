/** The city behind a folder: what a government intranet's file exchange carries out, and what it brings in. */
import path from 'node:path';
import type { Backend, Delivery } from './backend';
import { writeDate } from './geo-report';
import { fileAway, type InboxFile, readInbox, reject } from './spool-inbox';
import { giveOutOnce, isGivenOut, sweepStaging, takeBack } from './spool-outbox';
import { composeDescription, tellsSuggestion, wordAnswers } from './wire-request';

const SWEEP_INTERVAL = 3_600_000;
/** No delivery takes a day: what is as old in staging belongs to nobody. */
const STAGING_AGE = 86_400_000;

const nameOf = ({ mark, id }: Delivery) => `${mark}.${id}`;

/** A delivery as a GeoReport document with what GeoReport has no field for beside it. */
export function toSpoolDocument(delivery: Delivery, photoFiles: readonly string[]): object {
  const { id, kind, reference, mark, request, service, contact, payload } = delivery;
  const description = composeDescription(delivery, { hasMark: false });
  return {
    service_requests: [
      {
        service_code: request.kind,
        ...(service && { service_name: service.name['zh-CN'] }),
        ...(kind === 'erasure' ? { status: 'closed', status_notes: description } : { status: 'open' }),
        description,
        requested_datetime: writeDate(request.received_at),
        ...(request.lat !== null && request.lng !== null && { lat: request.lat, long: request.lng }),
        ...(request.address !== null && { address: request.address }),
        attributes: wordAnswers(delivery).map(({ code, datatype, question, values }) => ({
          code,
          datatype,
          description: question,
          values,
        })),
      },
    ],
    reference,
    mark,
    delivery: { id, kind, round: request.round },
    language: request.language,
    ...(request.backend_id !== null && { service_request_id: request.backend_id }),
    ...(request.area !== null && { area: JSON.parse(request.area) as unknown }),
    origin: JSON.parse(request.origin) as unknown,
    ...(contact && { contact }),
    ...(Object.keys(payload).length > 0 && { payload }),
    photos: photoFiles,
  };
}

const reasonOf = (error: unknown) =>
  `spool ${(error as NodeJS.ErrnoException)?.code?.toLowerCase() ?? 'error'}`;

/** The adapter to an exchange folder: `outbox` and `inbox` are the city's side, `staging` and `ledger` our own. */
export function makeSpoolBackend(root: string): Backend {
  const inbox = path.join(root, 'inbox');
  let sweptAt = 0;
  return {
    name: 'spool',
    isAsked: false,
    async send(delivery) {
      try {
        if (delivery.kind === 'erasure') await takeBack(root, delivery.reference, nameOf(delivery));
        await giveOutOnce(root, nameOf(delivery), async () => {
          const photos = tellsSuggestion(delivery) ? delivery.photos : [];
          const names = photos.map((_, index) => `photo-${index + 1}.jpg`);
          const files = await Promise.all(
            photos.map(async (photo, index) => ({
              name: names[index] ?? '',
              content: await photo.bytes(),
            })),
          );
          const document = JSON.stringify(toSpoolDocument(delivery, names), undefined, 2);
          return [...files, { name: 'request.json', content: `${document}\n` }];
        });
        return { result: 'accepted' };
      } catch (error) {
        // Whatever stood in the way: the ledger knows what was given out, so that trying again doubles nothing.
        return { result: 'failed', reason: reasonOf(error) };
      }
    },
    async lookUp(delivery) {
      try {
        return (await isGivenOut(root, nameOf(delivery))) ? { result: 'found' } : { result: 'absent' };
      } catch (error) {
        return { result: 'failed', reason: reasonOf(error) };
      }
    },
    async poll() {
      let files: InboxFile[] = [];
      try {
        if (Date.now() - sweptAt > SWEEP_INTERVAL) {
          sweptAt = Date.now();
          await sweepStaging(root, sweptAt - STAGING_AGE);
        }
        files = await readInbox(inbox);
      } catch (error) {
        console.error(`delivery: the inbox cannot be read: ${reasonOf(error)}`);
      }
      return {
        updates: files.flatMap(({ updates }) => updates),
        ids: [],
        async settle(unknown) {
          for (const file of files) {
            const missing = file.updates.filter(({ reference }) => unknown.has(reference));
            if (missing.length > 0)
              await reject(
                inbox,
                file.name,
                `unknown: ${missing.map(({ reference }) => reference).join(', ')}; the others were kept`,
              );
            else await fileAway(inbox, file);
          }
        },
      };
    },
  };
}
