import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { locales } from '@/lib/i18n/locales';
import type { RawContent, RawDocument } from '../check';

/** What Contentlayer writes for a file: its fields beside its own bookkeeping. */
interface GeneratedDocument {
  _id: string;
  _raw: { sourceFilePath: string };
  type: string;
  body?: { code: string; raw: string };
}

function toRawDocument({ _id, _raw, type, body, ...data }: GeneratedDocument): RawDocument {
  // Contentlayer writes a field the file does not have as undefined or not at all; both mean absent.
  const fields = Object.fromEntries(
    Object.entries(data).filter(([, value]) => value !== undefined && value !== null),
  );
  return {
    file: `content/${_raw.sourceFilePath}`,
    data: fields,
    ...(body && { body: body.code, text: body.raw }),
  };
}

/** The GeoJSON files of a folder of content/, which Contentlayer does not read. */
async function readCollections(
  contentFolder: string,
  name: 'network' | 'services' | 'areas',
): Promise<RawDocument[]> {
  const folder = path.join(contentFolder, name);
  // Nobody has to have areas.
  const found = await readdir(folder).catch((error: unknown) => {
    if (name === 'areas') return [];
    throw error;
  });
  const files = found.filter((file) => file.endsWith('.geojson')).sort();
  return Promise.all(
    files.map(async (file) => {
      const text = await readFile(path.join(folder, file), 'utf8');
      try {
        return { file: `content/${name}/${file}`, data: JSON.parse(text) as unknown };
      } catch (cause) {
        throw new Error(`content/${name}/${file}: (file): not JSON: ${(cause as Error).message}`, { cause });
      }
    }),
  );
}

/** The interface words of every language, for the glossary's check. */
export async function readMessages(folder: string): Promise<RawDocument[]> {
  return Promise.all(
    locales.map(async (locale) => ({
      file: `messages/${locale}.json`,
      data: JSON.parse(await readFile(path.join(folder, `${locale}.json`), 'utf8')) as unknown,
    })),
  );
}

/** All content as Contentlayer and the folders of GeoJSON give it, unchecked. */
export async function readContent(
  generated: Record<
    'allWalks' | 'allStories' | 'allPlaces' | 'allStations' | 'allKinds' | 'allGlossaries',
    unknown[]
  >,
  contentFolder: string,
): Promise<RawContent> {
  const documents = (list: unknown[]) => (list as GeneratedDocument[]).map(toRawDocument);
  return {
    walks: documents(generated.allWalks),
    stories: documents(generated.allStories),
    places: documents(generated.allPlaces),
    stations: documents(generated.allStations),
    network: await readCollections(contentFolder, 'network'),
    services: await readCollections(contentFolder, 'services'),
    areas: await readCollections(contentFolder, 'areas'),
    kinds: documents(generated.allKinds),
    glossary: documents(generated.allGlossaries),
  };
}
