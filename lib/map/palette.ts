/** Colours of the drawn base in both themes; the still picture takes them as CSS variables, the engines as values. */
export const mapPalettes = {
  light: {
    paper: '#f6f0e1',
    water: '#cfe0dc',
    shore: '#1f6b6b',
    current: '#8db5b0',
    sand: '#ece2c4',
    street: '#fffdf7',
    streetEdge: '#b8ad94',
    label: '#4d4a3f',
    waterLabel: '#1f6b6b',
    halo: '#faf6ec',
    walk: '#b5391f',
    walkCase: '#fffdf7',
    /** Kinds of way, as the CSS variables --way-*. */
    ways: { path: '#1f6b6b', street: '#6d6a5c', steps: '#b5391f', ride: '#8a5a08' },
    /** Steps of a coverage, as the CSS variables --span-*. */
    spans: {
      within5: '#14514f',
      within10: '#3d8a83',
      within15: '#a3701a',
      within30: '#b5391f',
      beyond: '#6d6a5c',
    },
    station: '#1e2a2f',
    leaf: '#b9cfb4',
    leafLabel: '#35604a',
  },
  night: {
    paper: '#141d22',
    water: '#1b3b3f',
    shore: '#5fa89e',
    current: '#3f7a77',
    sand: '#2b3232',
    street: '#2e3b42',
    streetEdge: '#0f161a',
    label: '#b9b7a6',
    waterLabel: '#8fd0c6',
    halo: '#12191d',
    walk: '#f08a6b',
    walkCase: '#12191d',
    ways: { path: '#7cc4b8', street: '#a9a899', steps: '#f08a6b', ride: '#e6b45c' },
    spans: {
      within5: '#b5eadf',
      within10: '#5fa89e',
      within15: '#e6b45c',
      within30: '#f08a6b',
      beyond: '#8b9490',
    },
    station: '#ece5d3',
    leaf: '#2c4a3f',
    leafLabel: '#9fc4a6',
  },
} as const;

export type MapTheme = keyof typeof mapPalettes;
export type MapPalette = (typeof mapPalettes)[MapTheme];
