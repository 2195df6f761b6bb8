import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { AlertPageQuery } from '../contracts/alert-record'
import { disconnect } from '../repositories/db'
import { closeSql } from '../repositories/sql'
import { acceptedAlerts } from '../testing/accepted-alerts'
import { aCaller } from '../testing/callers'
import { createAlertComment } from './create-alert-comment'
import { getAlertComment } from './get-alert-comment'
import { listAlertComments } from './list-alert-comments'
import { updateAlertComment } from './update-alert-comment'

const caller = aCaller()
const reader = aCaller({ role: 'AnalystReadOnly' })
const unknownId = 'f'.repeat(32)
afterAll(async () => {
  await closeSql()
  await disconnect()
})

const page = (id: string, more: object = {}) => AlertPageQuery.parse({ id, ...more })

describe('comments', () => {
  test('are kept as written, and who changed one beside who wrote it', async () => {
    const [alertId = ''] = await acceptedAlerts({})
    const body = '<b>Seen</b> before 🙈'
    const comment = await createAlertComment(caller, { alertId, body, format: 'HTML' })
    expect(comment).toMatchObject({ alertId, body, format: 'HTML', createdBy: { name: 'Ada' } })
    expect(await getAlertComment(reader, { id: comment.id })).toEqual(comment)
    const later = { ...aCaller({ now: new Date('2026-03-02T00:00:00Z') }), id: 'user-2', name: 'Grace' }
    const changed = await updateAlertComment(later, { id: comment.id, body: 'Known' })
    expect(changed).toMatchObject({
      body: 'Known',
      format: 'HTML',
      createdBy: { name: 'Ada' },
      updatedBy: { id: 'user-2', name: 'Grace' },
      updatedAt: '2026-03-02T00:00:00.000Z',
    })
  })

  test('are listed the oldest first, page by page, those of one moment too', async () => {
    const [alertId = ''] = await acceptedAlerts({})
    const written: string[] = []
    for (let n = 0; n < 5; n++) {
      written.push((await createAlertComment(caller, { alertId, body: `${n}`, format: 'PLAIN_TEXT' })).id)
    }
    const listed: string[] = []
    let cursor: string | undefined
    do {
      const { results, next } = await listAlertComments(reader, page(alertId, { cursor, limit: 2 }))
      listed.push(...results.map(({ id }) => id))
      cursor = next ?? undefined
    } while (cursor)
    expect(listed).toEqual(written.toSorted())
  })

  test('stay with their alert', async () => {
    const [alertId = '', other = ''] = await acceptedAlerts({}, {})
    const { id } = await createAlertComment(caller, { alertId, body: 'here', format: 'PLAIN_TEXT' })
    await expect(updateAlertComment(caller, { id, alertId: other, body: 'there' })).rejects.toMatchObject({
      code: 'invalid-input',
    })
    expect((await getAlertComment(caller, { id })).body).toBe('here')
  })

  test('of what is not there are not found', async () => {
    const none = { alertId: unknownId, body: 'x', format: 'PLAIN_TEXT' as const }
    await expect(createAlertComment(caller, none)).rejects.toMatchObject({ code: 'not-found' })
    for (const id of [randomUUID(), 'x']) {
      await expect(getAlertComment(caller, { id })).rejects.toMatchObject({ code: 'not-found' })
      await expect(updateAlertComment(caller, { id, body: 'x' })).rejects.toMatchObject({ code: 'not-found' })
    }
    await expect(listAlertComments(caller, page(unknownId))).rejects.toMatchObject({ code: 'not-found' })
  })

  test('ask for AlertModify to be written', async () => {
    const [alertId = ''] = await acceptedAlerts({})
    const given = { alertId, body: 'x', format: 'PLAIN_TEXT' as const }
    await expect(createAlertComment(reader, given)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(updateAlertComment(reader, { id: randomUUID(), body: 'x' })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})
