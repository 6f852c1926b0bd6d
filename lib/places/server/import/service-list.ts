import { cityBounds } from '@/lib/geo/city';
import { containsPosition, distanceMeters, type LngLat } from '@/lib/geo/position';
import {
  type ServiceCategory,
  type ServiceFeature,
  serviceCategories,
  serviceFeatureSchema,
} from '../../service';

/** What an import says of what it made. */
export interface ServiceReport {
  kept: { services: number; byCategory: Partial<Record<ServiceCategory, number>> };
  /** Elements or rows left out, by reason. */
  dropped: Record<string, number>;
  withoutName: number;
  withoutHours: number;
  withoutWheelchair: number;
  /** Kept, but outside the city's bounds: the content's check refuses them. */
  outsideCity: number;
}

/** Within these metres the same name is the same thing, mapped as a point and as an outline or entered twice. */
const SAME_METERS = 50;
/** Two stops of one name face each other across a street, and unnamed ones have only their point. */
const SAME_POINT_METERS = 2;
/** Decimals of a degree that are kept: a tenth of a metre. */
const DECIMALS = 1e6;

/** Service points as they are found: checked, told from those already there, counted. */
export class ServiceList {
  readonly features: ServiceFeature[] = [];
  private readonly dropped = new Map<string, number>();
  private readonly ids = new Set<string>();
  private readonly places = new Map<string, LngLat[]>();

  /** Counts what was left out. */
  drop(reason: string): void {
    this.dropped.set(reason, (this.dropped.get(reason) ?? 0) + 1);
  }

  /** Adds a point at a position in WGS-84 degrees. Otherwise counts and returns why not: `duplicate`, or what the schema says of `invalid`. */
  add(
    properties: Readonly<Record<string, unknown>>,
    [lng, lat]: LngLat,
  ): { reason: 'duplicate' | 'invalid'; detail: string } | undefined {
    const parsed = serviceFeatureSchema.safeParse({
      type: 'Feature',
      properties,
      geometry: {
        type: 'Point',
        coordinates: [Math.round(lng * DECIMALS) / DECIMALS, Math.round(lat * DECIMALS) / DECIMALS],
      },
    });
    if (!parsed.success) {
      this.drop('invalid');
      const [issue] = parsed.error.issues;
      return {
        reason: 'invalid',
        detail: `${issue?.path.slice(1).join('.') ?? ''}: ${issue?.message ?? ''}`,
      };
    }
    const { id } = parsed.data.properties;
    if (this.ids.has(id) || this.isKnown(parsed.data)) {
      this.drop('duplicate');
      return { reason: 'duplicate', detail: parsed.data.properties.name ?? id };
    }
    this.ids.add(id);
    this.features.push(parsed.data);
    return undefined;
  }

  private isKnown({ properties, geometry }: ServiceFeature): boolean {
    const { category, kind = '', name = '', level = '' } = properties;
    const key = [category, kind, level, name].join('\n');
    const near = name === '' || kind === 'bus-stop' ? SAME_POINT_METERS : SAME_METERS;
    const known = this.places.get(key) ?? [];
    if (known.some((position) => distanceMeters(position, geometry.coordinates) <= near)) return true;
    known.push(geometry.coordinates);
    this.places.set(key, known);
    return false;
  }

  report(): ServiceReport {
    const { features } = this;
    const count = (isCounted: (feature: ServiceFeature) => boolean) => features.filter(isCounted).length;
    const byCategory = serviceCategories.flatMap((category) => {
      const found = count(({ properties }) => properties.category === category);
      return found > 0 ? [[category, found] as const] : [];
    });
    return {
      kept: { services: features.length, byCategory: Object.fromEntries(byCategory) },
      dropped: Object.fromEntries(this.dropped),
      withoutName: count(({ properties }) => properties.name === undefined),
      withoutHours: count(({ properties }) => properties.opening_hours === undefined),
      withoutWheelchair: count(({ properties }) => properties.wheelchair === undefined),
      outsideCity: count(({ geometry }) => !containsPosition(cityBounds, geometry.coordinates)),
    };
  }
}
