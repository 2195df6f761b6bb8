import { read } from '../repositories/db'
import { users } from '../repositories/users'

/** True until the first administrator exists. */
export async function needsSetUp(): Promise<boolean> {
  return (await read((tx) => users.count(tx))) === 0
}
