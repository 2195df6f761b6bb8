import { env } from '../env'
import { read } from '../repositories/db'
import { workspace } from '../repositories/workspace'

/** The console's address as links use it: the operator's, else the workspace's, else where the server listens; never a request's Host. */
export async function consoleUrl(): Promise<string> {
  const { SWITCHYARD_URL, HOST, PORT } = env()
  if (SWITCHYARD_URL) return SWITCHYARD_URL
  return (await read((tx) => workspace.get(tx))).consoleUrl ?? `http://${HOST}:${PORT}`
}
