import { z } from 'zod'
import { PERMISSIONS } from '../domain/permission'
import { operation } from './operation'

export const getOwnApiToken = operation({
  id: 'getOwnApiToken',
  method: 'GET',
  path: '/v1/api-tokens/self',
  group: 'API tokens',
  summary: 'Read the token’s own name and permissions',
  permission: null,
  answer: z.object({ id: z.string(), name: z.string(), permissions: z.array(z.enum(PERMISSIONS)) }),
})
