'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { stringify } from 'yaml';
import type { LngLat } from '@/lib/geo/position';
import { formatDistance } from '@/lib/i18n/format';
import { leaveOneOut } from '@/lib/sketch/leave-one-out';
import { svgSize } from '@/lib/sketch/svg-size';
import { type ControlPoint, makeWarp } from '@/lib/sketch/warp';
import { WarpError } from '@/lib/sketch/warp-error';
import { fieldLook } from '../route/field';

interface KnownPlace {
  id: string;
  name: string;
  position: LngLat;
}

interface Picture {
  file: string;
  url: string;
  width: number;
  height: number;
}

const buttonLook =
  'min-h-target cursor-pointer border border-rule-strong bg-raised px-3 hover:border-cinnabar hover:text-cinnabar disabled:cursor-default disabled:opacity-50';
const MOST_PIXELS = 100_000_000;
const MOST_CHECKED = 24;

/** An SVG counts in the units of its viewBox, which may be millimetres; a finer grid than whole units is wanted there. */
const tenth = (value: number) => Math.round(value * 10) / 10;

/** Size of a picture as the content check will find it. Throws for what is no picture. */
async function sizeOf(file: File, url: string): Promise<{ width: number; height: number }> {
  const image = new Image();
  await new Promise((resolve, reject) => {
    image.onload = resolve;
    image.onerror = reject;
    image.src = url;
  });
  if (!/\.svg$/i.test(file.name)) return { width: image.naturalWidth, height: image.naturalHeight };
  const { documentElement: root } = new DOMParser().parseFromString(await file.text(), 'image/svg+xml');
  const size = svgSize((name) => root.getAttribute(name));
  if ('wrong' in size) throw new RangeError(size.wrong);
  return size;
}

/** A drawing from the editor's own disk, points set by clicking, how well they fit, and the file to put beside the picture. Nothing leaves the browser. */
export function PointSetter({
  walks,
  places,
}: {
  walks: readonly { id: string; title: string; places: readonly string[] }[];
  places: readonly KnownPlace[];
}) {
  const t = useTranslations('PointSetter');
  const locale = useLocale();
  const [walk, setWalk] = useState(walks[0]?.id ?? '');
  const [picture, setPicture] = useState<Picture>();
  const [refused, setRefused] = useState(false);
  const [points, setPoints] = useState<(ControlPoint & { place: string })[]>([]);
  const own = walks.find(({ id }) => id === walk)?.places ?? [];
  // The walk's own places first: they are what a drawing shows.
  const choices = useMemo(
    () => [
      ...places.filter(({ id }) => own.includes(id)),
      ...places.filter(({ id }) => !own.includes(id)).toSorted((a, b) => a.name.localeCompare(b.name)),
    ],
    [places, own],
  );
  const free = choices.filter(({ id }) => !points.some(({ place }) => place === id));
  const [wanted, setWanted] = useState('');
  const next = free.find(({ id }) => id === wanted) ?? free[0];

  const fit = useMemo(() => {
    if (!picture || points.length < 3) return undefined;
    try {
      return {
        warp: makeWarp(points, picture),
        // Of many points it would take seconds.
        misses: points.length <= MOST_CHECKED ? leaveOneOut(points, picture) : [],
        problem: undefined,
      };
    } catch (error) {
      if (!(error instanceof WarpError)) throw error;
      return { warp: undefined, misses: [], problem: error };
    }
  }, [picture, points]);
  const yaml = picture
    ? stringify({
        picture: `sheet.${/\.jpe?g$/i.test(picture.file) ? 'jpg' : (picture.file.split('.').at(-1)?.toLowerCase() ?? 'png')}`,
        width: picture.width,
        height: picture.height,
        illustrator: '',
        licence: '',
        edition: new Date().toISOString().slice(0, 10),
        points: points.map(({ x, y, position: [lng, lat], name }) => ({
          x: tenth(x),
          y: tenth(y),
          lng,
          lat,
          name,
        })),
      })
    : '';

  async function open(file: File | undefined) {
    if (!file) return;
    const url = URL.createObjectURL(file);
    try {
      const size = await sizeOf(file, url);
      if (!(size.width > 0 && size.width * size.height <= MOST_PIXELS)) throw new RangeError('size');
      setPicture({ file: file.name, url, ...size });
      setPoints([]);
      setRefused(false);
    } catch {
      // What was open before stays, with its points.
      URL.revokeObjectURL(url);
      setRefused(true);
    }
  }
  function set(x: number, y: number) {
    if (!next || !picture) return;
    setPoints([
      ...points,
      {
        place: next.id,
        name: next.name,
        position: next.position,
        x: Math.min(picture.width, Math.max(0, x)),
        y: Math.min(picture.height, Math.max(0, y)),
      },
    ]);
    setWanted('');
  }

  return (
    <div className="noscript:hidden mt-6 grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="flex flex-col gap-4">
        <label className="flex flex-col gap-1 text-sm text-soft">
          {t('walk')}
          <select className={fieldLook} value={walk} onChange={({ target }) => setWalk(target.value)}>
            {walks.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label className="flex flex-col gap-1 text-sm text-soft">
          {t('picture')}
          <input
            type="file"
            accept=".svg,.png,.jpg,.jpeg"
            className={`${fieldLook} py-2`}
            onChange={({ target }) => void open(target.files?.[0])}
          />
        </label>
        {refused && (
          <p role="alert" className="border-s-4 border-cinnabar bg-raised px-4 py-2">
            {t('refused')}
          </p>
        )}
        {picture && (
          <>
            <label className="flex flex-col gap-1 text-sm text-soft">
              {t('next')}
              <select
                className={fieldLook}
                value={next?.id ?? ''}
                onChange={({ target }) => setWanted(target.value)}
              >
                {free.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            <button
              type="button"
              aria-label={t('click')}
              className="relative block cursor-crosshair border border-rule"
              onClick={({ currentTarget, clientX, clientY, detail }) => {
                const box = currentTarget.getBoundingClientRect();
                // By keyboard the middle is meant: the numbers beside it move the point from there.
                const [x, y] =
                  detail === 0
                    ? [0.5, 0.5]
                    : [(clientX - box.left) / box.width, (clientY - box.top) / box.height];
                set(x * picture.width, y * picture.height);
              }}
            >
              <img src={picture.url} alt="" className="block w-full" />
              {points.map(({ place, x, y }, index) => (
                <span
                  key={place}
                  aria-hidden="true"
                  className="absolute grid size-6 -translate-1/2 place-items-center rounded-full bg-cinnabar text-xs text-on-cinnabar ring-2 ring-paper"
                  style={{ left: `${(x / picture.width) * 100}%`, top: `${(y / picture.height) * 100}%` }}
                >
                  {index + 1}
                </span>
              ))}
            </button>
          </>
        )}
      </div>
      <div className="flex flex-col gap-4">
        <div role="status">
          {picture && points.length < 3 && <p>{t('more', { count: 3 - points.length })}</p>}
          {fit?.problem && (
            <p className="border-s-4 border-cinnabar bg-raised px-4 py-2">
              {t(`problems.${fit.problem.code}`)}{' '}
              {t('concerns', {
                points: fit.problem.points.map((index) => points[index]?.name ?? '').join(', '),
              })}
            </p>
          )}
          {fit?.warp && <p>{t('fits')}</p>}
        </div>
        {points.length > 0 && (
          <ol className="flex flex-col gap-2">
            {points.map((point, index) => (
              <li key={point.place} className="flex flex-wrap items-center gap-2 border-b border-rule pb-2">
                <span className="grow basis-40">
                  {index + 1}. {point.name}
                  {fit?.misses[index] !== undefined && (
                    <span className="block text-sm text-soft">
                      {t('misses', { distance: formatDistance(locale, fit.misses[index]) })}
                    </span>
                  )}
                </span>
                {(['x', 'y'] as const).map((axis) => (
                  <input
                    key={axis}
                    type="number"
                    aria-label={`${point.name}: ${axis}`}
                    min={0}
                    max={axis === 'x' ? picture?.width : picture?.height}
                    className={`${fieldLook} max-w-24`}
                    step="any"
                    value={tenth(point[axis])}
                    onChange={({ target }) =>
                      setPoints(
                        points.map((other) =>
                          other === point ? { ...other, [axis]: Number(target.value) || 0 } : other,
                        ),
                      )
                    }
                  />
                ))}
                <button
                  type="button"
                  className={buttonLook}
                  aria-label={t('remove', { name: point.name ?? '' })}
                  onClick={() => setPoints(points.filter((other) => other !== point))}
                >
                  ×
                </button>
              </li>
            ))}
          </ol>
        )}
        {picture && (
          <label className="flex flex-col gap-1 text-sm text-soft">
            {t('file', { folder: `content/walks/${walk}/sheet.yaml` })}
            <textarea readOnly rows={14} value={yaml} className={`${fieldLook} p-2 font-mono text-sm`} />
          </label>
        )}
      </div>
    </div>
  );
}
