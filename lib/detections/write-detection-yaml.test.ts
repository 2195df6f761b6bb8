import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DetectionDefinition } from '../domain/detection'
import { SEVERITIES } from '../domain/severity'
import { readDetectionYaml } from './read-detection-yaml'
import { changeDetectionYaml, type DetectionChanges, newDetectionYaml } from './write-detection-yaml'

const COMMENTED = `# Owned by the identity team
AnalysisType: rule
Filename: login.py   # the body
RuleID: Okta.Login
Enabled: true
LogTypes:
  # primary source
  - Okta.SystemLog # SSO
  - Auth0.Events
Severity:   Medium  # agreed with the SOC
Tags: [sso, identity]

Description: >
  A login that
  nobody expected.
  # still text
Runbook: |   # keep short
  1. Look
  2. Ask
Tests:
  - Name: a login
    ExpectedResult: true
    Log: {eventType: user.session.start,  x: [1,2]}
# the end
`

function definitionOf(text: string): DetectionDefinition {
  const read = readDetectionYaml(text)
  if (!read.ok) throw new Error(`${JSON.stringify(read.problems)}\n${text}`)
  return read.definition
}

const prose = fc
  .oneof(
    fc.string({ maxLength: 60 }),
    fc
      .array(
        fc.constantFrom('a', 'b: c', ' # d', '', '  e', '- f', "'", '"', 'tail ', '\t', '\r', '\u2028', '|', '>-'),
        { maxLength: 8 },
      )
      .map((parts) => parts.join('\n')),
    fc
      .array(fc.constantFrom('one', 'two', ' ', '\n', '\n\n', '#', ': ', '\r\n'), { maxLength: 10 })
      .map((parts) => parts.join('')),
  )
  .filter((text) => !text.includes('\0'))
const entry = fc
  .oneof(fc.constantFrom('sso', 'Tag: x', '- y', '#z', 'a, b', '[', 'true', '12', '*a', '&b', "it's"), prose)
  .filter((text) => text.trim() !== '')
const name = fc
  .string({ minLength: 1, maxLength: 30 })
  .filter((text) => text.trim() !== '' && !/[<>&"%\p{Cc}]/u.test(text))
const entries = fc.uniqueArray(entry, { maxLength: 5 })
const logTypes = fc.uniqueArray(fc.constantFrom('Okta.SystemLog', 'Auth0.Events', 'AWS.CloudTrail', 'Custom.Mine'), {
  minLength: 1,
})

const changes: fc.Arbitrary<DetectionChanges> = fc.record(
  {
    displayName: fc.oneof(name, fc.constant('')),
    severity: fc.constantFrom(...SEVERITIES),
    enabled: fc.boolean(),
    tags: entries,
    description: prose,
    reference: prose,
    runbook: prose,
    dedupPeriodMinutes: fc.integer({ min: 5, max: 10_000 }),
    threshold: fc.integer({ min: 1, max: 10_000 }),
    outputIds: entries,
    logTypes,
  },
  { requiredKeys: [] },
)

const keyLines: fc.Arbitrary<string>[] = [
  fc.constantFrom('AnalysisType: rule', '"AnalysisType": rule', 'AnalysisType: !!str rule # kind'),
  fc.constantFrom('Filename: a.py', 'Filename: a.py # body', "'Filename':   'a.py'"),
  fc.constantFrom('RuleID: An.Id', 'RuleID: "An.Id"  # id'),
  fc.constantFrom('Enabled: true', 'Enabled:    false # off', 'Enabled:\n  true'),
  fc.constantFrom(
    'Severity: High',
    'Severity: "HIGH" # loud',
    'Severity: LOW',
    'Severity: &sev Info',
    'Severity: # why\n  Medium',
  ),
  fc.constantFrom(
    'LogTypes:\n  - AWS.CloudTrail',
    'LogTypes:\n- AWS.CloudTrail # c1\n# between\n- Okta.SystemLog',
    'LogTypes: [AWS.CloudTrail]',
    'LogTypes: [ AWS.CloudTrail, Auth0.Events ] # c2',
    'LogTypes: [\n  AWS.CloudTrail, # c3\n  Auth0.Events\n]',
    'LogTypes: # c4\n    # c5\n    - AWS.CloudTrail\n\n    # c6\n    - Auth0.Events\n    # c7',
    'LogTypes: &types\n  - AWS.CloudTrail',
  ),
]
const optionalLines: fc.Arbitrary<string>[] = [
  fc.constantFrom('DisplayName: A name', "DisplayName: 'A name' # n"),
  fc.constantFrom(
    'Tags:\n  - sso\n  - sso\n  - b',
    'Tags: []',
    'Tags: [sso]',
    'Tags:\n- "sso"\n-   b # t',
    'Tags:\n  - >-\n    folded\n    tag\n  - sso',
  ),
  fc.constantFrom(
    'Description: plain',
    'Description: |\n  one\n\n  two # text\n\n',
    'Description: |+ # h\n  one\n\n',
    'Description: >-  # h\n    folded\n    text\n  # indented comment',
    'Description: "double\n  quoted" # d',
    'Description:\n  long plain\n  text # e\n   # odd comment',
    "Description: ''",
  ),
  fc.constantFrom('Runbook: look', 'Runbook: |-2\n    indented\n  text', 'Runbook: ? # r'),
  fc.constantFrom('Reference: https://example.com/#x', '? Reference\n: there'),
  fc.constantFrom('DedupPeriodMinutes: 60', 'DedupPeriodMinutes: 0x10', 'DedupPeriodMinutes: 3 # low'),
  fc.constantFrom('Threshold: 1', 'Threshold: 7 # t'),
  fc.constantFrom('OutputIds:\n  - 7f8d\n  # why\n  - soc', 'OutputIds: ["soc"]', 'OutputIds: []'),
  fc.constantFrom(
    'Reports:\n  MITRE ATT&CK:\n    - TA0001:T1078 # m',
    'Status: Deprecated',
    'SummaryAttributes:\n  - p_any_ip_addresses\n  # s',
  ),
  fc.constant('Tests:\n  - Name: t\n    ExpectedResult: true\n    Log: {a: 1,  b: [x,   y]}   # keep'),
]
const gap = fc.constantFrom('', '', '\n', '# lone comment\n', '\n  # indented comment\n')

const file = fc
  .tuple(
    fc.tuple(...keyLines),
    fc.tuple(...optionalLines.map((line) => fc.option(line, { nil: undefined }))),
    fc.array(gap, { minLength: 20, maxLength: 20 }),
    fc.infiniteStream(fc.nat()),
    fc.constantFrom('\n', '\r\n'),
    fc.boolean(),
  )
  .map(([required, optional, gaps, order, eol, endsWithNewline]) => {
    const lines = [...required, ...optional.filter((line) => line !== undefined)]
    const shuffled = lines.map((line) => ({ line, at: order.next().value ?? 0 })).sort((a, b) => a.at - b.at)
    const text =
      shuffled.map(({ line }, index) => `${gaps[index] ?? ''}${line}`).join('\n') + (endsWithNewline ? '\n' : '')
    return text.replaceAll('\n', eol)
  })
  .filter((text) => readDetectionYaml(text).ok)

describe('changeDetectionYaml', () => {
  it('gives a text that reads as the old definition with the changes, whatever the layout', () => {
    fc.assert(
      fc.property(file, changes, (text, wanted) => {
        expect(definitionOf(changeDetectionYaml(text, wanted))).toEqual({ ...definitionOf(text), ...wanted })
      }),
      { numRuns: 150 },
    )
  })

  it('changes not one character when every setting is set to what it is', () => {
    fc.assert(
      fc.property(file, (text) => {
        const { displayName, severity, enabled, tags, description, outputIds, logTypes, threshold } = definitionOf(text)
        expect(
          changeDetectionYaml(text, {
            displayName,
            severity,
            enabled,
            tags,
            description,
            outputIds,
            logTypes,
            threshold,
          }),
        ).toBe(text)
      }),
    )
  })

  it('keeps every other line as it is', () => {
    const changed = changeDetectionYaml(COMMENTED, { severity: 'CRITICAL', tags: ['sso', 'a, b'], enabled: false })
    expect(changed).toBe(
      COMMENTED.replace('Severity:   Medium  #', 'Severity:   Critical  #')
        .replace('[sso, identity]', '[sso, "a, b"]')
        .replace('Enabled: true', 'Enabled: false'),
    )
  })

  it('keeps the comments of list entries that stay', () => {
    const changed = changeDetectionYaml(COMMENTED, { logTypes: ['AWS.CloudTrail', 'Okta.SystemLog'] })
    expect(changed).toBe(
      COMMENTED.replace(
        '  # primary source\n  - Okta.SystemLog # SSO\n  - Auth0.Events\n',
        '  # primary source\n  - AWS.CloudTrail\n  - Okta.SystemLog # SSO\n',
      ),
    )
  })

  it('keeps the block style and the comment beside it when a long text changes', () => {
    const changed = changeDetectionYaml(COMMENTED, { runbook: '1. Look\n2. Ask\n3. Tell\n' })
    expect(changed).toBe(COMMENTED.replace('  2. Ask\n', '  2. Ask\n  3. Tell\n'))
  })

  it('adds a key where the usual order has it, and removes it again when its list is empty', () => {
    const added = changeDetectionYaml(COMMENTED, { outputIds: ['soc'], threshold: 5 })
    expect(added).toBe(COMMENTED.replace('  2. Ask\n', '  2. Ask\nThreshold: 5\nOutputIds:\n  - soc\n'))
    expect(changeDetectionYaml(added, { outputIds: [] })).not.toContain('OutputIds')
  })

  it('spells the severity in upper case where the file does', () => {
    const upper = COMMENTED.replace('Medium', 'MEDIUM')
    expect(changeDetectionYaml(upper, { severity: 'LOW' })).toBe(upper.replace('MEDIUM', 'LOW'))
  })

  it('writes out what referred to a value that is replaced', () => {
    const text = COMMENTED.replace('Medium', '&s Medium').replace('user.session.start', '*s')
    const changed = changeDetectionYaml(text, { severity: 'HIGH' })
    expect(changed).toContain('eventType: Medium')
    expect(definitionOf(changed).severity).toBe('HIGH')
  })

  it('changes a file written as JSON', () => {
    const json = JSON.stringify({
      AnalysisType: 'policy',
      PolicyID: 'A',
      Filename: 'a.py',
      Enabled: true,
      Severity: 'LOW',
    })
    const changed = changeDetectionYaml(json, { tags: ['a'], severity: 'HIGH' })
    expect(definitionOf(changed)).toMatchObject({ tags: ['a'], severity: 'HIGH', kind: 'policy' })
  })

  it('refuses a text that does not read', () => {
    expect(() => changeDetectionYaml('AnalysisType: rule', { enabled: true })).toThrow('reads')
  })
})

describe('newDetectionYaml', () => {
  const base = fc.record({
    id: name,
    displayName: fc.oneof(name, fc.constant('')),
    enabled: fc.boolean(),
    severity: fc.constantFrom(...SEVERITIES),
    tags: entries,
    description: prose,
    reference: prose,
    runbook: prose,
    outputIds: entries,
  })
  const timing = fc.record({
    dedupPeriodMinutes: fc.integer({ min: 5, max: 10_000 }),
    threshold: fc.integer({ min: 1, max: 10_000 }),
    createAlert: fc.boolean(),
  })
  const none = {
    logTypes: [],
    scheduledQueries: [],
    resourceTypes: [],
    isSimple: false,
    filename: 'a.py',
    testNames: [],
  }
  const untimed = { dedupPeriodMinutes: 60, threshold: 1, createAlert: true }
  const definition: fc.Arbitrary<DetectionDefinition> = fc.oneof(
    fc
      .tuple(base, timing, logTypes)
      .map(([b, t, types]) => ({ ...none, ...b, ...t, kind: 'rule' as const, logTypes: types })),
    fc
      .tuple(base, timing)
      .map(([b, t]) => ({ ...none, ...b, ...t, kind: 'rule' as const, isSimple: true, filename: '' })),
    fc
      .tuple(base, timing, entries)
      .map(([b, t, q]) => ({ ...none, ...b, ...t, kind: 'scheduled-rule' as const, scheduledQueries: q })),
    fc
      .tuple(base, entries)
      .map(([b, types]) => ({ ...none, ...untimed, ...b, kind: 'policy' as const, resourceTypes: types })),
  )

  it('writes a file that reads as the same definition', () => {
    fc.assert(
      fc.property(definition, (wanted) => {
        expect(definitionOf(newDetectionYaml(wanted))).toEqual(wanted)
      }),
    )
  })

  it('puts the keys in the order of existing files', () => {
    const { testNames: _, ...detection } = definitionOf(COMMENTED)
    const keys = newDetectionYaml({ ...detection, outputIds: ['soc'] }).match(/^\w+/gm)
    expect(keys?.join(' ')).toBe(
      'AnalysisType Filename RuleID Enabled LogTypes Tags Severity Description Runbook DedupPeriodMinutes Threshold OutputIds',
    )
  })
})
