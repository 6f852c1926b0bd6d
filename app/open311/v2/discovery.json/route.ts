import { discoveryResponse } from '@/app/_open311/discovery';

export const dynamic = 'force-static';

export const GET = () => discoveryResponse('json');
