import type { Tx } from '../repositories/db'
import { query } from '../repositories/db'
import { workspace } from '../repositories/workspace'
import { indexConfiguration, type RoutingIndex } from '../routing/index-configuration'

export type VersionedIndex = { version: number; index: RoutingIndex }

let newest: VersionedIndex | undefined

/** The index of the configuration that is in force, built once per version and process. */
export async function currentIndex(tx: Tx): Promise<VersionedIndex> {
  return indexOf((await workspace.get(tx)).configurationVersion)
}

/** The index of one version: the newest is kept, an older one is built anew. */
export async function indexOf(version: number): Promise<VersionedIndex> {
  if (newest?.version === version) return newest
  const index = indexConfiguration(await query((tx) => workspace.configurationAt(tx, version)))
  const built = { version, index }
  if (!newest || newest.version < version) newest = built
  return built
}
