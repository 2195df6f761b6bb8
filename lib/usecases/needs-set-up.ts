import { query } from '../repositories/db'
import { users } from '../repositories/users'

/** True until the first administrator exists. */
export async function needsSetUp(): Promise<boolean> {
  return (await query((tx) => users.count(tx))) === 0
}
