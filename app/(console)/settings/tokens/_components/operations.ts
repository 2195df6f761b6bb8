import type { CreatedApiTokenView } from '@/lib/contracts/api-token'
import type { ActionResult } from '@/lib/contracts/result'
import type { Permission } from '@/lib/domain/permission'

export type NewToken = { name: string; permissions: Permission[]; expiresAt: string | null; cidrs: string[] }

/** What can be done with tokens; handed down by the page. */
export type TokenOperations = {
  create(token: NewToken): Promise<ActionResult<CreatedApiTokenView>>
  revoke(token: { id: string }): Promise<ActionResult<void>>
}
