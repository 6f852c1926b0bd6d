import { loadContent } from '@/lib/content/server/load-content';
import { groundBounds } from '@/lib/map/pictures';
import { readBase } from '@/lib/map/server/read-base';
import { drawStillBase } from '@/lib/map/still';

/** Read once: content does not change while the portal runs. */
let base: ReturnType<typeof readBase> | undefined;

/** The still base of ground that no file was drawn of: /drawings/map/at/106.560,29.548,106.588,29.566-light.svg. */
export async function GET(_: Request, { params }: RouteContext<'/drawings/map/at/[name]'>) {
  const { name } = await params;
  const [, ground = '', theme] = /^(.+)-(light|night)\.svg$/.exec(name.replaceAll('%2C', ',')) ?? [];
  const bounds = groundBounds(ground);
  if (!bounds) return new Response(null, { status: 404 });
  base ??= loadContent().then(readBase);
  return new Response(drawStillBase(await base, bounds, theme === 'night' ? 'night' : 'light'), {
    headers: { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=86400' },
  });
}
