import { useTranslations } from 'next-intl';
import { withoutBlocks } from '@/lib/circle/area';
import type { CirclePageReply } from '@/lib/circle/ask';
import { type CircleQuery, formatCircleQuery } from '@/lib/circle/circle-query';
import { boundsOf, type LngLat } from '@/lib/geo/position';
import { groundPicture, type MapPicture, viewOf } from '@/lib/map/pictures';
import type { ServiceCategory } from '@/lib/places/service';
import { wayClassOf } from '@/lib/routing/way-class';
import { MapView } from '../map/map-view';
import type { EndLabel } from '../route/end-choice';
import { categoryGlyphs } from './category-glyph';
import { CircleLegend } from './circle-legend';

/** More marks than these of one sort hide the map; the list beside it has them all. */
const MOST_MARKS = 40;

/** The circle as a map with its legend: ways, both areas, what is reached and what is lost. Without a circle, where the start lies. */
export function CircleMap({
  reply,
  query,
  start,
  label,
  picture,
  approval,
  isPicking,
  onPick,
}: {
  reply: CirclePageReply | undefined;
  query: CircleQuery;
  start: LngLat | undefined;
  label: EndLabel | undefined;
  /** Shown while there is nothing to frame. */
  picture: MapPicture;
  approval: string | undefined;
  isPicking: boolean;
  onPick: (position: LngLat) => void;
}) {
  const t = useTranslations('CirclePage');
  const circle = reply?.circle.kind === 'circle' ? reply.circle : undefined;
  const nearest = reply?.circle.kind === 'off-network' ? reply.circle.nearest : undefined;
  const mark = (id: string, tone: 'stop' | 'lost') => {
    const service = reply?.services[id];
    if (!service) return [];
    const { name, position, category } = service;
    return [
      {
        id,
        name,
        position,
        category,
        href: `#service-${id}`,
        glyph: categoryGlyphs[category],
        tone,
      },
    ];
  };
  const reached = circle?.services.slice(0, MOST_MARKS).flatMap(({ id }) => mark(id, 'stop')) ?? [];
  const lost = circle?.lost.slice(0, MOST_MARKS).flatMap(({ id }) => mark(id, 'lost')) ?? [];
  const from = circle?.start.position ?? (nearest && start);
  const framed = [
    ...(from ? [from] : []),
    ...(nearest ? [nearest.position] : []),
    ...(circle ? [...circle.area, ...circle.walkerArea].flat(2) : []),
  ];
  return (
    <>
      <MapView
        className="h-[28rem] lg:h-[max(20rem,min(34rem,100dvh-20rem))]"
        label={label && from ? t('map', { start: label.label }) : t('mapEmpty')}
        {...(framed.length > 0 ? groundPicture(framed) : picture)}
        {...(nearest ? viewOf(framed) : framed.length > 0 && { focus: boundsOf(framed) })}
        approval={approval}
        areas={
          circle
            ? [
                { kind: 'other', polygons: withoutBlocks(circle.walkerArea) },
                { kind: 'own', polygons: withoutBlocks(circle.area) },
              ]
            : []
        }
        lines={circle?.streets.map(({ kind, line }) => ({ kind: wayClassOf[kind], line })) ?? []}
        fineLines
        points={[
          ...lost,
          ...reached,
          ...(nearest
            ? [
                {
                  id: 'nearest',
                  name: t('nearest'),
                  position: nearest.position,
                  href: `?${formatCircleQuery({ ...query, start: { kind: 'position', position: nearest.position } })}`,
                  tone: 'done' as const,
                },
              ]
            : []),
          ...(from && label
            ? [{ id: 'start', name: label.label, position: from, href: '#answer', mark: 'A' }]
            : []),
        ]}
        isPicking={isPicking}
        onPick={onPick}
      />
      {circle && (
        <CircleLegend
          minutes={query.minutes}
          ways={new Set(circle.streets.map(({ kind }) => wayClassOf[kind]))}
          categories={new Set<ServiceCategory>([...reached, ...lost].map(({ category }) => category))}
          hasReached={reached.length > 0}
          hasLost={lost.length > 0}
          isPartial={circle.services.length > MOST_MARKS || circle.lost.length > MOST_MARKS}
        />
      )}
    </>
  );
}
