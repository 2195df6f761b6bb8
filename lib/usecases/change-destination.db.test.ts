import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { DestinationListQuery, type UpdateDestinationInput } from '../contracts/destination'
import { DESTINATIONS_PER_PAGE } from '../domain/console'
import { disconnect, query } from '../repositories/db'
import { workspace } from '../repositories/workspace'
import { aCaller } from '../testing/callers'
import { aWebhook, SIGNING_SECRET } from '../testing/inputs'
import { createDestination } from './create-destination'
import { deleteDestination } from './delete-destination'
import { getDestination } from './get-destination'
import { listDestinations } from './list-destinations'
import { listRevisions } from './list-revisions'
import { pauseDestination, resumeDestination } from './pause-destination'
import { restoreDestination } from './restore-destination'
import { updateDestination } from './update-destination'

const caller = aCaller()
afterAll(disconnect)

async function created(input = aWebhook()) {
  const { id } = await createDestination(caller, input)
  return { id, input }
}

/** The edit form as it stands when it is opened: secrets blank, everything else as saved. */
function edit(id: string, input = aWebhook(), changes: Partial<UpdateDestinationInput> = {}): UpdateDestinationInput {
  return { ...input, settings: { url: '', signingSecret: '' }, id, version: 1, ...changes }
}

const list = (query: Record<string, string>) => listDestinations(caller, DestinationListQuery.parse(query))

describe('creating', () => {
  test('gives a destination that can be read back, of its secrets only that they are set', async () => {
    const { id, input } = await created()
    const view = await getDestination(caller, { id })
    expect(view).toMatchObject({
      displayName: input.displayName,
      target: 'https://alerts.example.com',
      version: 1,
      isPaused: false,
    })
    expect(view.secrets.map(({ field }) => field)).toEqual(['signingSecret', 'url'])
    expect(JSON.stringify(view)).not.toMatch(/token-abc123|whsec_/)
  })

  test('refuses a display name that is taken, at that field, and creates nothing', async () => {
    const { input } = await created()
    await expect(createDestination(caller, aWebhook({ displayName: input.displayName }))).rejects.toMatchObject({
      code: 'conflict',
      fields: { displayName: expect.stringContaining('exists already') },
    })
    expect((await list({ q: input.displayName })).total).toBe(1)
  })

  test('takes a name that differs in case: names are case-sensitive', async () => {
    const { input } = await created()
    await expect(created(aWebhook({ displayName: input.displayName.toUpperCase() }))).resolves.toBeDefined()
  })

  test('refuses the id of another destination as a name', async () => {
    const { id } = await created()
    await expect(createDestination(caller, aWebhook({ displayName: id.toUpperCase() }))).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  test('says of every missing or wrong setting what is wrong, at its field', async () => {
    const settings = { headers: [{ name: 'Bad Name', value: 'x' }], signingSecret: 'whsec_short' }
    await expect(createDestination(caller, aWebhook({ settings }))).rejects.toMatchObject({
      code: 'invalid-input',
      fields: {
        'settings.url': expect.any(String),
        'settings.headers.0.name': expect.any(String),
        'settings.signingSecret': expect.any(String),
      },
    })
  })

  test('refuses a private address before anything is sent', async () => {
    await expect(
      createDestination(caller, aWebhook({ settings: { url: 'http://10.0.0.8/hook' } })),
    ).rejects.toMatchObject({
      fields: { 'settings.url': expect.stringContaining('SWITCHYARD_EGRESS_ALLOW') },
    })
  })

  test('refuses an unknown type', async () => {
    await expect(createDestination(caller, aWebhook({ type: 'pigeon' }))).rejects.toMatchObject({
      code: 'invalid-input',
      fields: { type: expect.any(String) },
    })
  })

  test('is refused to a role that only reads', async () => {
    await expect(createDestination(aCaller({ role: 'AnalystReadOnly' }), aWebhook())).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

describe('editing', () => {
  test('keeps a secret that was left blank, and says in the history what changed', async () => {
    const { id, input } = await created()
    await updateDestination(caller, edit(id, input, { severities: ['LOW'] }))
    const [latest] = await listRevisions(caller, { id })
    expect(latest).toMatchObject({ version: 2, change: 'edited', actorName: 'Ada' })
    expect(latest?.differences).toEqual([{ field: 'Severity Levels', before: 'HIGH, CRITICAL', after: 'LOW' }])
    expect((await getDestination(caller, { id })).secrets.map(({ field }) => field)).toEqual(['signingSecret', 'url'])
  })

  test('tells the second of two editors, and changes nothing of what the first saved', async () => {
    const { id, input } = await created()
    await updateDestination(caller, edit(id, input, { logTypes: ['Okta.SystemLog'] }))
    await expect(updateDestination(caller, edit(id, input, { logTypes: ['AWS.CloudTrail'] }))).rejects.toMatchObject({
      code: 'stale',
    })
    expect((await getDestination(caller, { id })).logTypes).toEqual(['Okta.SystemLog'])
  })

  test('of two edits at the same moment saves one', async () => {
    const { id, input } = await created()
    const results = await Promise.allSettled([
      updateDestination(caller, edit(id, input, { logTypes: ['A.One'] })),
      updateDestination(caller, edit(id, input, { logTypes: ['B.Two'] })),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('asks for the other secrets again when the address leads to another host', async () => {
    const { id, input } = await created()
    const settings = { url: 'https://elsewhere.example.net/in', signingSecret: '' }
    await expect(updateDestination(caller, edit(id, input, { settings }))).rejects.toMatchObject({
      fields: { 'settings.signingSecret': 'The address changed, so the stored secret is asked for again.' },
    })
    await expect(
      updateDestination(caller, edit(id, input, { settings: { ...settings, signingSecret: SIGNING_SECRET } })),
    ).resolves.toMatchObject({ version: 2 })
  })

  test('asks for the other secrets again when the path changes: on a shared host it is the account', async () => {
    const { id, input } = await created()
    const settings = { url: 'https://alerts.example.com/in/another-account', signingSecret: '' }
    await expect(updateDestination(caller, edit(id, input, { settings }))).rejects.toMatchObject({
      fields: { 'settings.signingSecret': expect.stringContaining('asked for again') },
    })
  })

  test('says in the history that a secret changed, and never what it is', async () => {
    const { id, input } = await created()
    const settings = { url: 'https://alerts.example.com/in/other', signingSecret: SIGNING_SECRET }
    await updateDestination(caller, edit(id, input, { settings }))
    const [latest] = await listRevisions(caller, { id })
    expect(latest?.differences).toEqual([{ field: 'Webhook URL', before: 'secret', after: 'changed' }])
  })

  test('removes an optional secret that was set to null', async () => {
    const { id, input } = await created()
    await updateDestination(caller, edit(id, input, { settings: { url: '', signingSecret: null } }))
    expect((await getDestination(caller, { id })).secrets.map(({ field }) => field)).toEqual(['url'])
  })

  test('of a destination that is not there says so', async () => {
    await expect(updateDestination(caller, edit(randomUUID()))).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('pausing', () => {
  test('and resuming are in the history, and doing either twice is one change', async () => {
    const { id } = await created()
    await pauseDestination(caller, { id })
    await pauseDestination(caller, { id })
    expect((await getDestination(caller, { id })).health.state).toBe('paused')
    await resumeDestination(caller, { id })
    expect((await listRevisions(caller, { id })).map(({ change }) => change)).toEqual(['resumed', 'paused', 'created'])
  })
})

describe('restoring', () => {
  test('brings back an earlier revision as a new one, secrets as they are now', async () => {
    const { id, input } = await created()
    await updateDestination(caller, edit(id, input, { displayName: `${input.displayName} renamed`, severities: [] }))
    await restoreDestination(caller, { id, version: 2, revision: 1 })
    const view = await getDestination(caller, { id })
    expect(view).toMatchObject({ displayName: input.displayName, severities: ['HIGH', 'CRITICAL'], version: 3 })
    expect(view.secrets).toHaveLength(2)
  })

  test('is refused when another host would get the secrets of today', async () => {
    const pagerduty = { type: 'pagerduty', settings: { region: 'us', integrationKey: 'a'.repeat(32) } }
    const { id, input } = await created(aWebhook(pagerduty))
    await updateDestination(caller, edit(id, input, { settings: { region: 'eu', integrationKey: 'b'.repeat(32) } }))
    await expect(restoreDestination(caller, { id, version: 2, revision: 1 })).rejects.toMatchObject({
      code: 'conflict',
    })
  })
})

describe('deleting', () => {
  test('takes it out of the list and frees its name; its history stays', async () => {
    const { id, input } = await created()
    await deleteDestination(caller, { id, version: 1 })
    await expect(getDestination(caller, { id })).rejects.toMatchObject({ code: 'not-found' })
    expect((await list({ q: input.displayName })).total).toBe(0)
    await expect(created(input)).resolves.toBeDefined()
    const rows = await query((tx) =>
      tx.destinationRevision.findMany({ where: { destinationId: id }, orderBy: { version: 'asc' } }),
    )
    expect(rows.map(({ change }) => change)).toEqual(['created', 'deleted'])
  })

  test('leaves no secret of it behind', async () => {
    const { id } = await created()
    await deleteDestination(caller, { id, version: 1 })
    expect(await query((tx) => tx.destinationSecret.count({ where: { destinationId: id } }))).toBe(0)
  })
})

describe('the routing configuration', () => {
  test('of every version stays readable: what an old alert was routed by', async () => {
    const { id, input } = await created()
    const before = await query((tx) => workspace.configuration(tx))
    await updateDestination(caller, edit(id, input, { severities: ['INFO'] }))
    await deleteDestination(caller, { id, version: 2 })
    const now = await query((tx) => workspace.configuration(tx))
    const at = async (version: number) =>
      (await query((tx) => workspace.configurationAt(tx, version))).destinations.find((d) => d.id === id)
    expect((await at(before.version))?.severities).toEqual(['HIGH', 'CRITICAL'])
    expect((await at(before.version + 1))?.severities).toEqual(['INFO'])
    expect(now.destinations.some((d) => d.id === id)).toBe(false)
    expect(await at(before.version - 1)).toBeUndefined()
  })
})

describe('the list', () => {
  test('finds by part of a name, by type, severity and health, and pages', async () => {
    const mark = randomUUID().slice(0, 8)
    const names = Array.from({ length: 52 }, (_, index) => `${mark} ${String(index).padStart(2, '0')}`)
    for (const displayName of names)
      await created(aWebhook({ displayName, severities: displayName.endsWith('7') ? ['INFO'] : [] }))
    const first = await list({ q: mark })
    expect(first).toMatchObject({ total: 52, pageCount: 2 })
    expect(first.rows.map(({ displayName }) => displayName)).toEqual(names.slice(0, DESTINATIONS_PER_PAGE))
    expect((await list({ q: mark, page: '2' })).rows.map(({ displayName }) => displayName)).toEqual(
      names.slice(DESTINATIONS_PER_PAGE),
    )
    expect((await list({ q: mark, order: 'desc' })).rows[0]?.displayName).toBe(names.at(-1))
    expect((await list({ q: mark, severity: 'INFO' })).total).toBe(5)
    expect((await list({ q: mark, health: 'explicit-only' })).total).toBe(47)
    expect((await list({ q: mark, type: 'slack' })).total).toBe(0)
    expect((await list({ q: mark, health: 'never-used' })).total).toBe(52)
    expect((await list({ q: `${mark}%` })).total).toBe(0)
  })
})
