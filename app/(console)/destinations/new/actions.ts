'use server'

import { DestinationInput, TestDestinationInput } from '@/lib/contracts/destination'
import { action } from '@/lib/entry/action'
import { createDestination } from '@/lib/usecases/create-destination'
import { testDestination } from '@/lib/usecases/test-destination'

export const createDestinationAction = action(DestinationInput, createDestination)
export const testDraftAction = action(TestDestinationInput, testDestination)
