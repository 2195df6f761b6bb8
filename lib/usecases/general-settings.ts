import type { GeneralSettingsInput, GeneralSettingsView } from '../contracts/settings'
import type { Caller } from '../domain/caller'
import { env } from '../env'
import { query, transaction } from '../repositories/db'
import { sqlQuery } from '../repositories/sql'
import { workers } from '../repositories/workers'
import { workspace } from '../repositories/workspace'
import { authorise } from './authorise'
import { consoleUrl } from './console-url'
import { stale } from './settings-errors'

/** The workspace's settings, the processes that deliver, and what the operator set in the environment. */
export async function getGeneralSettings(caller: Caller): Promise<GeneralSettingsView> {
  authorise(caller, 'GeneralSettingsRead')
  const { consoleUrl: own, configurationVersion: _, ...settings } = await query((tx) => workspace.get(tx))
  const alive = await sqlQuery((sql) => workers.alive(sql))
  const { SWITCHYARD_URL, SWITCHYARD_EGRESS_ALLOW, SWITCHYARD_EGRESS_MAP, SWITCHYARD_GATEWAY_IP } = env()
  return {
    ...settings,
    consoleUrl: own ?? null,
    effectiveConsoleUrl: await consoleUrl(),
    isConsoleUrlFixed: SWITCHYARD_URL !== undefined,
    workers: alive.map(({ startedAt, seenAt, ...worker }) => ({
      ...worker,
      startedAt: startedAt.toISOString(),
      seenAt: seenAt.toISOString(),
    })),
    egress: {
      allowed: SWITCHYARD_EGRESS_ALLOW.map(({ text }) => text),
      mapped: [...SWITCHYARD_EGRESS_MAP].map(([host, relay]) => ({ host, relay })),
    },
    gatewayIp: SWITCHYARD_GATEWAY_IP ?? null,
  }
}

/** Saves the workspace's settings. What an empty dynamic list does is part of the routing configuration. @throws {AppError} `stale` */
export async function updateGeneralSettings(caller: Caller, input: GeneralSettingsInput): Promise<{ version: number }> {
  authorise(caller, 'GeneralSettingsModify')
  const { version, ...data } = input
  return transaction(async (tx) => {
    await workspace.lock(tx)
    const before = await workspace.get(tx)
    if (before.version !== version) throw stale('page')
    await workspace.update(tx, data)
    if (before.emptyDynamicList !== data.emptyDynamicList) await workspace.nextConfiguration(tx)
    return { version: version + 1 }
  })
}
