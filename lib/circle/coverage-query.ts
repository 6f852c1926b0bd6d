/** What a page of the coverage shows, as it stands in its address. */
import { type ServiceCategory, serviceCategories } from '@/lib/places/service';
import { type ProfileId, profileIds } from '@/lib/routing/profiles';

export interface CoverageQuery {
  profile: ProfileId;
  category: ServiceCategory;
}

/** Reads the address. Never fails: what it does not understand is left out and named, and so, by itself, a category of which nothing is listed. */
export function parseCoverageQuery(
  params: Readonly<Record<string, string | string[] | undefined>>,
  listed: readonly ServiceCategory[],
): {
  query: CoverageQuery;
  ignored: { name: string; value: string }[];
  unlisted: ServiceCategory[];
} {
  const query: CoverageQuery = { profile: 'walk', category: listed[0] ?? serviceCategories[0] };
  const ignored: { name: string; value: string }[] = [];
  const unlisted: ServiceCategory[] = [];
  for (const [name, given] of Object.entries(params))
    for (const [index, value] of [given ?? []].flat().entries()) {
      if (value === '') continue;
      const profile = name === 'profile' ? profileIds.find((id) => id === value) : undefined;
      const category = name === 'category' ? serviceCategories.find((id) => id === value) : undefined;
      if (index === 0 && profile) query.profile = profile;
      else if (index === 0 && category && !listed.includes(category)) unlisted.push(category);
      else if (index === 0 && category) query.category = category;
      else ignored.push({ name, value });
    }
  return { query, ignored, unlisted };
}
