/** The address of the page with some of its question changed. */
export type HrefWith = (changes: Record<string, string>) => string;
