import type { Store } from '../store';

/** True where staff keep the sender or the words out. Words are looked for without regard to case and width. */
export async function isBlocked(
  { db }: Pick<Store, 'db'>,
  { sender, text, now = Date.now() }: { sender: string; text: string; now?: number },
): Promise<boolean> {
  const blocks = await db
    .selectFrom('feedback_block')
    .select(['kind', 'value'])
    .where(({ or, eb }) => or([eb('until', 'is', null), eb('until', '>', now)]))
    .execute();
  const plain = (words: string) => words.normalize('NFKC').toLowerCase();
  const said = plain(text);
  return blocks.some(({ kind, value }) =>
    kind === 'sender' ? value === sender : said.includes(plain(value)),
  );
}
