import type { ServiceCategory } from '@/lib/places/service';
import { iconPaths, LineSign } from '../ui/icon';

/** A small sign for each category, drawn on a 24 grid in one stroke: on the map, in its legend and in the list. */
export const categoryGlyphs: Readonly<Record<ServiceCategory, string>> = {
  health: 'M12 4.5v15M4.5 12h15',
  'elder-care':
    'M9.5 4.5a1.3 1.3 0 1 0 0-.1M9.5 8.5c-2 2-2 4.5-1 7L7 20.5M9.5 8.5l3.5 4M9.5 14l3 6.5M17.5 20.5v-8a1.6 1.6 0 0 0-3.2 0',
  childcare:
    'M12 4a7.5 7.5 0 0 1 7.5 7.5h-15A7.5 7.5 0 0 1 12 4v7.5M4.5 11.5l2 4.5h11l2-4.5M8 20h.1M16 20h.1',
  education: 'M12 7c-2-1.6-5-2-8-2v13c3 0 6 .4 8 2 2-1.6 5-2 8-2V5c-3 0-6 .4-8 2v13',
  shopping: 'M3.5 9.5h17l-2 10h-13ZM8 9.5 11 4M16 9.5 13 4',
  meals: 'M3.5 11h17a8.5 8.5 0 0 1-17 0ZM9 20.5h6M8 8l7-5M13 8l6-4',
  green: 'M12 21v-7M12 14a5.5 5.5 0 1 1 0-11 5.5 5.5 0 0 1 0 11',
  sport: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16M4.5 10c5 .5 9.5 4 11 9M8 5c3 1 8.5 5 11.5 10',
  culture: 'M3.5 9.5 12 4l8.5 5.5ZM6.5 10v8.5M12 10v8.5M17.5 10v8.5M3.5 20h17',
  community: 'M8 8a2.2 2.2 0 1 0 0-.1M16 8a2.2 2.2 0 1 0 0-.1M3 19.5c0-7 9.5-7 9.5 0M12 14.5c2-3.5 9-2.5 9 5',
  transport: iconPaths.train,
  toilet: iconPaths.toilet,
  emergency: iconPaths.check,
  housing: 'M3.5 12 12 4l8.5 8M6 10v10h12V10M10 20v-6h4v6',
  jobs: 'M3.5 8h17v11.5h-17ZM9 8V4.5h6V8M3.5 13h17',
};

/** The sign of a category beside its name. Decorative. */
export const CategoryGlyph = ({ category, className }: { category: ServiceCategory; className?: string }) => (
  <LineSign path={categoryGlyphs[category]} className={className} />
);
