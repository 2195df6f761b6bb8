import * as calls from '@/lib/api/api-tokens'
import { apiRoute } from '@/lib/entry/api'
import { getOwnApiToken } from '@/lib/usecases/get-own-api-token'

export const GET = apiRoute(calls.getOwnApiToken, getOwnApiToken)
