/** A service point from the tags of an OpenStreetMap element. What no tag says is left out. */
import type { OsmTags } from '@/lib/routing/osm/tags';
import { mayLackName, type ServiceFeature } from '../service';
import { type ServiceType, type ServiceWord, serviceTypeOf } from '../service-types';
import { countedKeys, osmWords } from './osm-words';

/** `other kind`: nothing of daily life; `closed`: disused or abandoned. */
export type OsmDrop = 'other kind' | 'closed' | 'not for everybody' | 'no name';

/** All of a feature's properties but where it comes from. */
export type OsmService = Omit<ServiceFeature['properties'], 'id' | 'sources' | 'checked'>;

export type OsmVerdict = { service: OsmService } | { dropped: OsmDrop };

function wordOf(tags: OsmTags): ServiceWord | undefined {
  for (const [key, words] of Object.entries(osmWords)) {
    for (const value of tags.get(key)?.split(';') ?? []) {
      const name = value.trim();
      if (Object.hasOwn(words, name)) return words[name];
    }
  }
  // A platform where buses stop, mapped without the older tag.
  if (tags.get('public_transport') === 'platform' && tags.get('bus') === 'yes') return 'bus-stop';
  return undefined;
}

/** What one tag alone does not say: for whom a social facility is, and which years a school teaches. */
function refine(word: ServiceWord, tags: OsmTags): ServiceWord {
  const amenity = tags.get('amenity');
  if (amenity === 'social_facility')
    return /\bsenior\b/.test(tags.get('social_facility:for') ?? '') ||
      ['nursing_home', 'assisted_living'].includes(tags.get('social_facility') ?? '')
      ? 'elder-care'
      : word;
  if (amenity !== 'school') return word;
  const levels = tags.get('isced:level');
  const name = tags.get('name') ?? '';
  const isPrimary = levels ? /1/.test(levels) : /小学|小學/.test(name);
  const isSecondary = levels ? /[23]/.test(levels) : /中学|中學|高中|初中/.test(name);
  if (isPrimary === isSecondary) return word;
  return isPrimary ? 'primary-school' : 'secondary-school';
}

const isYes = (value: string | undefined) => value !== undefined && value !== 'no';

function isPrivate(tags: OsmTags, { category }: ServiceType): boolean {
  const access = tags.get('access') ?? '';
  // A toilet for a café's guests is no public one.
  return access === 'no' || access === 'private' || (category === 'toilet' && access === 'customers');
}

function nameOf(tags: OsmTags) {
  const text = (key: string) => tags.get(key)?.trim() || undefined;
  // In mainland China `name:zh` is written in simplified characters.
  const simplified = text('name:zh-Hans') ?? text('name:zh-CN') ?? text('name:zh');
  const words = {
    'name:zh-CN': simplified,
    'name:zh-Hant': text('name:zh-Hant') ?? text('name:zh-TW') ?? text('name:zh-HK'),
    'name:en': text('name:en'),
    'name:ja': text('name:ja'),
    'name:ko': text('name:ko'),
  };
  return { name: text('name') ?? simplified ?? words['name:zh-Hant'], ...words };
}

function feeOf(tags: OsmTags): string | undefined {
  const fee = tags.get('fee')?.trim();
  // `charge` has the amount, where somebody wrote it down.
  return (fee === 'no' ? fee : tags.get('charge')?.trim() || fee) || undefined;
}

function levelOf(tags: OsmTags): number | undefined {
  const level = tags.get('level')?.trim() ?? '';
  // Over several floors there is no saying which one has the door.
  return /^-?\d{1,3}(\.\d+)?$/.test(level) ? Number(level) : undefined;
}

const wheelchairs = ['yes', 'limited', 'no'] as const;

/** Reads an element's tags; undefined when it is of no kind anybody would take for a service. */
export function readOsmService(tags: OsmTags): OsmVerdict | undefined {
  const found = wordOf(tags);
  if (!found) return countedKeys.some((key) => tags.has(key)) ? { dropped: 'other kind' } : undefined;
  const type = serviceTypeOf(refine(found, tags));
  if (isYes(tags.get('disused')) || isYes(tags.get('abandoned'))) return { dropped: 'closed' };
  if (isPrivate(tags, type)) return { dropped: 'not for everybody' };
  const names = nameOf(tags);
  if (!names.name && !mayLackName(type.category)) return { dropped: 'no name' };
  const known = {
    ...type,
    ...names,
    opening_hours: tags.get('opening_hours')?.trim() || undefined,
    wheelchair: wheelchairs.find((value) => value === tags.get('wheelchair')),
    fee: feeOf(tags),
    level: levelOf(tags),
  };
  const service = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
  return { service: service as OsmService };
}
