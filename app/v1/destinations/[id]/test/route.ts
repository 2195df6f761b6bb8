import * as calls from '@/lib/api/destinations'
import { apiRoute } from '@/lib/entry/api'
import { testDestination } from '@/lib/usecases/test-destination'

// What was sent cannot be taken back by a transaction, and may take longer than one of Prisma's lasts.
export const POST = apiRoute(
  calls.testDestination,
  (caller, { params, body }) => testDestination(caller, { ...params, ...body }),
  'sql',
)
