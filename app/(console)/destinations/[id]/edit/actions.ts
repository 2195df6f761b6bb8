'use server'

import { DestinationId, TestDestinationInput, UpdateDestinationInput } from '@/lib/contracts/destination'
import { action } from '@/lib/entry/action'
import { getDestination } from '@/lib/usecases/get-destination'
import { listRevisions } from '@/lib/usecases/list-revisions'
import { testDestination } from '@/lib/usecases/test-destination'
import { updateDestination } from '@/lib/usecases/update-destination'

export const updateDestinationAction = action(UpdateDestinationInput, updateDestination)
export const testChangesAction = action(TestDestinationInput, testDestination)
export const readDestinationAction = action(DestinationId, getDestination)
export const readRevisionsAction = action(DestinationId, listRevisions)
