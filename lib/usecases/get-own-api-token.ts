import type { OwnApiTokenView } from '../contracts/api-token'
import type { Caller } from '../domain/caller'

/** The token that asks: any token may know what it is called and what it may do. */
export async function getOwnApiToken({ id, name, permissions }: Caller): Promise<OwnApiTokenView> {
  return { id, name, permissions: [...permissions] }
}
