/** Suggestions as browsers send them, made before the clock starts. */
import { createChallenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { secretsOf } from '@/lib/feedback/server/abuse/challenge';
import { submissionOf } from '@/lib/feedback/server/fixtures/submissions';
import type { Submission } from '@/lib/feedback/submission';
import type { Vault } from '@/lib/server/vault';

/** One form, ready for the wire. */
export interface ReadyRequest {
  headers: Record<string, string>;
  body: Buffer;
}

const BOUNDARY = 'yuwalk-bench-boundary';
/** As many suggestions as one household may send in an hour, with some to spare. */
const PER_SENDER = 40;
const SOON = 3_600_000;

/** A solved challenge, the portal's own but for the work that went into it: the portal checks it as any other. */
async function prove(vault: Vault): Promise<string> {
  const challenge = await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: 1,
    counter: 1,
    expiresAt: new Date(Date.now() + SOON),
    deriveKey,
    ...secretsOf({ vault }),
  });
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
}

const words = [
  '台阶没有坡道，轮椅上不去。',
  '楼梯间的灯坏了三盏，晚上看不见台阶，老人不敢走。',
  'The lift to the upper road has been out of order since Monday, and no notice says until when.',
];

/** As the portal's own form sends: JSON without photos, else a form. */
const jsonOf = (submission: Submission, proof: string) => ({
  type: 'application/json',
  body: Buffer.from(JSON.stringify({ submission, proof })),
});

function formOf(submission: Submission, proof: string, photo: Uint8Array) {
  const part = (name: string, value: string | Uint8Array, more = '') => [
    Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`),
    Buffer.from(value),
    Buffer.from('\r\n'),
  ];
  return {
    type: `multipart/form-data; boundary=${BOUNDARY}`,
    body: Buffer.concat([
      ...part('submission', JSON.stringify(submission)),
      ...part('proof', proof),
      ...part('photos', photo, '; filename="photo.jpg"\r\nContent-Type: image/jpeg'),
      Buffer.from(`--${BOUNDARY}--\r\n`),
    ]),
  };
}

/** Senders so far: none of a later batch has sent before. */
let senders = 0;

/** So many suggestions from many households, each with a key and a proof of its own, and with a photo where one is given. */
export async function makeRequests(count: number, vault: Vault, photo?: Uint8Array): Promise<ReadyRequest[]> {
  const requests: ReadyRequest[] = [];
  for (let i = 0; i < count; i++) {
    const submission = submissionOf({
      description: words[i % words.length] as string,
      location: {
        how: 'point',
        position: [106.55 + (i % 400) / 10_000, 29.55 + (i % 300) / 10_000],
        name: '',
      },
      consent: { contact: false, publish: i % 3 === 0, news: false },
    });
    const proof = await prove(vault);
    const { type, body } = photo ? formOf(submission, proof, photo) : jsonOf(submission, proof);
    if (i % PER_SENDER === 0) senders++;
    requests.push({
      body,
      headers: {
        'Content-Type': type,
        'Content-Length': String(body.length),
        'X-Forwarded-For': `10.${(senders >> 16) & 255}.${(senders >> 8) & 255}.${senders & 255}`,
      },
    });
  }
  return requests;
}
