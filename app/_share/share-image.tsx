import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ImageResponse } from 'next/og';
import type { Locale } from '@/lib/i18n/locales';
import { type CoverMotif, drawCover } from '@/lib/sketch/cover';

const SIZE = { width: 1200, height: 630 };

let fonts: Promise<[Buffer, Buffer, Buffer]> | undefined;

/** Faces cut at build to the characters the images use (scripts/prepare-assets.ts). */
function loadFonts() {
  const read = (name: string) => readFile(path.join(process.cwd(), '.generated', 'fonts', name));
  fonts ??= Promise.all([read('wenkai.ttf'), read('korean.ttf'), read('characters.txt')]);
  return fonts;
}

/** Draws a share image: the walk's own drawing, its name, its line, its numbers. PNG, 1200 × 630. */
export async function shareImage({
  locale,
  motif,
  title,
  tagline,
  facts,
  seal,
}: {
  locale: Locale;
  motif: CoverMotif;
  title: string;
  tagline: string;
  facts: string;
  /** Two characters of the walk's seal. */
  seal?: string;
}): Promise<Response> {
  const [wenkai, korean, characters] = await loadFonts();
  // A character outside the cut faces would make the renderer ask a font service on the network: refuse it here.
  const known = new Set(characters.toString('utf8'));
  const missing = [...`${title}${tagline}${facts}${seal ?? ''}`].filter((character) => !known.has(character));
  if (missing.length > 0)
    throw new Error(`share image (${locale}): no glyph was cut for ${missing.join(' ')}`);
  const cover = drawCover({
    motif,
    theme: 'light',
    ...SIZE,
  });
  const picture = `data:image/svg+xml;base64,${Buffer.from(cover).toString('base64')}`;
  // Korean has its own face first; elsewhere the brush face comes first and Korean fills in.
  const fontFamily = locale === 'ko' ? 'Korean, WenKai' : 'WenKai, Korean';
  return new ImageResponse(
    <div
      lang={locale}
      style={{
        display: 'flex',
        width: '100%',
        height: '100%',
        fontFamily,
        color: '#1e2a2f',
        background: '#faf6ec',
      }}
    >
      {/* biome-ignore lint/a11y/useAltText: satori draws it, nobody reads it */}
      <img src={picture} width={SIZE.width} height={SIZE.height} style={{ position: 'absolute' }} />
      {seal && (
        <div
          style={{
            position: 'absolute',
            top: 40,
            right: 56,
            display: 'flex',
            flexDirection: 'column',
            alignItems: 'center',
            padding: '10px 14px',
            borderRadius: 8,
            background: '#b5391f',
            color: '#faf6ec',
            fontFamily: 'WenKai',
            fontSize: 54,
            lineHeight: 1.1,
          }}
        >
          {[...seal].map((character) => (
            <span key={character}>{character}</span>
          ))}
        </div>
      )}
      <div
        style={{
          position: 'absolute',
          left: 0,
          right: 0,
          bottom: 0,
          display: 'flex',
          flexDirection: 'column',
          padding: '30px 56px 34px',
          background: '#faf6ecf2',
          borderTop: '5px solid #b5391f',
        }}
      >
        <div style={{ fontSize: title.length > 26 ? 46 : 58, lineHeight: 1.25 }}>{title}</div>
        <div style={{ fontSize: 30, color: '#4d5a5e', marginTop: 6 }}>{tagline}</div>
        <div
          style={{
            display: 'flex',
            justifyContent: 'space-between',
            fontSize: 28,
            marginTop: 16,
            color: '#b5391f',
          }}
        >
          <span>{facts}</span>
          <span>渝步 YuWalk</span>
        </div>
      </div>
    </div>,
    {
      ...SIZE,
      fonts: [
        { name: 'WenKai', data: wenkai, weight: 400, style: 'normal' },
        { name: 'Korean', data: korean, weight: 400, style: 'normal' },
      ],
    },
  );
}
