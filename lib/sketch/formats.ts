/** Formats covers are drawn in, in pixels: `public/drawings/<motif>-<format>-<theme>.svg`. */
export const coverFormats = { card: [600, 338], wide: [1600, 560], strip: [1600, 280] } as const;
