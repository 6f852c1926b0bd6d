import createMiddleware from 'next-intl/middleware';
import { routing } from '@/lib/i18n/routing';

export default createMiddleware(routing);

// Everything but files (a dot in the last part), what the city calls, and Next's own paths gets its language from the address or Accept-Language.
export const config = { matcher: '/((?!api|open311|feedback/callback|_next|.*\\..*).*)' };
