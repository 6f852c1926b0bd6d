import { deskAction } from '@/app/_desk/desk-action';
import type { BlurRectangle } from '@/lib/feedback/desk';
import { DeskFaultError } from '@/lib/feedback/server/desk/perform';
import { blurPhoto } from '@/lib/feedback/server/desk/photos';

/** Per cent as typed: full-width digits and a comma too. Undefined where it is empty. */
function readPercent(typed: string): number | undefined {
  const text = typed.normalize('NFKC').trim().replace(',', '.').replace(/%$/, '');
  if (!text) return undefined;
  if (!/^\d{1,3}(\.\d+)?$/.test(text)) throw new DeskFaultError('not-a-rectangle', 'rectangles');
  return Number(text);
}

function readRectangles(fields: (name: string) => string[]): BlurRectangle[] {
  const [xs, ys, widths, heights] = [fields('x'), fields('y'), fields('width'), fields('height')];
  return xs.flatMap((typed, index) => {
    const [x, y, width, height] = [typed, ys[index], widths[index], heights[index]].map((text) =>
      readPercent(text ?? ''),
    );
    if ([x, y, width, height].every((value) => value === undefined)) return [];
    if (x === undefined || y === undefined || !width || !height)
      throw new DeskFaultError('not-a-rectangle', 'rectangles');
    if (x >= 100 || y >= 100 || width > 100 || height > 100)
      throw new DeskFaultError('out-of-range', 'rectangles');
    return [{ x, y, width, height }];
  });
}

export const POST = deskAction<{ locale: string; reference: string; id: string }>(
  'moderate',
  { back: ({ reference, id }) => `/desk/${reference}/photos/${id}` },
  async ({ desk, actor, params: { reference, id }, fields }) => {
    const rectangles = readRectangles(fields);
    await blurPhoto(desk, actor, { reference, id, rectangles });
    return {
      to: `/desk/${reference}/photos/${id}`,
      done: rectangles.length > 0 ? 'blurred' : 'unblurred',
    };
  },
);
