declare module 'subset-font' {
  /** Cuts a font to the given characters (HarfBuzz). */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { targetFormat: 'woff2' | 'woff' | 'truetype' | 'sfnt' },
  ): Promise<Buffer>;
}
