import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { AlertListQuery, ExportAlertsQuery, LiveAlertsQuery } from '../contracts/alert-list'
import { ExportDeliveriesQuery } from '../contracts/delivery'
import type { Caller } from '../domain/caller'
import { disconnect } from '../repositories/db'
import { closeSql } from '../repositories/sql'
import { insertAlert, insertDestination } from '../testing/alert-rows'
import { aCaller } from '../testing/callers'
import { countAlerts } from './count-alerts'
import { exportAlerts } from './export-alerts'
import { exportDeliveries } from './export-deliveries'
import { listAlerts } from './list-alerts'
import { search } from './search'
import { watchAlerts } from './watch-alerts'

const caller = aCaller({ now: new Date() })
const nobody: Caller = { ...caller, permissions: new Set() }
const aDetection = () => `Listed.${randomUUID().slice(0, 8)}`

afterAll(async () => {
  await closeSql()
  await disconnect()
})

async function textOf(chunks: AsyncIterable<string>) {
  let text = ''
  for await (const chunk of chunks) text += chunk
  return text
}

describe('the list', () => {
  test('stands still while alerts arrive, and says how many there are above it', async () => {
    const detection = aDetection()
    await insertAlert(detection, { title: 'first' })
    const list = await listAlerts(caller, AlertListQuery.parse({ detection }))
    expect(list).toMatchObject({ rows: [{ title: 'first' }], next: null })
    await insertAlert(detection, { title: 'second' })
    const shown = list.rows.map(({ number }) => number).join(',')
    const live = await watchAlerts(caller, LiveAlertsQuery.parse({ detection, after: String(list.upTo), shown }))
    expect(live).toMatchObject({ newCount: 1, rows: [{ title: 'first' }] })
    const again = await listAlerts(caller, AlertListQuery.parse({ detection, upTo: String(list.upTo) }))
    expect(again.rows.map(({ title }) => title)).toEqual(['first'])
    const newer = await listAlerts(caller, AlertListQuery.parse({ detection, upTo: String(live.upTo) }))
    expect(newer.rows.map(({ title }) => title)).toEqual(['second', 'first'])
  })

  test('shows what is open unless it is asked for more, and one tab at a time', async () => {
    const detection = aDetection()
    await insertAlert(detection, { title: 'open' })
    await insertAlert(detection, { title: 'resolved', status: 'RESOLVED' })
    await insertAlert(detection, { title: 'broken', type: 'RULE_ERROR' })
    const titles = async (query: Record<string, string>) =>
      (await listAlerts(caller, AlertListQuery.parse({ detection, ...query }))).rows.map(({ title }) => title)
    expect(await titles({})).toEqual(['open'])
    expect(await titles({ status: '' })).toEqual(['resolved', 'open'])
    expect(await titles({ tab: 'detection-errors' })).toEqual(['broken'])
  })
})

describe('an export', () => {
  test('holds every alert that the filters leave, as CSV and as JSON', async () => {
    const detection = aDetection()
    for (let count = 0; count < 501; count++) await insertAlert(detection, { title: `=SUM(${count})` })
    await insertAlert(detection, { title: 'resolved', status: 'RESOLVED' })
    const file = await exportAlerts(caller, ExportAlertsQuery.parse({ detection, format: 'csv' }))
    expect(file).toMatchObject({
      filename: expect.stringMatching(/^alerts-.*Z\.csv$/),
      contentType: 'text/csv; charset=utf-8',
    })
    const lines = (await textOf(file.chunks)).trimEnd().split('\r\n')
    expect(lines).toHaveLength(502)
    expect(lines[1]).toContain("'=SUM(500)")
    const json = await exportAlerts(caller, ExportAlertsQuery.parse({ detection, format: 'json', status: '' }))
    expect(JSON.parse(await textOf(json.chunks))).toHaveLength(502)
  })

  test('holds the deliveries that the log’s filters leave', async () => {
    const id = randomUUID()
    await insertDestination(id)
    await insertAlert(aDetection(), { title: 'went', deliveries: [{ to: id, state: 'delivered' }] })
    await insertAlert(aDetection(), { title: 'did not go', deliveries: [{ to: id, state: 'failed' }] })
    const file = await exportDeliveries(caller, ExportDeliveriesQuery.parse({ id, states: 'failed', format: 'csv' }))
    const lines = (await textOf(file.chunks)).trimEnd().split('\r\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain('did not go')
  })
})

test('the palette finds an alert by the beginning of its id', async () => {
  const detection = aDetection()
  await insertAlert(detection, { title: 'found' })
  const [row] = (await listAlerts(caller, AlertListQuery.parse({ detection }))).rows
  const found = await search(caller, { q: row?.alertId.slice(0, 10) ?? '' })
  expect(found.alerts).toEqual([{ alertId: row?.alertId, title: 'found' }])
})

test('nobody reads alerts without AlertRead', async () => {
  const id = randomUUID()
  const forbidden = expect.objectContaining({ code: 'forbidden' })
  await expect(listAlerts(nobody, AlertListQuery.parse({}))).rejects.toEqual(forbidden)
  await expect(watchAlerts(nobody, LiveAlertsQuery.parse({ after: 0 }))).rejects.toEqual(forbidden)
  await expect(countAlerts(nobody)).rejects.toEqual(forbidden)
  await expect(exportAlerts(nobody, ExportAlertsQuery.parse({ format: 'csv' }))).rejects.toEqual(forbidden)
  await expect(exportDeliveries(nobody, ExportDeliveriesQuery.parse({ id, format: 'csv' }))).rejects.toEqual(forbidden)
})
