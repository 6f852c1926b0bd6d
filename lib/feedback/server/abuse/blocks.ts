import { coalesceFor } from '@/lib/server/coalesce';
import type { Connection, Store } from '../store';

/** What is kept out at a time. Whoever asks while another asks hears the same. */
const blocksAt = coalesceFor(async (db: Connection, times: readonly number[]) => {
  const blocks = await db.selectFrom('feedback_block').select(['kind', 'value', 'until']).execute();
  return times.map((now) => blocks.filter(({ until }) => until === null || until > now));
});

/** True where staff keep the sender or the words out. Words are looked for without regard to case and width. */
export async function isBlocked(
  { db }: Pick<Store, 'db'>,
  { sender, text, now = Date.now() }: { sender: string; text: string; now?: number },
): Promise<boolean> {
  const blocks = await blocksAt(db, now);
  const plain = (words: string) => words.normalize('NFKC').toLowerCase();
  const said = plain(text);
  return blocks.some(({ kind, value }) =>
    kind === 'sender' ? value === sender : said.includes(plain(value)),
  );
}
