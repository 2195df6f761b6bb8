'use server'

import { ApiTokenId, NewApiTokenInput } from '@/lib/contracts/api-token'
import { action } from '@/lib/entry/action'
import { createApiToken } from '@/lib/usecases/create-api-token'
import { revokeApiToken } from '@/lib/usecases/revoke-api-token'

export const createApiTokenAction = action(NewApiTokenInput, createApiToken)
export const revokeApiTokenAction = action(ApiTokenId, revokeApiToken)
