import { env, ownAddress } from '../env'
import { query } from '../repositories/db'
import { workspace } from '../repositories/workspace'

/** The console's address as links use it: the operator's, else the workspace's, else where the server listens; never a request's Host. */
export async function consoleUrl(): Promise<string> {
  const { SWITCHYARD_URL } = env()
  if (SWITCHYARD_URL) return SWITCHYARD_URL
  return (await query((tx) => workspace.get(tx))).consoleUrl ?? ownAddress()
}
