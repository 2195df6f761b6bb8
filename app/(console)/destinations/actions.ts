'use server'

import {
  DeleteDestinationInput,
  DestinationId,
  PauseDestinationInput,
  RestoreDestinationInput,
  TestDestinationInput,
} from '@/lib/contracts/destination'
import { action } from '@/lib/entry/action'
import { deleteDestination } from '@/lib/usecases/delete-destination'
import { pauseDestination, resumeDestination } from '@/lib/usecases/pause-destination'
import { restoreDestination } from '@/lib/usecases/restore-destination'
import { testDestination } from '@/lib/usecases/test-destination'

export const testDestinationAction = action(TestDestinationInput, testDestination)
export const pauseDestinationAction = action(PauseDestinationInput, pauseDestination)
export const resumeDestinationAction = action(DestinationId, resumeDestination)
export const deleteDestinationAction = action(DeleteDestinationInput, deleteDestination)
export const restoreDestinationAction = action(RestoreDestinationInput, restoreDestination)
