/** Drawn covers: the same hand draws the pages, the cards and the share images. */
import { type Ink, makeRandom } from './ink';
import { motifs } from './motifs';

export type CoverMotif = keyof typeof motifs;
export const coverMotifs = Object.keys(motifs) as CoverMotif[];
export type SketchTheme = 'light' | 'night';

const colors: Record<SketchTheme, Omit<Ink, 'width' | 'height' | 'unit' | 'random' | 'isNight'>> = {
  light: {
    paper: '#faf6ec',
    ground: '#efe7d3',
    line: '#1e2a2f',
    wash: '#eadfc4',
    mist: '#d3dfda',
    river: '#cfe2dd',
    riverLine: '#1f6b6b',
    roof: '#46525a',
    wall: '#f5ecd8',
    accent: '#b5391f',
    light: '#c98a1b',
    leaf: '#7fa08f',
  },
  night: {
    paper: '#12191d',
    ground: '#1c262b',
    line: '#c9c4b3',
    wash: '#26323a',
    mist: '#22313a',
    river: '#16343a',
    riverLine: '#5fa89e',
    roof: '#2d3a43',
    wall: '#222d34',
    accent: '#d9603f',
    light: '#e6b45c',
    leaf: '#2f4d4a',
  },
};

export interface Cover {
  motif: CoverMotif;
  theme: SketchTheme;
  /** Pixels. */
  width: number;
  height: number;
  /** Another seed gives another hand. */
  seed?: string;
}

/** What stands inside the SVG element of a cover: for a page that brings the drawing with it. The same arguments give the same drawing. */
export function drawCoverShapes({ motif, theme, width, height, seed = '' }: Cover): string {
  const ink: Ink = {
    ...colors[theme],
    isNight: theme === 'night',
    width,
    height,
    unit: Math.min(width, height * 1.4) / 100,
    random: makeRandom(`${motif}${seed}`),
  };
  return `<path d="M0 0h${width}v${height}H0Z" fill="${ink.paper}"/>${motifs[motif](ink)}`;
}

/** Draws a cover as one standalone SVG: no text, no filter, nothing from outside. */
export function drawCover(cover: Cover): string {
  const { width, height } = cover;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">` +
    `${drawCoverShapes(cover)}</svg>`
  );
}
