'use client';

import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { RECTANGLES_MAX } from '@/lib/feedback/desk';
import { primaryLook, quietLook } from './looks';

const sides = ['x', 'y', 'width', 'height'] as const;
type Side = (typeof sides)[number];
/** As typed: empty, or per cent. */
export type TypedRectangle = Record<Side, string>;

export interface BlurWords {
  image: string;
  save: string;
  clearHint: string;
  /** With `{number}` to be filled in here: the browser does not load the messages for two words. */
  part: string;
  remove: string;
  sides: Record<Side, string>;
}

const empty: TypedRectangle = { x: '', y: '', width: '', height: '' };
interface Part {
  id: number;
  /** What its fields begin with. */
  given: TypedRectangle;
}

/** The rectangles as they stand in the fields, by part. */
function readFields(list: HTMLElement | null): Map<number, TypedRectangle> {
  const fieldsets = [...(list?.querySelectorAll('fieldset') ?? [])];
  return new Map(
    fieldsets.map((fieldset) => {
      const typedIn = (side: Side) =>
        fieldset.querySelector<HTMLInputElement>(`input[name=${side}]`)?.value.trim() ?? '';
      return [
        Number(fieldset.dataset.part),
        { x: typedIn('x'), y: typedIn('y'), width: typedIn('width'), height: typedIn('height') },
      ];
    }),
  );
}

const percent = (value: number) => String(Math.round(Math.min(100, Math.max(0, value)) * 10) / 10);
/** All four are numbers: it can be drawn. */
const isWhole = (rectangle: TypedRectangle) =>
  sides.every((side) => /^\d{1,3}(\.\d+)?$/.test(rectangle[side]));
const isEmpty = (rectangle: TypedRectangle) => sides.every((side) => rectangle[side] === '');

/**
 * Parts of a photo to be made unreadable: drawn on it with a pointer, or typed. What is sent are the fields, so that it works without scripts and by
 * keyboard alike.
 */
export function BlurEditor({
  src,
  width,
  height,
  rectangles,
  fault,
  words,
}: {
  src: string;
  width: number;
  height: number;
  rectangles: readonly TypedRectangle[];
  /** What is wrong with them. */
  fault?: string | undefined;
  words: BlurWords;
}) {
  const nextId = useRef(rectangles.length + 2);
  const [parts, setParts] = useState<readonly Part[]>(() =>
    [...rectangles, empty, empty].map((given, id) => ({ id, given })),
  );
  // What stands in the fields: they keep it themselves, also what was typed before this script ran. Undefined until it does.
  const [typed, setTyped] = useState<ReadonlyMap<number, TypedRectangle>>();
  const [drawn, setDrawn] = useState<{ from: [number, number]; to: [number, number] }>();
  const from = useRef<[number, number]>(undefined);
  const frame = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list of parts is another set of fields to read
  useEffect(() => setTyped(readFields(list.current)), [parts]);
  const numbered = (text: string, number: number) => text.replace('{number}', String(number));

  const placeOf = (event: PointerEvent): [number, number] => {
    const box = frame.current?.getBoundingClientRect();
    if (!box) return [0, 0];
    const within = (value: number) => Math.min(100, Math.max(0, value));
    return [
      within(((event.clientX - box.left) / box.width) * 100),
      within(((event.clientY - box.top) / box.height) * 100),
    ];
  };
  const toRectangle = ({ from, to }: { from: [number, number]; to: [number, number] }): TypedRectangle => ({
    x: percent(Math.min(from[0], to[0])),
    y: percent(Math.min(from[1], to[1])),
    width: percent(Math.abs(from[0] - to[0])),
    height: percent(Math.abs(from[1] - to[1])),
  });
  const stop = () => {
    from.current = undefined;
    setDrawn(undefined);
  };
  const finish = (event: PointerEvent) => {
    // Of a quick hand the last moves are not on the screen yet: where the pointer is now counts.
    const rectangle = from.current && toRectangle({ from: from.current, to: placeOf(event) });
    stop();
    // A touch without a movement is no part.
    if (!rectangle || Number(rectangle.width) < 1 || Number(rectangle.height) < 1) return;
    const now = readFields(list.current);
    const filled = parts.filter(({ id }) => !isEmpty(now.get(id) ?? empty));
    if (filled.length >= RECTANGLES_MAX) return;
    const id = nextId.current;
    nextId.current += 2;
    setParts([...filled, { id, given: rectangle }, { id: id + 1, given: empty }]);
  };

  const shown = [...(typed?.values() ?? rectangles)].filter(isWhole);
  if (drawn) shown.push(toRectangle(drawn));
  return (
    <>
      <div
        ref={frame}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.preventDefault();
          event.currentTarget.setPointerCapture(event.pointerId);
          from.current = placeOf(event);
        }}
        onPointerMove={(event) => {
          if (from.current) setDrawn({ from: from.current, to: placeOf(event) });
        }}
        onPointerUp={finish}
        onPointerCancel={stop}
        // The cross says that one can draw: not before this script runs.
        className={`relative w-fit max-w-full select-none border border-rule-strong ${typed ? 'cursor-crosshair touch-none' : ''}`}
      >
        <img
          src={src}
          alt={words.image}
          width={width}
          height={height}
          draggable={false}
          // Its place is kept while it loads: a part is drawn on what is there.
          style={{ aspectRatio: `${width} / ${height}`, width: `min(${width}px, 75dvh * ${width / height})` }}
          className="block h-auto max-w-full"
        />
        <svg
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          aria-hidden="true"
          className="pointer-events-none absolute inset-0 size-full"
        >
          {shown.map((part, index) => (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name but their place
              key={index}
              {...part}
              fill="rgb(30 42 47 / 70%)"
              stroke="#fffdf7"
              strokeWidth="2"
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </svg>
      </div>
      {fault && (
        <p id="rectangles-fault" className="mt-4 font-semibold text-cinnabar">
          {fault}
        </p>
      )}
      <div
        ref={list}
        id="rectangles"
        tabIndex={-1}
        onInput={() => setTyped(readFields(list.current))}
        className="mt-4 flex flex-col gap-4"
      >
        {parts.map(({ id, given }, index) => (
          <fieldset key={id} data-part={id} className="border-s-2 border-rule ps-3">
            <legend className="font-semibold">{numbered(words.part, index + 1)}</legend>
            <div className="grid grid-cols-2 gap-3 sm:flex sm:flex-wrap sm:items-end">
              {sides.map((side) => (
                <label key={side} className="flex flex-col text-sm text-soft sm:w-36">
                  {words.sides[side]}
                  <input
                    name={side}
                    inputMode="decimal"
                    autoComplete="off"
                    defaultValue={given[side]}
                    aria-describedby={fault ? 'rectangles-fault' : undefined}
                    className="min-h-target border border-rule-strong bg-raised px-2.5 text-base text-ink"
                  />
                </label>
              ))}
              {/* Only a script can take it away. */}
              {typed && !isEmpty(typed.get(id) ?? empty) && (
                <button
                  type="button"
                  onClick={() => setParts((before) => before.filter((part) => part.id !== id))}
                  className={`${quietLook} col-span-2`}
                >
                  {numbered(words.remove, index + 1)}
                </button>
              )}
            </div>
          </fieldset>
        ))}
      </div>
      <p className="mt-4 text-sm text-soft">{words.clearHint}</p>
      <button type="submit" className={`${primaryLook} mt-3`}>
        {words.save}
      </button>
    </>
  );
}
