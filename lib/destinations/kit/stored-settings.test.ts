import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import { describeFields } from './describe-fields'
import { field } from './field'
import { hostChanged, joinSecrets, mergeSecrets, splitSecrets } from './stored-settings'

const words = { label: 'Thing', help: 'What it is.' }
const webhook = describeFields(
  z.object({
    url: field.secretUrl({ ...words, decidesHost: true }),
    headers: field.headers(words).optional(),
    signing: field.signingSecret(words).optional(),
    note: field.text(words).optional(),
  }),
)
const pager = describeFields(
  z.object({
    region: field.choice({ ...words, options: { us: 'US', eu: 'EU' }, decidesHost: true }).default('us'),
    key: field.secret({ ...words, pattern: /./, message: 'No.' }),
  }),
)

const settings = {
  url: 'https://hooks.example.com/one',
  headers: [
    { name: 'Authorization', value: 'Bearer one' },
    { name: 'X-Team', value: 'blue' },
  ],
  signing: 'whsec_one',
  note: 'ours',
}
const stored = splitSecrets(webhook, settings)

function merge(submitted: Record<string, unknown>) {
  return mergeSecrets({ fields: webhook, stored, submitted })
}

/** What the form sends when nothing was touched: no secret ever reached it. */
const untouched = {
  url: '',
  headers: [
    { name: 'Authorization', value: '' },
    { name: 'X-Team', value: '' },
  ],
  signing: '',
  note: 'ours',
}

describe('settings at rest', () => {
  it('keep every secret apart, by path', () => {
    expect(stored).toEqual({
      publicSettings: { headers: [{ name: 'Authorization' }, { name: 'X-Team' }], note: 'ours' },
      secrets: {
        url: 'https://hooks.example.com/one',
        'headers/Authorization': 'Bearer one',
        'headers/X-Team': 'blue',
        signing: 'whsec_one',
      },
    })
  })

  it('are joined to what was taken apart', () => {
    const name = fc.stringMatching(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,12}$/)
    const rows = fc.uniqueArray(fc.record({ name, value: fc.string({ minLength: 1 }) }), {
      selector: (row) => row.name.toLowerCase(),
    })
    const whole = fc.record(
      { url: fc.webUrl(), headers: rows, signing: fc.string({ minLength: 1 }), note: fc.string() },
      { requiredKeys: ['url'] },
    )
    fc.assert(
      fc.property(whole, (given) => {
        expect(joinSecrets(webhook, splitSecrets(webhook, given))).toEqual(given)
      }),
    )
  })

  it('show no secret among what is public', () => {
    expect(JSON.stringify(stored.publicSettings)).not.toMatch(/one|blue/)
  })
})

describe('a change of host', () => {
  test.each([
    ['another path, which is the account on a host that many share', 'https://hooks.example.com/two', true],
    ['another spelling of the same address', 'https://HOOKS.example.com:443/one', false],
    ['another host', 'https://hooks.example.org/one', true],
    ['another port', 'https://hooks.example.com:8443/one', true],
    ['another scheme', 'http://hooks.example.com/one', true],
    ['a subdomain', 'https://evil.hooks.example.com/one', true],
    ['something that is no address', 'hooks.example.com', true],
  ])('is told for %s', (_, url, expected) => {
    expect(hostChanged(webhook, settings, { ...settings, url })).toBe(expected)
  })

  test.each([
    [{ region: 'us' }, { region: 'eu' }, true],
    [{ region: 'us' }, {}, false],
    [{}, { region: 'us' }, false],
    [{ region: 'eu' }, { region: '' }, true],
  ])('of a choice is a change of its value, the default included: %j to %j', (before, after, expected) => {
    expect(hostChanged(pager, before, after)).toBe(expected)
  })
})

describe('a submitted form', () => {
  it('that nobody touched changes nothing', () => {
    expect(merge(untouched)).toEqual({ settings, missing: [] })
  })

  it('without its secret fields keeps them all', () => {
    expect(merge({ note: 'ours' })).toEqual({ settings, missing: [] })
  })

  it('that says of its secrets only that they are set keeps them', () => {
    const set = { set: true }
    const marked = { url: set, signing: set, note: 'ours', headers: [{ name: 'X-Team', value: set }] }
    expect(merge(marked)).toEqual({
      settings: { ...settings, headers: [{ name: 'X-Team', value: 'blue' }] },
      missing: [],
    })
  })

  it('may not say of an ordinary field that it is set', () => {
    expect(merge({ ...untouched, note: { set: true } }).settings.note).toEqual({ set: true })
  })

  it('replaces the secrets that it holds, and keeps the others', () => {
    const headers = [
      { name: 'authorization', value: '' },
      { name: 'X-Team', value: 'red' },
      { name: 'X-New', value: 'new' },
    ]
    expect(merge({ ...untouched, headers, signing: 'whsec_two' })).toEqual({
      settings: {
        ...settings,
        headers: [
          { name: 'authorization', value: 'Bearer one' },
          { name: 'X-Team', value: 'red' },
          { name: 'X-New', value: 'new' },
        ],
        signing: 'whsec_two',
      },
      missing: [],
    })
  })

  it('removes what it gives as null, and the headers whose rows are gone', () => {
    const result = merge({ ...untouched, signing: null, headers: [{ name: 'X-Team', value: '' }] })
    expect(result.settings).not.toHaveProperty('signing')
    expect(result.settings.headers).toEqual([{ name: 'X-Team', value: 'blue' }])
    expect(merge({ ...untouched, headers: [] }).settings.headers).toEqual([])
    expect(merge({ ...untouched, headers: null }).settings).not.toHaveProperty('headers')
  })

  it('may not give a new header an empty value from another one', () => {
    const headers = [{ name: 'X-Other', value: '' }]
    expect(merge({ ...untouched, headers }).settings.headers).toEqual([{ name: 'X-Other', value: undefined }])
  })

  it('takes a blank ordinary field for an empty one', () => {
    expect(merge({ ...untouched, note: '' }).settings).not.toHaveProperty('note')
  })

  it('with the same address in another spelling keeps the secrets', () => {
    const url = 'https://HOOKS.example.com:443/one'
    expect(merge({ ...untouched, url })).toEqual({ settings: { ...settings, url }, missing: [] })
  })

  it('with another path on the same host is asked for every secret again', () => {
    expect(merge({ ...untouched, url: 'https://hooks.example.com/two' }).missing).toEqual(['headers', 'signing'])
  })

  it('with another origin is asked for every secret again, and carries none of them', () => {
    const result = merge({ ...untouched, url: 'https://evil.example/one' })
    expect(result.missing).toEqual(['headers', 'signing'])
    expect(JSON.stringify(result.settings)).not.toMatch(/Bearer|blue|whsec/)
    expect(result.settings.headers).toEqual([{ name: 'Authorization' }, { name: 'X-Team' }])
  })

  it('with another origin and every secret anew is complete', () => {
    const anew = { url: 'https://new.example/', headers: [{ name: 'Authorization', value: 'two' }], signing: 'whsec_2' }
    expect(merge({ ...untouched, ...anew })).toEqual({ settings: { ...anew, note: 'ours' }, missing: [] })
  })

  it('with another origin may leave out or remove a secret instead', () => {
    expect(merge({ url: 'https://new.example/', headers: [], signing: null }).missing).toEqual([])
    expect(merge({ url: 'https://new.example/', signing: null }).missing).toEqual(['headers'])
  })

  it('of another region is asked for its key again', () => {
    const of = (submitted: Record<string, unknown>) =>
      mergeSecrets({ fields: pager, stored: splitSecrets(pager, { region: 'us', key: 'k1' }), submitted })
    expect(of({ region: 'eu', key: '' })).toEqual({ settings: { region: 'eu' }, missing: ['key'] })
    expect(of({ region: 'us', key: '' })).toEqual({ settings: { region: 'us', key: 'k1' }, missing: [] })
    expect(of({ key: '' })).toEqual({ settings: { key: 'k1' }, missing: [] })
  })

  it('of a new destination asks for nothing again', () => {
    const nothing = { publicSettings: {}, secrets: {} }
    const submitted = { url: 'https://a.example/', headers: [{ name: 'X', value: '' }], signing: '' }
    expect(mergeSecrets({ fields: webhook, stored: nothing, submitted })).toEqual({
      settings: { url: 'https://a.example/', headers: [{ name: 'X', value: undefined }] },
      missing: [],
    })
  })

  it('never sends a stored secret to another origin, and never throws, whatever it holds', () => {
    const anything = fc.oneof(fc.anything(), fc.constantFrom('', ' ', null, undefined))
    const row = fc.record({ name: fc.constantFrom('Authorization', 'x-team', ' X-Team ', 'X-New'), value: anything })
    const form = fc.record(
      {
        url: fc.constantFrom('https://evil.example/', 'nonsense', 'http://hooks.example.com/one', null, 7),
        headers: fc.oneof(fc.array(fc.oneof(row, anything)), anything),
        signing: anything,
        note: anything,
      },
      { requiredKeys: ['url'] },
    )
    fc.assert(
      fc.property(form, (submitted) => {
        const kept = Object.values(merge(submitted).settings).flatMap((value) =>
          Array.isArray(value) ? value.map((each) => Object(each).value) : [value],
        )
        for (const secret of ['https://hooks.example.com/one', 'Bearer one', 'blue', 'whsec_one']) {
          expect(kept).not.toContain(secret)
        }
      }),
    )
  })
})
