import { select } from 'd3-selection';
import { type ZoomBehavior, type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';

/** How near one may come. */
const MOST = 6;
const STEP = 1.6;
/** Pixels an arrow key moves the drawing by. */
const SHIFT = 80;
/** Milliseconds after which a drawing that was moved is drawn sharply again. */
const REST = 160;

/**
 * Moves `inner` within `outer` by drag, pinch, wheel, double tap and keys. While it moves the browser shifts one picture, which is cheap; at rest it draws
 * anew, which is sharp. `--zoom` tells what stands on it how large it is.
 */
export function usePanZoom(outer: RefObject<HTMLElement | null>, inner: RefObject<HTMLElement | null>) {
  const behavior = useRef<ZoomBehavior<HTMLElement, unknown>>(undefined);
  const transform = useRef<ZoomTransform>(zoomIdentity);
  /** What was asked to be shown while nothing was: the true map stood in its place. */
  const awaited = useRef<() => void>(undefined);

  useEffect(() => {
    const [frame, drawing] = [outer.current, inner.current];
    if (!frame || !drawing) return;
    let rest: ReturnType<typeof setTimeout> | undefined;
    const apply = (next: ZoomTransform) => {
      transform.current = next;
      drawing.style.transform = `translate(${next.x}px,${next.y}px) scale(${next.k})`;
      drawing.style.setProperty('--zoom', String(next.k));
      drawing.style.willChange = 'transform';
      // Seen whole, a finger scrolls the page; nearer, it moves the drawing.
      frame.style.touchAction = next.k > 1 ? 'none' : 'pan-y';
      clearTimeout(rest);
      rest = setTimeout(() => {
        drawing.style.willChange = '';
      }, REST);
    };
    const own = zoom<HTMLElement, unknown>()
      .scaleExtent([1, MOST])
      .filter((event: Event) => {
        if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey || transform.current.k > 1;
        if (event.type === 'touchstart')
          return transform.current.k > 1 || (event as TouchEvent).touches.length > 1;
        return !(event as MouseEvent).button;
      })
      .on('zoom', ({ transform: next }: { transform: ZoomTransform }) => apply(next));
    let known = 0;
    const bound = () => {
      const [width, height] = [frame.clientWidth, frame.clientHeight];
      if (width === 0) return;
      own.extent([
        [0, 0],
        [width, height],
      ]);
      own.translateExtent([
        [0, 0],
        [width, height],
      ]);
      const { k, x, y } = transform.current;
      const grown = known > 0 ? width / known : 1;
      known = width;
      // A phone that is turned keeps what it showed: pixels are counted anew.
      if (grown !== 1)
        select(frame).call(own.transform, zoomIdentity.translate(x * grown, y * grown).scale(k));
      awaited.current?.();
      awaited.current = undefined;
    };
    bound();
    const watcher = new ResizeObserver(bound);
    watcher.observe(frame);
    select(frame).call(own);
    behavior.current = own;
    frame.style.touchAction = 'pan-y';
    return () => {
      watcher.disconnect();
      clearTimeout(rest);
      select(frame).on('.zoom', null);
    };
  }, [outer, inner]);

  const act = (change: (own: ZoomBehavior<HTMLElement, unknown>, frame: HTMLElement) => void) => {
    if (behavior.current && outer.current) change(behavior.current, outer.current);
  };
  const zoomBy = (factor: number) => act((own, frame) => own.scaleBy(select(frame), factor));
  const moveBy = (x: number, y: number) =>
    act((own, frame) => own.translateBy(select(frame), x / transform.current.k, y / transform.current.k));
  const whole = () => act((own, frame) => own.transform(select(frame), zoomIdentity));
  /** Brings a spot, as shares of the drawing, into the middle, and nearer if it is seen from afar. */
  const showSpot = (x: number, y: number, least = 2.2): void =>
    act((own, frame) => {
      if (frame.clientWidth === 0) {
        awaited.current = () => showSpot(x, y, least);
        return;
      }
      const scale = Math.max(transform.current.k, least);
      const [width, height] = [frame.clientWidth, frame.clientHeight];
      own.scaleTo(select(frame), scale);
      own.translateTo(select(frame), x * width, y * height);
    });
  /** Where on the drawing, as shares of it, a spot of the screen lies. */
  const spotAt = (clientX: number, clientY: number): readonly [number, number] => {
    const box = outer.current?.getBoundingClientRect();
    if (!box) return [0, 0];
    const [x, y] = transform.current.invert([clientX - box.left, clientY - box.top]);
    return [x / box.width, y / box.height];
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const keys: Record<string, () => void> = {
      '+': () => zoomBy(STEP),
      '=': () => zoomBy(STEP),
      '-': () => zoomBy(1 / STEP),
      '0': whole,
      ArrowLeft: () => moveBy(SHIFT, 0),
      ArrowRight: () => moveBy(-SHIFT, 0),
      ArrowUp: () => moveBy(0, SHIFT),
      ArrowDown: () => moveBy(0, -SHIFT),
    };
    const action = keys[event.key];
    // Seen whole there is nowhere to move to: the arrows scroll the page.
    if (!action || (event.key.startsWith('Arrow') && transform.current.k === 1)) return;
    event.preventDefault();
    action();
  };
  return {
    zoomIn: () => zoomBy(STEP),
    zoomOut: () => zoomBy(1 / STEP),
    whole,
    showSpot,
    spotAt,
    onKeyDown,
    /** How many times as large as seen whole. */
    scale: () => transform.current.k,
  };
}
