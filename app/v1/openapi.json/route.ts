import { openApi } from '@/lib/api/openapi'
import { operations } from '@/lib/api/operations'
import { documentRoute } from '@/lib/entry/api'
import { version } from '@/package.json'

export const GET = documentRoute(() => openApi(operations, version))
