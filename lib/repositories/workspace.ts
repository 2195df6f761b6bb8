import type { RoutingDestination } from '../domain/destination'
import type { RoutingConfiguration, RoutingSettings } from '../domain/routing'
import type { Tx } from './db'

const ONLY = { id: 1 }

export type Workspace = {
  displayName: string
  consoleUrl: string | undefined
  emptyDynamicList: RoutingSettings['emptyDynamicList']
  retentionDays: number
  alertLimit: number
  configurationVersion: number
  version: number
}

type RoutingRow = { id: string; displayName: string; severities: string[]; alertTypes: string[]; logTypes: string[] }

// Written only through inputs that know these unions.
const toRouting = (row: RoutingRow) => row as RoutingDestination

export const workspace = {
  async get(tx: Tx): Promise<Workspace> {
    const row = await tx.workspace.findUniqueOrThrow({ where: ONLY })
    return {
      displayName: row.displayName,
      consoleUrl: row.consoleUrl ?? undefined,
      emptyDynamicList: row.emptyDynamicList === 'suppress' ? 'suppress' : 'continue',
      retentionDays: row.retentionDays,
      alertLimit: row.alertLimit,
      configurationVersion: row.configurationVersion,
      version: row.version,
    }
  },

  async lock(tx: Tx): Promise<void> {
    await tx.$queryRaw`SELECT 1 FROM workspace WHERE id = 1 FOR UPDATE`
  },

  async update(
    tx: Tx,
    data: Pick<Workspace, 'displayName' | 'emptyDynamicList' | 'retentionDays' | 'alertLimit'> & {
      consoleUrl: string | null
    },
  ): Promise<void> {
    await tx.workspace.update({ where: ONLY, data: { ...data, version: { increment: 1 } } })
  },

  /**
   * Begins a new version of the routing configuration and answers with its number. It locks the workspace's row until the
   * transaction ends, so that versions follow the order of commits.
   */
  async nextConfiguration(tx: Tx): Promise<number> {
    const row = await tx.workspace.update({ where: ONLY, data: { configurationVersion: { increment: 1 } } })
    await tx.configurationVersion.create({
      data: { version: row.configurationVersion, emptyDynamicList: row.emptyDynamicList },
    })
    return row.configurationVersion
  },

  /** The configuration that routing uses now, with its version, read as one snapshot. */
  async configuration(tx: Tx): Promise<RoutingConfiguration & { version: number }> {
    const { configurationVersion } = await workspace.get(tx)
    return { ...(await workspace.configurationAt(tx, configurationVersion)), version: configurationVersion }
  },

  /** The configuration as it was at `version`: what an old alert was routed by. */
  async configurationAt(tx: Tx, version: number): Promise<RoutingConfiguration> {
    const { emptyDynamicList } = await tx.configurationVersion.findUniqueOrThrow({ where: { version } })
    const rows = await tx.$queryRaw<RoutingRow[]>`
      SELECT destination_id::text AS id, display_name AS "displayName", severities, alert_types AS "alertTypes", log_types AS "logTypes"
      FROM destination_revision
      WHERE from_configuration <= ${version} AND (to_configuration IS NULL OR to_configuration > ${version}) AND change <> 'deleted'`
    return {
      destinations: rows.map(toRouting),
      settings: { emptyDynamicList: emptyDynamicList === 'suppress' ? 'suppress' : 'continue' },
    }
  },

  /** Remembers the newest key's fingerprint the first time; afterwards says whether the stored one is among `fingerprints`. */
  async acceptsKeys(tx: Tx, fingerprints: readonly string[]): Promise<boolean> {
    const { keyFingerprint } = await tx.workspace.findUniqueOrThrow({ where: ONLY })
    if (keyFingerprint !== null) return fingerprints.includes(keyFingerprint)
    await tx.workspace.update({ where: ONLY, data: { keyFingerprint: fingerprints[0] ?? null } })
    return true
  },
}
