import type { Picture } from './warp-checks';

/** Width over height of an SVG and of its viewBox may differ by rounding only. */
const SAME_SHAPE = 0.005;

/**
 * The size of an SVG in the units its points are counted in: its viewBox, or its width and height in pixels where it has none; or what is wrong with it.
 * `attribute` gives those of its root.
 */
export function svgSize(attribute: (name: string) => string | null | undefined): Picture | { wrong: string } {
  const textOf = (name: string) => attribute(name)?.trim();
  const [width, height] = ['width', 'height'].map((name) => {
    const [, number] = /^(\d+(?:\.\d+)?)(?:px)?$/.exec(textOf(name) ?? '') ?? [];
    return number === undefined ? undefined : Number(number);
  });
  const viewBox = textOf('viewBox');
  if (viewBox === undefined) {
    if (width && height) return { width, height };
    return { wrong: 'has neither a viewBox nor a width and height in pixels' };
  }
  const quoted = JSON.stringify(viewBox.length > 60 ? `${viewBox.slice(0, 60)}…` : viewBox);
  const [, , boxWidth = 0, boxHeight = 0, ...more] = viewBox.split(/[\s,]+/).map(Number);
  if (!(boxWidth > 0 && boxHeight > 0 && more.length === 0))
    return { wrong: `has a viewBox of no size: ${quoted}` };
  if (width && height && Math.abs((width / height) * (boxHeight / boxWidth) - 1) > SAME_SHAPE)
    return { wrong: `is ${width} × ${height} pixels, a shape its viewBox ${quoted} has not` };
  return { width: boxWidth, height: boxHeight };
}
