import type { Ink } from './ink';

export type SheetTheme = 'light' | 'night' | 'black-and-white';

/** What a map needs besides: streets, and letters that are not in the ink of the lines, 4.5 to 1 and more against what they stand on. */
export interface SheetInk extends Ink {
  ribbon: string;
  ribbonEdge: string;
  softLetter: string;
  riverLetter: string;
  streetLetter: string;
  parkLetter: string;
}

/** Colours of a sheet, as the covers have them; a printer without colour gets greys that stay apart. */
export const sheetInks: Record<SheetTheme, Omit<SheetInk, 'width' | 'height' | 'unit' | 'random'>> = {
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
    ribbon: '#fffdf6',
    ribbonEdge: '#a99d82',
    softLetter: '#5b5440',
    riverLetter: '#155456',
    streetLetter: '#5b5440',
    parkLetter: '#35604a',
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
    ribbon: '#2b373d',
    ribbonEdge: '#0d1317',
    softLetter: '#b3b5a8',
    riverLetter: '#8fd0c6',
    streetLetter: '#a9a899',
    parkLetter: '#9fc4a6',
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
    ribbon: '#ffffff',
    ribbonEdge: '#999999',
    softLetter: '#333333',
    riverLetter: '#333333',
    streetLetter: '#333333',
    parkLetter: '#333333',
  },
};
