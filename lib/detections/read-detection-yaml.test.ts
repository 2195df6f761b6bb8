import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDetectionYaml } from './read-detection-yaml'

const RULE = `AnalysisType: rule
Filename: login.py
RuleID: Okta.Login
Enabled: true
LogTypes:
  - Okta.SystemLog
Severity: High
`

const POLICY = `AnalysisType: policy
Filename: bucket.py
PolicyID: AWS.Bucket
Enabled: true
Severity: Low
`

const SIMPLE = `${RULE.replace('Filename: login.py\n', '')}Detection:\n  - Key: eventType\n    Condition: Exists\n`

function problemsOf(text: string): string[] {
  const read = readDetectionYaml(text)
  if (read.ok) throw new Error('It reads.')
  return read.problems.map(({ line, column, key, message }) => `${line}:${column} ${key ?? '-'} ${message}`)
}

function readOf(text: string) {
  const read = readDetectionYaml(text)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read
}

function warningsOf(text: string): string[] {
  return readOf(text).warnings.map(({ line, column, key, message }) => `${line}:${column} ${key ?? '-'} ${message}`)
}

describe('readDetectionYaml', () => {
  it('fills in the defaults of a rule that says only what it must', () => {
    expect(readOf(RULE)).toEqual({
      ok: true,
      warnings: [],
      definition: {
        id: 'Okta.Login',
        kind: 'rule',
        displayName: '',
        enabled: true,
        severity: 'HIGH',
        logTypes: ['Okta.SystemLog'],
        scheduledQueries: [],
        resourceTypes: [],
        tags: [],
        description: '',
        reference: '',
        runbook: '',
        dedupPeriodMinutes: 60,
        threshold: 1,
        createAlert: true,
        outputIds: [],
        filename: 'login.py',
        isSimple: false,
        testNames: [],
      },
    })
  })

  it('reads a scheduled rule by its queries', () => {
    const text = RULE.replace(': rule', ': scheduled_rule').replace(
      'LogTypes:\n  - Okta.SystemLog',
      'ScheduledQueries:\n  - Any Logins',
    )
    expect(readOf(text).definition).toMatchObject({
      kind: 'scheduled-rule',
      scheduledQueries: ['Any Logins'],
      logTypes: [],
    })
  })

  it('reads a policy by its resource types', () => {
    const text = `${POLICY}ResourceTypes:\n  - AWS.S3.Bucket\n`
    expect(readOf(text).definition).toMatchObject({
      kind: 'policy',
      id: 'AWS.Bucket',
      resourceTypes: ['AWS.S3.Bucket'],
    })
  })

  it('knows a simple rule by its Detection', () => {
    expect(readOf(SIMPLE).definition).toMatchObject({ isSimple: true, filename: '' })
  })

  it('names the tests in order', () => {
    const tests =
      'Tests:\n  - Name: a\n    ExpectedResult: true\n    Log: {}\n  - Name: b\n    ExpectedResult: false\n    Log: {}\n'
    expect(readOf(RULE + tests).definition.testNames).toEqual(['a', 'b'])
  })

  it.each([
    ['a key without a value', 'AnalysisType', '1:1 - A key must fit on one line. Is a quote or a colon missing?'],
    ['a tab as indentation', `${RULE}Tags:\n\t- a\n`, '9:1 - A tab is used for indentation. Use spaces.'],
    ['an unclosed bracket', `${RULE}Tags: [a\n`, 'or a bracket is not closed'],
    ['an unclosed quote', `${RULE}Description: "a\n`, 'a closing quote'],
    ['a colon in a plain value', `${RULE}Description: a: b\n`, '8:14 - The indentation does not fit'],
    ['two documents', `${RULE}---\n${RULE}`, '8:1 - The file holds more than one YAML document.'],
    ['a key written twice', `${RULE}Severity: Low\n`, '8:1 - The key "Severity" is written twice.'],
    ['a nested key written twice', `${RULE}Reports:\n  a: [x]\n  a: [y]\n`, '10:3 - The key "a" is written twice.'],
    ['an alias of nothing', `${RULE}Tags: *none\n`, '8:7 - Nothing above is anchored as "&none".'],
    ['an alias inside itself', `${RULE}Reports: &a {x: *a}\n`, '8:17 - "*a" stands inside what it names.'],
    ['an empty file', '# nothing\n', '1:1 - The file is empty.'],
    ['a list', '- a\n', '1:1 - The file must hold keys and values'],
  ])('tells where %s is', (_, text, expected) => {
    expect(problemsOf(text === 'AnalysisType' ? 'AnalysisType rule\nRuleID: a\n' : text).join('\n')).toContain(expected)
  })

  it.each([
    [
      'correlation_rule',
      '1:15 AnalysisType "correlation_rule" is not supported yet. What can be uploaded: rule, scheduled_rule, policy.',
    ],
    ['global', '1:15 AnalysisType "global" is not supported yet. What can be uploaded: rule, scheduled_rule, policy.'],
    ['Rule', '1:15 AnalysisType "Rule" is not a kind of detection. Did you mean "rule"?'],
    ['schedule_rule', '1:15 AnalysisType "schedule_rule" is not a kind of detection. Did you mean "scheduled_rule"?'],
  ])('refuses the analysis type %s alone, whatever else is in the file', (type, expected) => {
    expect(problemsOf(`AnalysisType: ${type}\nWhatever: 1\n`)).toEqual([expected])
  })

  it('refuses a derived rule', () => {
    expect(problemsOf(`${RULE}BaseDetection: A\n`)[0]).toContain(
      'A rule derived from a BaseDetection is not supported yet.',
    )
  })

  it('names every missing key on the first line', () => {
    expect(problemsOf('AnalysisType: rule\n')).toEqual([
      '1:1 RuleID RuleID is missing. Add it.',
      '1:1 Enabled Enabled is missing. Add it.',
      '1:1 Severity Severity is missing. Add it.',
      '1:1 Filename Filename or Detection is missing. Add one.',
      '1:1 LogTypes LogTypes or ScheduledQueries is missing. Add one.',
    ])
    expect(problemsOf('RuleID: a\n')[0]).toContain('1:1 AnalysisType AnalysisType is missing.')
  })

  it('refuses both a Filename and a Detection', () => {
    expect(problemsOf(`${SIMPLE}Filename: a.py\n`)).toEqual([
      '7:1 Detection Both Filename and Detection are given. Keep one of them.',
    ])
  })

  it('refuses both log types and scheduled queries', () => {
    expect(problemsOf(`${RULE}ScheduledQueries: [q]\n`)).toEqual([
      '8:1 ScheduledQueries Both LogTypes and ScheduledQueries are given. Keep one of them.',
    ])
  })

  it.each([
    [`${RULE}Severty: Low\n`, '8:1 Severty "Severty" is not a key of a rule. Did you mean "Severity"?'],
    [`${RULE}Colour: red\n`, '8:1 Colour "Colour" is not a key of a rule. Remove it, or check its spelling.'],
    [`${RULE}__proto__: {enabled: false}\n`, '8:1 __proto__ "__proto__" is not a key of a rule.'],
    [`${POLICY}Threshold: 3\n`, '6:1 Threshold "Threshold" is a key of a rule, not of a policy. Remove it.'],
    [`${RULE}Suppressions: [a]\n`, '8:1 Suppressions "Suppressions" is a key of a policy, not of a rule. Remove it.'],
    [`${RULE}1: red\n`, 'A key must be a single word'],
    [
      `${RULE}Tests:\n  - Nam: a\n    ExpectedResult: true\n    Log: {}\n`,
      '9:5 Tests.0.Nam "Nam" is not a key of a test. Did you mean "Name"?',
    ],
  ])('refuses a key that does not belong: %#', (text, expected) => {
    expect(problemsOf(text)[0]).toContain(expected)
  })

  it.each([
    ['Enabled: "true"', '8:10 Enabled Enabled must be true or false, without quotes.'],
    ['Enabled: yes', '8:10 Enabled Enabled must be true or false, without quotes.'],
    ['Severity: hihg', '8:11 Severity Severity must be one of Info, Low, Medium, High, Critical. Did you mean "High"?'],
    ['Severity: 3', '8:11 Severity Severity must be one of Info, Low, Medium, High, Critical.'],
    ['Threshold: "3"', '8:12 Threshold Threshold must be a whole number, without quotes.'],
    ['Threshold: 1.5', '8:12 Threshold Threshold must be a whole number, without quotes.'],
    ['Threshold: 0', '8:12 Threshold Threshold must be 1 or more.'],
    ['Threshold: 99999999999', '8:12 Threshold Threshold is too large. Use a smaller number.'],
    ['DisplayName: 12', '8:14 DisplayName DisplayName must be a text. Put it in quotes.'],
    ['DisplayName: a & b', '8:14 DisplayName DisplayName cannot hold < > & " % or control characters. Remove them.'],
    ['RuleID: "a%"', '8:9 RuleID RuleID cannot hold < > & " % or control characters. Remove them.'],
    ['RuleID: " "', '8:9 RuleID RuleID is empty. Write a text.'],
    ['Description:', '8:13 Description Description is empty. Write a text, or remove the key.'],
    ['Description: [a]', '8:14 Description Description must be a text.'],
    ['Description: "a\\0"', '8:14 Description Description holds a NUL character. Remove it.'],
    ['Tags: sso', '8:7 Tags Tags must be a list, one entry per line starting with "- ".'],
    ['Tags:\n  - a\n  - 12', '10:5 Tags.1 Entry 2 of Tags must be a text. Put it in quotes.'],
    ['LogTypes:\n  - AWS CloudTrail', '9:5 LogTypes.0 "AWS CloudTrail": A log type has 1 to 200 letters'],
    ['Reports: [a]', '8:10 Reports Reports must hold keys and values.'],
    ['GroupBy: a', '8:10 GroupBy GroupBy must be a list'],
    ['Tests: a', '8:8 Tests Tests must be a list'],
    [
      'Tests:\n  - Name: a\n    ExpectedResult: 1\n    Log: {}',
      '10:21 Tests.0.ExpectedResult ExpectedResult must be true or false',
    ],
    ['Tests:\n  - Name: a\n    ExpectedResult: true', '9:5 Tests.0 The test has no Log. Add one.'],
  ])('points at the value of %s', (line, expected) => {
    const key = line.slice(0, line.indexOf(':'))
    const others = RULE.replace(new RegExp(`^${key}:.*\\n(  - .*\\n)?`, 'm'), '')
    const filler = '#\n'.repeat(RULE.split('\n').length - others.split('\n').length)
    expect(problemsOf(`${filler}${others}${line}\n`)[0]).toContain(expected)
  })

  it.each([
    ['RuleID', 1_000],
    ['DisplayName', 1_000],
    ['Description', 10_000],
    ['Reference', 10_000],
    ['Runbook', 10_000],
  ])('reads %s of %i characters and refuses one more', (key, limit) => {
    const others = RULE.replace(new RegExp(`^${key}:.*\\n`, 'm'), '')
    expect(readDetectionYaml(`${others}${key}: ${'x'.repeat(limit)}\n`).ok).toBe(true)
    expect(problemsOf(`${others}${key}: ${'x'.repeat(limit + 1)}\n`)[0]).toContain('Shorten it.')
  })

  it.each([
    ['Tags', 500, 1_000],
    ['OutputIds', 500, 5_000],
  ])('reads %s of %i entries of %i characters and refuses more', (key, entries, length) => {
    const list = (count: number, size: number) =>
      `${RULE}${key}:\n${Array.from({ length: count }, (_, index) => `  - ${String(index).padEnd(size, 'x')}\n`).join('')}`
    expect(readDetectionYaml(list(entries, 4)).ok).toBe(true)
    expect(problemsOf(list(entries + 1, 4))[0]).toContain('has more than 500 entries')
    expect(readDetectionYaml(list(1, length)).ok).toBe(true)
    expect(problemsOf(list(1, length + 1))[0]).toContain('Shorten it.')
  })

  it('refuses a match expression of more than 100,000 characters', () => {
    expect(problemsOf(`${SIMPLE}    Value: ${'x'.repeat(100_000)}\n`)[0]).toContain('Detection is longer than 100,000')
  })

  it('refuses an empty Detection', () => {
    expect(problemsOf(SIMPLE.replace(/Detection:\n.*\n.*\n/, 'Detection: []\n'))[0]).toContain(
      'Detection must be a list',
    )
  })

  it.each(['Info', 'Low', 'Medium', 'High', 'Critical', 'INFO', 'CRITICAL'])('reads the severity %s', (spelling) => {
    expect(readOf(RULE.replace('High', spelling)).definition.severity).toBe(spelling.toUpperCase())
  })

  it.each([0, 3, 4])('raises a dedup period of %i to 5 and says so', (minutes) => {
    const text = `${RULE}DedupPeriodMinutes: ${minutes}\n`
    expect(readOf(text).definition.dedupPeriodMinutes).toBe(5)
    expect(warningsOf(text)[0]).toContain(`8:21 DedupPeriodMinutes DedupPeriodMinutes ${minutes} is treated as 5.`)
  })

  it('keeps a repeated destination override once and says so', () => {
    const text = `${RULE}OutputIds:\n  - soc\n  - it\n  - soc\n`
    expect(readOf(text).definition.outputIds).toEqual(['soc', 'it'])
    expect(warningsOf(text)).toEqual(['11:5 OutputIds.2 "soc" is listed twice in OutputIds. It counts once.'])
  })

  it('asks about a log type that is nearly one we know, and not about a custom one', () => {
    const of = (name: string) => warningsOf(RULE.replace('Okta.SystemLog', name))
    expect(of('Okta.Systemlog')).toEqual([
      '6:5 LogTypes.0 "Okta.Systemlog" is not a log type we know. Did you mean "Okta.SystemLog"?',
    ])
    expect(of('Custom.Okta.SystemLog')).toEqual([])
    expect(of('Entirely.Different.Name')).toEqual([])
  })

  it('says that a rule without log types sees nothing', () => {
    expect(warningsOf(RULE.replace(/LogTypes:\n.*/, 'LogTypes: []'))[0]).toContain('this rule sees no event')
  })

  it('reads through anchors and aliases', () => {
    expect(readOf(`${RULE}Description: &d same\nRunbook: *d\n`).definition.runbook).toBe('same')
  })

  it('bounds what aliases expand to', () => {
    const bomb = Array.from(
      { length: 12 },
      (_, level) => `  a${level}: &a${level} [${level === 0 ? 'x' : `*a${level - 1}, `.repeat(9)}]\n`,
    )
    expect(problemsOf(`${RULE}Reports:\n${bomb.join('')}`)[0]).toContain('expand to too much')
  })

  it.each([
    ['brackets', `A: ${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['dashes', `${'- '.repeat(20_000)}a`],
  ])('answers for very deep %s', (_, text) => {
    expect(problemsOf(text).join()).toContain('nested too deeply')
  })

  it('refuses a text longer than 1 MB unread', () => {
    expect(problemsOf('#'.repeat(1_000_001))).toEqual(['1:1 - The file is longer than 1 MB. Make it shorter.'])
  })

  it('leaves the prototype of objects alone', () => {
    readDetectionYaml(`${RULE}Reports:\n  __proto__:\n    polluted: [yes]\n  constructor: {prototype: {polluted: 1}}\n`)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  it('answers for any text, with problems inside it and in order', () => {
    const line = fc.oneof(
      fc.constantFrom(...`${RULE}${POLICY}`.split('\n'), '- a', '  b: *x', 'Tags: &x [', '? c', '---', '"'),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const read = readDetectionYaml(lines.join('\n'))
        const problems = read.ok ? read.warnings : read.problems
        const length = lines.join('\n').split('\n').length
        expect(read.ok || problems.length > 0).toBe(true)
        expect(problems.every(({ line, column }) => line >= 1 && line <= length && column >= 1)).toBe(true)
        expect(problems.map(({ line }) => line)).toEqual(problems.map(({ line }) => line).toSorted((a, b) => a - b))
      }),
    )
  })
})
