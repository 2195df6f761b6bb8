import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, expect, test } from 'vitest'
import type { GeneralSettingsInput } from '../contracts/settings'
import { disconnect, query } from '../repositories/db'
import { closeSql, sqlQuery } from '../repositories/sql'
import { workers } from '../repositories/workers'
import { workspace } from '../repositories/workspace'
import { aCaller } from '../testing/callers'
import { getGeneralSettings, updateGeneralSettings } from './general-settings'

const admin = aCaller()

/** The settings as they are, with changes. */
async function input(changes: Partial<GeneralSettingsInput> = {}): Promise<GeneralSettingsInput> {
  const { displayName, consoleUrl, emptyDynamicList, retentionDays, alertLimit, version } =
    await getGeneralSettings(admin)
  return { displayName, consoleUrl, emptyDynamicList, retentionDays, alertLimit, version, ...changes }
}

const configuration = async () => (await query((tx) => workspace.get(tx))).configurationVersion

afterEach(async () => {
  const before = { emptyDynamicList: 'continue', retentionDays: 30, alertLimit: 1000 } as const
  await updateGeneralSettings(admin, await input(before))
})
afterAll(async () => {
  await closeSql()
  await disconnect()
})

test('the limits are saved, and are no part of the routing configuration', async () => {
  const before = await configuration()
  await updateGeneralSettings(admin, await input({ retentionDays: 90, alertLimit: 250 }))
  expect(await getGeneralSettings(admin)).toMatchObject({ retentionDays: 90, alertLimit: 250 })
  expect(await configuration()).toBe(before)
})

test('what an empty list does is part of the routing configuration', async () => {
  const before = await configuration()
  await updateGeneralSettings(admin, await input({ emptyDynamicList: 'suppress' }))
  expect(await configuration()).toBe(before + 1)
})

test('a save from an older page is refused', async () => {
  const old = await input()
  await updateGeneralSettings(admin, old)
  await expect(updateGeneralSettings(admin, old)).rejects.toMatchObject({ code: 'stale' })
})

test('who may only see them cannot save them', async () => {
  const reader = aCaller({ role: 'AnalystReadOnly' })
  await expect(updateGeneralSettings(reader, await input())).rejects.toMatchObject({ code: 'forbidden' })
})

test('a process that delivers is among the workers until it is silent', async () => {
  const id = randomUUID()
  await sqlQuery((sql) => workers.seen(sql, id, 'host-1:42'))
  const alive = async () => (await getGeneralSettings(admin)).workers.filter((worker) => worker.id === id)
  expect(await alive()).toMatchObject([{ name: 'host-1:42' }])
  await sqlQuery((sql) => sql.rows(`UPDATE worker SET seen_at = now() - interval '1 minute' WHERE id = $1::uuid`, [id]))
  expect(await alive()).toEqual([])
})
