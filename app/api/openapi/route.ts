import { z } from 'zod'
import { openApi } from '@/lib/api/openapi'
import { operations } from '@/lib/api/operations'
import { route } from '@/lib/entry/route'
import { version } from '@/package.json'

/** The document that programs read at `/v1/openapi.json`, for a person who is signed in. */
export const GET = route(z.object({}), async () => openApi(operations, version))
