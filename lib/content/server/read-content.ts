import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { RawContent, RawDocument } from '../check';

/** What Contentlayer writes for a file: its fields beside its own bookkeeping. */
interface GeneratedDocument {
  _id: string;
  _raw: { sourceFilePath: string };
  type: string;
  body?: { code: string };
}

function toRawDocument({ _id, _raw, type, body, ...data }: GeneratedDocument): RawDocument {
  // Contentlayer writes a field the file does not have as undefined or not at all; both mean absent.
  const fields = Object.fromEntries(
    Object.entries(data).filter(([, value]) => value !== undefined && value !== null),
  );
  return { file: `content/${_raw.sourceFilePath}`, data: fields, ...(body && { body: body.code }) };
}

async function readNetwork(folder: string): Promise<RawDocument[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.geojson')).sort();
  return Promise.all(
    files.map(async (name) => {
      const text = await readFile(path.join(folder, name), 'utf8');
      try {
        return { file: `content/network/${name}`, data: JSON.parse(text) as unknown };
      } catch (cause) {
        throw new Error(`content/network/${name}: (file): not JSON: ${(cause as Error).message}`, { cause });
      }
    }),
  );
}

/** All content as Contentlayer and the network folder give it, unchecked. */
export async function readContent(
  generated: { allWalks: unknown[]; allStories: unknown[]; allPlaces: unknown[]; allStations: unknown[] },
  networkFolder: string,
): Promise<RawContent> {
  const documents = (list: unknown[]) => (list as GeneratedDocument[]).map(toRawDocument);
  return {
    walks: documents(generated.allWalks),
    stories: documents(generated.allStories),
    places: documents(generated.allPlaces),
    stations: documents(generated.allStations),
    network: await readNetwork(networkFolder),
  };
}
