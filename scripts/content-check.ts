/** npm run content:check: compiles the content, checks it and says what is wrong, one line per mistake. */
import { formatProblem } from '../lib/content/check';
import { compileContent } from './compile-content';

try {
  const { problems, content } = await compileContent(process.cwd());
  if (!content) {
    for (const problem of problems) console.error(formatProblem(problem));
    console.error(`\n${problems.length} mistake${problems.length === 1 ? '' : 's'} in the content.`);
    process.exit(1);
  }
  console.log(
    `The content is sound: ${content.walks.length} walks, ${content.places.size} places, ${content.stations.size} stations, ${content.services.length} services, ` +
      `${content.network.nodes.size} nodes and ${content.network.edges.length} edges.`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
