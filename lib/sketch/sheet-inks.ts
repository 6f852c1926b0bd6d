import type { Ink } from './ink';

export type SheetTheme = 'light' | 'night' | 'black-and-white';

/** Colours of a sheet, as the covers have them; a printer without colour gets greys that stay apart. */
export const sheetInks: Record<SheetTheme, Omit<Ink, 'width' | 'height' | 'unit' | 'random'>> = {
  light: {
    paper: '#faf6ec',
    ground: '#f1e9d4',
    line: '#1e2a2f',
    wash: '#e8dcc0',
    mist: '#d3dfda',
    river: '#c4dcd6',
    riverLine: '#1f6b6b',
    roof: '#46525a',
    wall: '#f5ecd8',
    accent: '#b5391f',
    light: '#c98a1b',
    leaf: '#8aae94',
    isNight: false,
  },
  night: {
    paper: '#12191d',
    ground: '#1a2429',
    line: '#c9c4b3',
    wash: '#26323a',
    mist: '#22313a',
    river: '#17393f',
    riverLine: '#5fa89e',
    roof: '#3a4a55',
    wall: '#222d34',
    accent: '#f08a6b',
    light: '#e6b45c',
    leaf: '#33564c',
    isNight: true,
  },
  'black-and-white': {
    paper: '#ffffff',
    ground: '#f7f7f7',
    line: '#111111',
    wash: '#ececec',
    mist: '#e4e4e4',
    river: '#dedede',
    riverLine: '#444444',
    roof: '#555555',
    wall: '#ffffff',
    accent: '#000000',
    light: '#ffffff',
    leaf: '#c2c2c2',
    isNight: false,
  },
};

/** Letters that are not in the ink of the lines: 4.5 to 1 and more against what they stand on. */
export const letterInks: Record<SheetTheme, { river: string; street: string; park: string; soft: string }> = {
  light: { river: '#155456', street: '#5b5440', park: '#35604a', soft: '#5b5440' },
  night: { river: '#8fd0c6', street: '#a9a899', park: '#9fc4a6', soft: '#b3b5a8' },
  'black-and-white': { river: '#333333', street: '#333333', park: '#333333', soft: '#333333' },
};
