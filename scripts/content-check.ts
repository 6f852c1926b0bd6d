/** npm run content:check: compiles the content, checks it and says what is wrong, one line per mistake. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkContent, formatProblem } from '../lib/content/check';
import { readContent, readMessages } from '../lib/content/server/read-content';

const root = process.cwd();
const compiled = spawnSync('contentlayer2', ['build'], {
  cwd: root,
  encoding: 'utf8',
  env: {
    ...process.env,
    PATH: `${path.join(root, 'node_modules/.bin')}${path.delimiter}${process.env.PATH}`,
  },
});
if (compiled.status !== 0) {
  console.error(`The content cannot be read:\n${compiled.stdout ?? ''}${compiled.stderr ?? ''}`.trim());
  process.exit(1);
}

try {
  const generated = await import(pathToFileURL(path.join(root, '.contentlayer/generated/index.mjs')).href);
  const { problems, content } = checkContent({
    ...(await readContent(generated, path.join(root, 'content/network'))),
    messages: await readMessages(path.join(root, 'messages')),
  });
  if (!content) {
    for (const problem of problems) console.error(formatProblem(problem));
    console.error(`\n${problems.length} mistake${problems.length === 1 ? '' : 's'} in the content.`);
    process.exit(1);
  }
  console.log(
    `The content is sound: ${content.walks.length} walks, ${content.places.size} places, ${content.stations.size} stations, ` +
      `${content.network.nodes.size} nodes and ${content.network.edges.length} edges.`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
