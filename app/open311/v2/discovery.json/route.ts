import { discoveryResponse } from '@/app/_open311/discovery';

// The address is the operator's, who may set it when the portal starts.
export const dynamic = 'force-dynamic';

export const GET = () => discoveryResponse('json');
