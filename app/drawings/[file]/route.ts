import { coverMotifs, drawCover } from '@/lib/sketch/cover';

/** Formats the pages use, in pixels. */
const formats = { card: [600, 338], wide: [1600, 560], strip: [1600, 280] } as const;
const themes = ['light', 'night'] as const;

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return coverMotifs.flatMap((motif) =>
    Object.keys(formats).flatMap((format) =>
      themes.map((theme) => ({ file: `${motif}-${format}-${theme}.svg` })),
    ),
  );
}

/** A drawn cover: /drawings/<motif>-<format>-<theme>.svg */
export async function GET(_request: Request, { params }: RouteContext<'/drawings/[file]'>) {
  const { file } = await params;
  const [name = '', format = '', theme = ''] = file.replace(/\.svg$/, '').split('-');
  const motif = coverMotifs.find((candidate) => candidate === name);
  const size = Object.hasOwn(formats, format) ? formats[format as keyof typeof formats] : undefined;
  const chosen = themes.find((candidate) => candidate === theme);
  if (!motif || !size || !chosen) return new Response(null, { status: 404 });
  return new Response(drawCover({ motif, theme: chosen, width: size[0], height: size[1] }), {
    headers: { 'Content-Type': 'image/svg+xml; charset=utf-8', 'Cache-Control': 'public, max-age=86400' },
  });
}
