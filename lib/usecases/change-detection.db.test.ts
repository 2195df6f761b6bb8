import { afterAll, describe, expect, test } from 'vitest'
import { DestinationListQuery } from '../contracts/destination'
import { DetectionListQuery, RuleSettingsInput } from '../contracts/detection'
import { PreviewRoutingInput } from '../contracts/routing'
import { disconnect } from '../repositories/db'
import { aCaller } from '../testing/callers'
import { aRule, aWebhook } from '../testing/inputs'
import { createDestination } from './create-destination'
import { createDetection } from './create-detection'
import { deleteDestination } from './delete-destination'
import { deleteDetection } from './delete-detection'
import { describeDependants } from './describe-dependants'
import { getDestination } from './get-destination'
import { getDetection } from './get-detection'
import { listDestinations } from './list-destinations'
import { listDetections } from './list-detections'
import { previewRouting } from './preview-routing'
import { saveDetectionFiles } from './save-detection-files'
import { updateRuleSettings } from './update-rule-settings'

const caller = aCaller()
afterAll(disconnect)

async function saved(rule = aRule()) {
  await saveDetectionFiles(caller, rule.id ? { yaml: rule.yaml, body: rule.body } : rule)
  return rule
}

const settingsOf = async (id: string, changes: Partial<RuleSettingsInput>) => {
  const { severity, isEnabled, dedupPeriodMinutes, threshold, tags, runbook, reference, overrides, version } =
    await getDetection(caller, { id })
  return RuleSettingsInput.parse({
    id,
    severity,
    isEnabled,
    dedupPeriodMinutes,
    threshold,
    tags,
    runbook,
    reference,
    overrides,
    version,
    ...changes,
  })
}

const preview = (overrides: string[], more: object = {}) =>
  previewRouting(
    caller,
    PreviewRoutingInput.parse({ alertType: 'RULE', severity: 'LOW', logTypes: ['Okta.SystemLog'], overrides, ...more }),
  )

describe('saving a detection', () => {
  test('of malformed YAML names line and column and saves nothing', async () => {
    const { id } = aRule()
    await expect(
      saveDetectionFiles(caller, { yaml: `RuleID: ${id}\nSeverity: [Low\n`, body: 'x' }),
    ).rejects.toMatchObject({
      code: 'invalid-input',
      fields: { yaml: expect.stringMatching(/^Line \d+, column \d+: /) },
    })
    await expect(getDetection(caller, { id })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('without the Python file that its YAML names asks for it', async () => {
    await expect(saveDetectionFiles(caller, { yaml: aRule().yaml, body: null })).rejects.toMatchObject({
      fields: { body: expect.stringContaining('rule.py') },
    })
  })

  test('with an id that exists is refused as a new one', async () => {
    const rule = await saved()
    await expect(saved(rule)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('under another id than it has is refused', async () => {
    const rule = await saved()
    await expect(saveDetectionFiles(caller, { ...aRule(), id: rule.id, version: 1 })).rejects.toMatchObject({
      code: 'invalid-input',
    })
  })

  test('tells the second of two editors', async () => {
    const { id, yaml, body } = await saved()
    await saveDetectionFiles(caller, { yaml: `${yaml}# first\n`, body, id, version: 1 })
    await expect(saveDetectionFiles(caller, { yaml: `${yaml}# second\n`, body, id, version: 1 })).rejects.toMatchObject(
      { code: 'stale' },
    )
    expect((await getDetection(caller, { id })).yaml).toContain('# first')
  })

  test('from a form writes YAML that reads back as what was typed', async () => {
    const { id } = aRule()
    await createDetection(caller, {
      id,
      displayName: 'Typed',
      kind: 'rule',
      severity: 'HIGH',
      logTypes: ['AWS.CloudTrail'],
      body: 'def rule(event):\n    return True\n',
    })
    expect(await getDetection(caller, { id })).toMatchObject({
      displayName: 'Typed',
      severity: 'HIGH',
      logTypes: ['AWS.CloudTrail'],
      isDynamic: false,
      version: 1,
    })
  })

  test('is refused to a role that only reads', async () => {
    const rule = aRule()
    await expect(
      saveDetectionFiles(aCaller({ role: 'AnalystReadOnly' }), { yaml: rule.yaml, body: rule.body }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('Rule Settings', () => {
  test('are written into the YAML, comments and all else kept', async () => {
    const rule = aRule()
    await saved({ ...rule, yaml: `# owned by identity\n${rule.yaml}` })
    const { id: destination } = await createDestination(caller, aWebhook())
    await updateRuleSettings(
      caller,
      await settingsOf(rule.id, { overrides: [destination], severity: 'HIGH', runbook: 'Call them.' }),
    )
    const view = await getDetection(caller, { id: rule.id })
    expect(view).toMatchObject({ overrides: [destination], severity: 'HIGH', runbook: 'Call them.', version: 2 })
    expect(view.yaml).toMatch(/^# owned by identity\n/)
    expect(view.yaml).toContain(`  - ${destination}`)
  })

  test('tell the second of two editors', async () => {
    const { id } = await saved()
    const [first, second] = [await settingsOf(id, { threshold: 2 }), await settingsOf(id, { threshold: 3 })]
    await updateRuleSettings(caller, first)
    await expect(updateRuleSettings(caller, second)).rejects.toMatchObject({ code: 'stale' })
  })
})

describe('where alerts go', () => {
  test('is the same before the overrides are saved and after', async () => {
    const { id: destination } = await createDestination(caller, aWebhook({ severities: [] }))
    const { id } = await saved()
    const before = await preview([destination])
    await updateRuleSettings(caller, await settingsOf(id, { overrides: [destination] }))
    const row = (await listDetections(caller, DetectionListQuery.parse({ q: id }))).rows[0]
    expect(before).toMatchObject({
      outcome: 'routed',
      scenario: 2,
      chosen: [{ destinationId: destination, type: 'custom-webhook' }],
    })
    expect(row).toMatchObject({ scenario: 2, goesTo: [{ id: destination }], faultCount: 0 })
  })

  test('shows a deleted destination among the overrides as a fault', async () => {
    const { id: destination } = await createDestination(caller, aWebhook())
    await deleteDestination(caller, { id: destination, version: 1 })
    expect((await preview([destination])).faults).toMatchObject([{ code: 'unknown-override', entry: destination }])
  })

  test('finds a misspelt name near a real one', async () => {
    const input = aWebhook()
    await createDestination(caller, input)
    const typo = `${input.displayName}x`
    expect((await preview([typo])).faults).toEqual([
      { code: 'unknown-override', entry: typo, suggestion: { id: expect.any(String), displayName: input.displayName } },
    ])
  })

  test('narrows and limits the destinations that were not chosen, and counts them all', async () => {
    const input = aWebhook()
    await createDestination(caller, input)
    const all = await preview([], { severity: 'INFO', limit: 1 })
    const found = await preview([], { severity: 'INFO', find: input.displayName })
    expect(all.others).toHaveLength(1)
    expect(all.othersTotal).toBeGreaterThan(1)
    expect(found).toMatchObject({
      othersMatching: 1,
      others: [{ displayName: input.displayName, reasons: [{ code: 'severity-not-accepted' }] }],
    })
  })
})

describe('a destination that detections name', () => {
  test('says which, by id or name in the overrides, or in the Python', async () => {
    const input = aWebhook()
    const { id: destination } = await createDestination(caller, input)
    const byId = await saved(aRule({ overrides: [destination.toUpperCase()] }))
    const byName = await saved(aRule({ overrides: [input.displayName] }))
    const inPython = aRule()
    await saved({
      ...inPython,
      body: `def rule(event):\n    return True\n\ndef destinations(event):\n    return ['${input.displayName}']\n`,
    })
    const { detections, detectionCount } = await getDestination(caller, { id: destination })
    expect(new Map(detections.map(({ id, by }) => [id, by]))).toEqual(
      new Map([
        [byId.id, 'overrides'],
        [byName.id, 'overrides'],
        [inPython.id, 'python'],
      ]),
    )
    expect(detectionCount).toBe(3)
    expect(
      (await listDestinations(caller, DestinationListQuery.parse({ q: input.displayName }))).rows[0]?.detectionCount,
    ).toBe(3)
  })

  test('is deleted only when its name was typed', async () => {
    const input = aWebhook()
    const { id } = await createDestination(caller, input)
    await saved(aRule({ overrides: [id] }))
    await expect(deleteDestination(caller, { id, version: 1 })).rejects.toMatchObject({
      fields: { confirmation: expect.any(String) },
    })
    await deleteDestination(caller, { id, version: 1, confirmation: input.displayName })
    await expect(getDestination(caller, { id })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('says which detections would reach nothing without it', async () => {
    const input = aWebhook({ severities: ['MEDIUM'], logTypes: ['Only.Here'], alertTypes: ['RULE'] })
    const { id } = await createDestination(caller, input)
    const rule = aRule({ severity: 'Medium' })
    await saved({ ...rule, yaml: rule.yaml.replace('Okta.SystemLog', 'Only.Here') })
    const dependants = await describeDependants(caller, { id })
    expect(dependants).toMatchObject({
      displayName: input.displayName,
      orphanedDetections: [{ id: rule.id }],
      mustTypeName: true,
    })
  })
})

describe('deleting a detection', () => {
  test('removes it, and tells the second of two people', async () => {
    const { id } = await saved()
    await deleteDetection(caller, { id, version: 1 })
    await expect(deleteDetection(caller, { id, version: 1 })).rejects.toMatchObject({ code: 'not-found' })
  })
})
