import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Content, checkContent, type Problem } from '../lib/content/check';
import { readContent, readMessages } from '../lib/content/server/read-content';
import { daysOffFolder, readDaysOff } from '../lib/feedback/server/days-off';
import { readNoticeFiles } from '../lib/notices/server/read-notices';
import { edgeIdsOf, readOperatorNetwork } from '../lib/routing/server/operator-network';
import { readOwnSheets } from '../lib/sketch/server/own-sheet';

/** Runs Contentlayer over content/ and checks what it found, interface words too. Throws when a file cannot be read at all. */
export async function compileContent(root: string): Promise<{ problems: Problem[]; content?: Content }> {
  const bin = path.join(root, 'node_modules/.bin');
  const compiled = spawnSync('contentlayer2', ['build'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` },
  });
  if (compiled.status !== 0)
    throw new Error(
      `The content cannot be read:\n${`${compiled.stdout ?? ''}${compiled.stderr ?? ''}`.trim()}`,
    );
  const operatorNetwork = await readOperatorNetwork();
  const generated = await import(pathToFileURL(path.join(root, '.contentlayer/generated/index.mjs')).href);
  return checkContent({
    ...(await readContent(generated, path.join(root, 'content'))),
    messages: await readMessages(path.join(root, 'messages')),
    notices: await readNoticeFiles(),
    daysOff: await readDaysOff(daysOffFolder()),
    sheets: await readOwnSheets(path.join(root, 'content')),
    ...(operatorNetwork && { edgeIds: edgeIdsOf(operatorNetwork) }),
  });
}
