/** What is wrong with a code somebody typed, said exactly: they have nothing else to get in with. */
import { isReference, parseCode } from './code';

export const CODE_LENGTH = 16;

export type TypedCode =
  | { code: string; fault?: never }
  /** Nothing typed. */
  | { fault: 'empty'; code?: never }
  /** The public reference instead of the code. */
  | { fault: 'reference'; code?: never }
  /** Characters no code has; U is none, and neither are signs. */
  | { fault: 'letters'; letters: string; code?: never }
  | { fault: 'short' | 'long'; count: number; code?: never }
  /** The check digit does not fit: something was mistyped. */
  | { fault: 'mistyped'; code?: never };

/** Reads a code as typed, forgiving what can be forgiven. */
export function readCode(typed: string): TypedCode {
  const code = parseCode(typed);
  if (code) return { code };
  const characters = [
    ...typed
      .slice(0, 200)
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s\p{Pd}]/gu, ''),
  ];
  if (characters.length === 0) return { fault: 'empty' };
  if (isReference(characters.join(''))) return { fault: 'reference' };
  const wrong = [...new Set(characters.filter((character) => !/[0-9A-TV-Z]/.test(character)))];
  if (wrong.length > 0) return { fault: 'letters', letters: wrong.slice(0, 5).join(' ') };
  if (characters.length !== CODE_LENGTH)
    return { fault: characters.length < CODE_LENGTH ? 'short' : 'long', count: characters.length };
  return { fault: 'mistyped' };
}
