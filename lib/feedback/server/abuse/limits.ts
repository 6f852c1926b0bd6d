import { type RateLimit, takePoint } from '@/lib/server/rate-limit';
import type { Store } from '../store';

const hour = 3600;

/** What one sender (a household's network address) may do; many share one behind a company's or a carrier's address, so that the first is generous. */
export const limits = {
  /** Suggestions with a solved challenge. */
  submit: { name: 'submit', points: 60, seconds: hour },
  /** Suggestions without scripts, where no challenge can be asked. */
  submitPlain: { name: 'submit-plain', points: 6, seconds: hour },
  /** Photos laid into a draft on the server. */
  photo: { name: 'photo', points: 60, seconds: hour },
  /** Drafts begun on the server. */
  draft: { name: 'draft', points: 120, seconds: hour },
  /** "Me too", which asks for no challenge: one press is all it takes. */
  follow: { name: 'follow', points: 30, seconds: hour },
  challenge: { name: 'challenge', points: 300, seconds: hour },
  /** Codes looked up; a code has 75 random bits. */
  lookUp: { name: 'look-up', points: 60, seconds: hour },
} as const satisfies Record<string, RateLimit>;

/** Seconds to wait; 0 where it may go on. */
export const limit = (
  { db }: Pick<Store, 'db'>,
  which: keyof typeof limits,
  sender: string,
): Promise<number> => takePoint(db, limits[which], sender);
