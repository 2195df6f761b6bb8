import { describe, expect, test } from 'vitest'
import { readDraft, writeDraft } from './destination-draft'
import { differences } from './destination-facts'
import {
  changesSecret,
  copiedValues,
  newValues,
  savedValues,
  storedSince,
  withoutBlankRows,
} from './destination-values'
import { askedAgain, hostChange } from './host-change'
import { aField, aSaved } from './testdata/saved-destination'

const url = aField({
  name: 'url',
  label: 'Webhook URL',
  widget: 'url',
  isRequired: true,
  isSecret: true,
  decidesHost: true,
})
const headers = aField({ name: 'headers', label: 'Custom headers', widget: 'headers', isSecret: true })
const region = aField({ name: 'region', label: 'Region', widget: 'choice', decidesHost: true, defaultValue: 'us' })
const key = aField({ name: 'key', label: 'Key', widget: 'secret', isSecret: true })
const fields = [url, headers, region, key]
const saved = aSaved({
  displayName: 'dev-general',
  target: 'https://hooks.example.com',
  settings: { headers: [{ name: 'Authorization' }], region: 'eu' },
  secrets: [
    { field: 'url', updatedAt: '2026-01-01T00:00:00.000Z' },
    { field: 'headers/Authorization', updatedAt: '2026-02-01T00:00:00.000Z' },
  ],
})

describe('the values of a form', () => {
  test('begin with every alert type, no severity and the defaults of the fields', () => {
    const values = newValues(fields)
    expect(values.severities).toEqual([])
    expect(values.alertTypes).toHaveLength(8)
    expect(values.settings).toEqual({ url: '', headers: [], region: 'us', key: '' })
  })

  test('of a saved destination hold its public settings and blank secrets', () => {
    expect(savedValues(fields, saved).settings).toEqual({
      url: '',
      headers: [{ name: 'Authorization', value: '' }],
      region: 'eu',
      key: '',
    })
  })

  test('of a copy have a name of their own within the limit', () => {
    expect(copiedValues(fields, saved).displayName).toBe('dev-general copy')
    expect(copiedValues(fields, { ...saved, displayName: 'x'.repeat(100) }).displayName).toHaveLength(100)
  })

  test('lose header rows that nobody filled in, and keep the order of the rest', () => {
    const rows = [
      { name: '', value: '' },
      { name: 'A', value: '' },
      { name: '', value: 'secret' },
    ]
    expect(withoutBlankRows({ headers: rows, url: '' })).toEqual({ headers: rows.slice(1), url: '' })
  })
})

describe('a stored secret', () => {
  test('is known by its field, or by the headers of its field', () => {
    expect(storedSince(saved, url)).toBe('2026-01-01T00:00:00.000Z')
    expect(storedSince(saved, headers)).toBe('2026-02-01T00:00:00.000Z')
    expect(storedSince(saved, key)).toBeUndefined()
    expect(storedSince(undefined, url)).toBeUndefined()
  })

  test('changes when something is typed for it or its removal is asked for', () => {
    expect(changesSecret('')).toBe(false)
    expect(changesSecret('new')).toBe(true)
    expect(changesSecret(null)).toBe(true)
    expect(changesSecret([{ name: 'A', value: '' }])).toBe(false)
    expect(changesSecret([{ name: 'A', value: 'new' }])).toBe(true)
  })
})

describe('a change of host', () => {
  const settings = savedValues(fields, saved).settings

  test('is none while the fields that decide it are as saved', () => {
    expect(hostChange(fields, saved, settings)).toBe(false)
  })

  test('is certain when a choice that decides it differs', () => {
    expect(hostChange(fields, saved, { ...settings, region: 'us' })).toBe(true)
  })

  test('is any new secret address: what the stored one is, only the server knows', () => {
    expect(hostChange(fields, saved, { ...settings, url: 'https://hooks.example.com/other' })).toBe(true)
    expect(hostChange(fields, saved, { ...settings, url: ' ' })).toBe(false)
  })

  test('asks again for the stored secrets that are left blank', () => {
    expect(askedAgain(fields, saved, { ...settings, url: 'https://elsewhere.example.com/' })).toEqual([headers])
    expect(askedAgain(fields, saved, { ...settings, headers: [] })).toEqual([url])
  })
})

describe('a draft', () => {
  const typed = {
    ...savedValues(fields, saved),
    displayName: 'typed',
    settings: {
      url: 'https://hooks.example.com/canary',
      headers: [{ name: 'X-Key', value: 'canary' }],
      region: 'us',
      key: 'canary',
    },
  }

  test('holds no secret', () => {
    expect(writeDraft(fields, { version: 3, values: typed })).not.toContain('canary')
  })

  test('comes back with its version on top of the secrets that the form has now', () => {
    const now = { ...newValues(fields), settings: { ...newValues(fields).settings, key: 'generated' } }
    expect(readDraft(fields, writeDraft(fields, { version: 3, values: typed }), now)).toEqual({
      version: 3,
      values: {
        ...typed,
        settings: { url: '', headers: [{ name: 'X-Key', value: '' }], region: 'us', key: 'generated' },
      },
    })
  })

  test.each(['', 'null', '[]', '{"values":7}', '{"values":'])('that reads %j is none', (text) => {
    expect(readDraft(fields, text, newValues(fields))).toBeUndefined()
  })

  test('leaves out values that no longer exist', () => {
    const text = JSON.stringify({
      values: { severities: ['HIGH', 'SEVERE'], logTypes: ['A', 7], settings: { gone: 'x' } },
    })
    const draft = readDraft(fields, text, newValues(fields))
    expect(draft?.values.severities).toEqual(['HIGH'])
    expect(draft?.values.logTypes).toEqual(['A'])
    expect(draft?.values.settings).toEqual(newValues(fields).settings)
  })
})

describe('the difference between two versions', () => {
  const theirs = savedValues(fields, saved)

  test('is none for the same values', () => {
    expect(differences({ fields, nameOf: (id) => id }, theirs, theirs)).toEqual([])
  })

  test('tells each field in words and never a secret', () => {
    const mine = {
      ...theirs,
      severities: ['LOW' as const, 'HIGH' as const],
      settings: { ...theirs.settings, url: 'https://hooks.example.com/canary', key: null },
    }
    const found = differences({ fields, nameOf: (id) => id }, theirs, mine)
    expect(found).toEqual([
      { field: 'Severity Levels', theirs: theirs.severities.join(', '), mine: 'LOW, HIGH' },
      { field: 'Webhook URL', theirs: 'as saved', mine: 'a new value' },
      { field: 'Key', theirs: 'as saved', mine: 'removed' },
    ])
    expect(JSON.stringify(found)).not.toContain('canary')
  })
})
