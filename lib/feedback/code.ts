/** Tracking codes: what a person keeps instead of an account. Crockford's base 32, read aloud and typed without doubt. */

const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 16;
const REFERENCE_LENGTH = 12;

/** Luhn's sum over base 32: finds every wrong digit and nearly every swap of neighbours. */
function checkDigit(text: string): string {
  let sum = 0;
  [...text].reverse().forEach((digit, index) => {
    const value = digits.indexOf(digit) * (index % 2 === 0 ? 2 : 1);
    sum += Math.floor(value / 32) + (value % 32);
  });
  return digits.charAt((32 - (sum % 32)) % 32);
}

const randomDigits = (length: number): string =>
  [...crypto.getRandomValues(new Uint8Array(length))].map((byte) => digits.charAt(byte & 31)).join('');

/** A new code: 75 random bits and a check digit, 16 characters without hyphens. */
export function makeCode(): string {
  const body = randomDigits(CODE_LENGTH - 1);
  return body + checkDigit(body);
}

/** A new public reference, such as `YW7K3M9QXRV2TC`: it names a suggestion to everybody and opens nothing. */
export const makeReference = (): string => `YW${randomDigits(REFERENCE_LENGTH)}`;

export const isReference = (text: string): boolean => /^YW[0-9A-HJKMNP-TV-Z]{12}$/.test(text);

/** In groups of four, as shown. */
export const formatCode = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? code;

/**
 * A code as typed: any case, with or without hyphens and spaces, full-width digits, O for 0, I and L for 1. Undefined where it cannot be a code (length,
 * letters or check digit).
 */
export function parseCode(typed: string): string | undefined {
  if (typed.length > 100) return undefined;
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  if (text.length !== CODE_LENGTH || [...text].some((digit) => !digits.includes(digit))) return undefined;
  return checkDigit(text.slice(0, -1)) === text.at(-1) ? text : undefined;
}
