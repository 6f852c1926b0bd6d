import path from 'node:path';
import {
  allGlossaries,
  allKinds,
  allPlaces,
  allStations,
  allStories,
  allWalks,
} from 'contentlayer/generated';
import { type Content, checkContent, formatProblem } from '../check';
import { readContent } from './read-content';

async function load(): Promise<Content> {
  const contentFolder = path.join(process.cwd(), 'content');
  const { problems, content } = checkContent(
    await readContent(
      { allGlossaries, allKinds, allPlaces, allStations, allStories, allWalks },
      contentFolder,
    ),
  );
  if (!content) throw new Error(`The content has mistakes:\n${problems.map(formatProblem).join('\n')}`);
  return content;
}

let loading: Promise<Content> | undefined;

/** The checked content; read once per process in production, anew on every call while developing. */
export function loadContent(): Promise<Content> {
  if (process.env.NODE_ENV === 'development') return load();
  loading ??= load();
  return loading;
}
