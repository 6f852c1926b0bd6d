import { environment } from '@/lib/server/env';

/** Whether the desk answers: not where the city's own system is connected, which would know nothing of it. */
export const answersHere = (): boolean => environment.GOVERNANCE_OPEN311_URL === undefined;
