import { solveChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import sharp from 'sharp';
import { beforeEach, expect, test } from 'vitest';
import { takePoint } from '@/lib/server/rate-limit';
import type { KindRules } from '../kind';
import { makeChallenge, secretsOf, spendChallenge } from './abuse/challenge';
import { checkConfirmToken, makeConfirmToken } from './abuse/confirm-token';
import { limits } from './abuse/limits';
import { senderOf } from './abuse/sender';
import { acceptSubmission } from './accept';
import { addDraftPhotos, beginDraft, findDraft, keepDraft, listDraftPhotos, makeDraftToken } from './drafts';
import { describeDatabases } from './fixtures/databases';
import { submissionOf } from './fixtures/submissions';
import { useStore } from './fixtures/use-store';
import type { Store } from './store';
import { submit } from './submit';

const kinds: KindRules[] = [{ code: 'steps-ramps', needsPlace: true, questions: [] }];

describeDatabases('the door', (make) => {
  const open = useStore(make);
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });

  async function prove(): Promise<string> {
    const challenge = await makeChallenge(store, { tries: 3 });
    const solution = await solveChallenge({ challenge, deriveKey });
    return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
  }
  const photo = async () =>
    new File(
      [
        await sharp({ create: { width: 30, height: 20, channels: 3, background: 'red' } })
          .png()
          .toBuffer(),
      ],
      'a.png',
    );
  const accept = async (input: unknown, { files = [] as Blob[], proof = '' } = {}) =>
    acceptSubmission(store, { input, files, proof: proof || (await prove()), sender: 'somebody', kinds });
  const count = async () =>
    Number(
      (
        await store.db
          .selectFrom('feedback_request')
          .select(({ fn }) => fn.countAll().as('count'))
          .executeTakeFirstOrThrow()
      ).count,
    );

  test('takes a suggestion with its photo, and answers a repeated one without asking for anything', async () => {
    const input = submissionOf();
    const first = await accept(input, { files: [await photo()] });
    if (first.result !== 'kept') throw new Error(first.result);
    const again = await acceptSubmission(store, { input, files: [], proof: '', sender: 'somebody', kinds });
    expect(again).toEqual({ result: 'kept', receipt: { ...first.receipt, isNew: false } });
    const kept = await store.db.selectFrom('feedback_photo').selectAll().execute();
    expect(kept).toHaveLength(1);
    expect((await sharp(kept[0]?.bytes).metadata()).format).toBe('jpeg');
    expect(kept[0]?.id).toMatch(/^[\w-]{22}$/);
  });

  test('a proof is worth what the library says it is, whatever is changed in it', async () => {
    const proof = JSON.parse(Buffer.from(await prove(), 'base64').toString());
    const { challenge, solution } = proof;
    const changed = [
      proof,
      { challenge, solution: { ...solution, derivedKey: solution.derivedKey.replace(/^../, 'ff') } },
      { challenge: { ...challenge, signature: challenge.signature.replace(/^../, '00') }, solution },
      ...Object.keys(challenge.parameters).map((name) => ({
        challenge: {
          ...challenge,
          parameters: {
            ...challenge.parameters,
            [name]:
              typeof challenge.parameters[name] === 'number'
                ? challenge.parameters[name] + 1
                : 'ab'.repeat(32),
          },
        },
        solution,
      })),
      { challenge: { ...challenge, parameters: { ...challenge.parameters, more: 1 } }, solution },
    ];
    const verdicts = [];
    for (const payload of changed) {
      const { verified } = await verifySolution({ ...payload, deriveKey, ...secretsOf(store) });
      const own = await spendChallenge(store, Buffer.from(JSON.stringify(payload)).toString('base64'));
      expect(own === 'solved').toBe(verified);
      verdicts.push(own);
    }
    expect(verdicts.filter((verdict) => verdict === 'solved')).toHaveLength(1);
    expect(verdicts.length).toBeGreaterThan(8);
  });

  test('of one proof spent many times at once one counts', async () => {
    // The first goes alone; those behind it go together, ten of them with one proof.
    const [first, proof] = [await prove(), await prove()];
    const proofs = [first, ...Array.from({ length: 10 }, () => proof)];
    const verdicts = await Promise.all(proofs.map((one) => spendChallenge(store, one)));
    expect(verdicts.filter((verdict) => verdict === 'solved')).toHaveLength(2);
  });

  test('points taken at once are counted one by one', async () => {
    const limit = { name: 'test', points: 5, seconds: 60 };
    const takings = await Promise.all([
      ...Array.from({ length: 8 }, () => takePoint(store.db, limit, 'a', 1000)),
      ...Array.from({ length: 3 }, () => takePoint(store.db, limit, 'b', 1000)),
    ]);
    expect(takings).toEqual([0, 0, 0, 0, 0, 60, 60, 60, 0, 0, 0]);
  });

  test('a known key with other words asks for a key of its own, and keeps nothing', async () => {
    const input = submissionOf();
    expect(await accept(input)).toMatchObject({ result: 'kept' });
    expect(await accept({ ...input, description: '灯坏了，也没有扶手。' })).toEqual({ result: 'taken' });
  });

  test('a proof counts once, and not when somebody made it up', async () => {
    const proof = await prove();
    expect(await spendChallenge(store, proof)).toBe('solved');
    expect(await accept(submissionOf(), { proof })).toEqual({ result: 'unproven' });
    const made = JSON.parse(Buffer.from(await prove(), 'base64').toString());
    made.challenge.parameters.cost = 1;
    const forged = Buffer.from(JSON.stringify(made)).toString('base64');
    for (const wrong of [forged, 'e30=', 'not base64 at all', Buffer.from('[]').toString('base64')])
      expect(await accept(submissionOf(), { proof: wrong })).toEqual({ result: 'unproven' });
    expect(await spendChallenge(store, await prove(), Date.now() + 3_600_000)).not.toBe('wrong');
    expect(await count()).toBe(0);
  });

  test('faults come back by field, and nothing is kept', async () => {
    const faulty = async (input: unknown, files: Blob[] = []) => {
      const accepted = await accept(input, { files });
      return accepted.result === 'faulty' ? accepted.faults : accepted.result;
    };
    expect(await faulty({ ...submissionOf(), description: '\u200b' })).toContainEqual({
      field: 'description',
      fault: 'required',
    });
    expect(await faulty({ ...submissionOf(), kind: 'nonsense' })).toEqual([
      { field: 'kind', fault: 'unknown-kind' },
    ]);
    expect(await faulty({ ...submissionOf(), location: { how: 'point', position: [0, 0] } })).toEqual([
      { field: 'location.position', fault: 'outside' },
    ]);
    expect(await faulty({ ...submissionOf(), role: 'admin' })).toEqual([{ field: 'form', fault: 'invalid' }]);
    expect(await faulty('text')).toEqual([{ field: 'form', fault: 'invalid' }]);
    expect(await faulty(submissionOf(), [new Blob(['<svg/>'])])).toEqual([
      { field: 'photos', fault: 'not-a-picture' },
    ]);
    const six = await Promise.all(Array.from({ length: 6 }, photo));
    expect(await faulty(submissionOf(), six)).toEqual([{ field: 'photos', fault: 'too-many' }]);
    expect(await count()).toBe(0);
  });

  test('SQL and scripts are text like any other', async () => {
    const description = "'); DROP TABLE feedback_request;-- <script>alert(1)</script>";
    await accept({ ...submissionOf(), description });
    const row = await store.db.selectFrom('feedback_request').selectAll().executeTakeFirstOrThrow();
    expect(row.description).toBe(description);
  });

  test('who sends too much waits, and others do not', async () => {
    for (let sent = 0; sent < limits.submit.points; sent++)
      await store.db
        .insertInto('rate_limit')
        .values({ key: 'submit somebody', points: 1, expires_at: Date.now() + 60_000 })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ points: limits.submit.points }))
        .execute();
    const accepted = await accept(submissionOf());
    expect(accepted.result).toBe('limited');
    expect(accepted).toMatchObject({ seconds: expect.closeTo(60, -1) });
    const other = await acceptSubmission(store, {
      input: submissionOf(),
      files: [],
      proof: await prove(),
      sender: 'somebody else',
      kinds,
    });
    expect(other.result).toBe('kept');
  });

  test('words and senders that staff keep out', async () => {
    const block = (kind: 'words' | 'sender', value: string) =>
      store.db
        .insertInto('feedback_block')
        .values({ id: value, kind, value, reason: 'test', added_by: 'test', added_at: 0, until: null })
        .execute();
    await block('words', 'Casino');
    expect((await accept({ ...submissionOf(), description: '来玩ＣＡＳＩＮＯ吧' })).result).toBe('blocked');
    expect((await accept(submissionOf())).result).toBe('kept');
    await block('sender', 'somebody');
    expect((await accept(submissionOf())).result).toBe('blocked');
  });

  test('a draft waits sealed, with its photos, and becomes one suggestion', async () => {
    const token = makeDraftToken();
    const begun = beginDraft(token, 'zh-CN');
    const draft = { ...begun.draft, description: '秘密的话', kind: 'steps-ramps' };
    await keepDraft(store, { ...begun, draft });
    const tooMany = await addDraftPhotos(
      store,
      begun.id,
      Array.from({ length: 7 }, () => ({ bytes: new Uint8Array([1]), width: 1, height: 1 })),
    );
    expect(tooMany).toBe(2);
    expect(await listDraftPhotos(store, begun.id)).toHaveLength(5);
    const row = await store.db.selectFrom('feedback_draft').selectAll().executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain('秘密');
    expect(JSON.stringify(row)).not.toContain(token);
    expect(await findDraft(store, 'another')).toBeUndefined();
    expect((await findDraft(store, token))?.draft.description).toBe('秘密的话');
    expect(await findDraft(store, token, Date.now() + 25 * 3_600_000)).toBeUndefined();

    const submission = submissionOf({ key: draft.key });
    const receipt = await submit(store, { submission, draft: begun.id });
    expect((await findDraft(store, token))?.reference).toBe(receipt.reference);
    const photos = await store.db.selectFrom('feedback_photo').select(['reference', 'draft']).execute();
    expect(photos).toEqual(Array.from({ length: 5 }, () => ({ reference: receipt.reference, draft: null })));
  });

  test('the confirming step: of this draft, not at once, not after an hour', () => {
    const now = 1_700_000_000_000;
    const token = makeConfirmToken(store.vault, 'mine', now);
    const check = (draft: string, text: string, at: number) =>
      checkConfirmToken(store.vault, draft, text, at);
    expect(check('mine', token, now + 5000)).toBe('good');
    expect(check('mine', token, now + 500)).toBe('too-fast');
    expect(check('mine', token, now + 4_000_000)).toBe('expired');
    expect(check('yours', token, now + 5000)).toBe('wrong');
    expect(check('mine', `${now - 99}.${token.split('.')[1]}`, now + 5000)).toBe('wrong');
    expect(check('mine', '', now)).toBe('wrong');
  });

  test('a sender is a household, and no address can be read from it', () => {
    const of = (address: string) => senderOf(new Headers({ 'x-forwarded-for': address }), store.vault);
    expect(of('2001:db8:1:2::9')).toBe(of('2001:db8:1:2:aaaa:bbbb:cccc:dddd'));
    expect(of('2001:db8:1:3::9')).not.toBe(of('2001:db8:1:2::9'));
    expect(of('::ffff:192.0.2.1')).toBe(of('192.0.2.1'));
    expect(of('192.0.2.1')).not.toContain('192');
    expect(of('192.0.2.2')).not.toBe(of('192.0.2.1'));
  });
});
