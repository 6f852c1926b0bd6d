/** npm run dispatch: tells the city what stands in the outbox and asks how it stands, in a process of its own, until SIGTERM. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkContent } from '../lib/content/check';
import { readContent } from '../lib/content/server/read-content';
import { runDelivery } from '../lib/feedback/server/delivery/start';
import { loadStore } from '../lib/feedback/server/store';

/** The kinds of the content as it was compiled last: by the build of the portal, or `npm run content:check`. */
async function loadKinds() {
  const generated = await import(pathToFileURL(path.resolve('.contentlayer/generated/index.mjs')).href);
  const { content } = checkContent(await readContent(generated, path.resolve('content')));
  if (!content) throw new Error('The content has mistakes: npm run content:check names them.');
  return content.kinds;
}

const stop = new AbortController();
for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => stop.abort());
try {
  const kinds = await loadKinds();
  await runDelivery(async () => kinds, stop.signal);
  await (await loadStore()).db.destroy();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
