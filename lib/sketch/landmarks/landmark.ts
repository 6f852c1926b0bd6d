import type { Ink } from '../ink';
import { Pen } from './pen';

/** A drawing that stands on a sheet. */
export interface Landmark {
  /** Box in units of ink.unit: x runs from -width/2 to width/2, y from -height (top) to 0 (foot). */
  width: number;
  height: number;
  draw(ink: Ink): string;
}

/** A landmark that is drawn with one pen, from the back to the front. */
export function landmark(width: number, height: number, sketch: (pen: Pen) => void): Landmark {
  return {
    width,
    height,
    draw(ink) {
      const pen = new Pen(ink);
      sketch(pen);
      return pen.lift();
    },
  };
}
