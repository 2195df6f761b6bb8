import { expect, test } from 'vitest'
import { errorAt, failureErrors, listErrors } from './form-problems'
import { settingProblem } from './setting-problem'
import { generateSigningSecret } from './signing-secret'
import { aField } from './testdata/saved-destination'

const errors = {
  displayName: { type: 'custom', message: 'Give it a display name.' },
  settings: { headers: [undefined, { value: { type: 'custom', message: 'A header needs a value.' } }] },
}

test('an error is found by the name of its field, in rows as well', () => {
  expect(errorAt(errors, 'displayName')).toBe('Give it a display name.')
  expect(errorAt(errors, 'settings.headers.1.value')).toBe('A header needs a value.')
  expect(errorAt(errors, 'settings.headers.0.value')).toBeUndefined()
  expect(errorAt(errors, 'settings.headers')).toBeUndefined()
})

test('the summary lists every error with the name of its field', () => {
  expect(listErrors(errors)).toEqual([
    { field: 'displayName', message: 'Give it a display name.' },
    { field: 'settings.headers.1.value', message: 'A header needs a value.' },
  ])
})

test('a failure of no field is about the whole form', () => {
  expect(failureErrors({ code: 'unexpected', message: 'Something went wrong.' })).toEqual([
    { message: 'Something went wrong.' },
  ])
})

test('a required setting may be blank only when it is stored', () => {
  const field = aField({ name: 'key', label: 'Key', isRequired: true })
  expect(settingProblem(field, ' ', false)).toBe('Key is required.')
  expect(settingProblem(field, '', true)).toBeUndefined()
  expect(settingProblem(field, 'typed', false)).toBeUndefined()
})

test('an address has to be whole', () => {
  const field = aField({ name: 'url', label: 'URL', widget: 'url' })
  expect(settingProblem(field, 'example.com', false)).toContain('whole address')
  expect(settingProblem(field, 'https://example.com', false)).toBeUndefined()
})

test('a generated signing secret is whsec_ and 32 bytes in base64, another each time', () => {
  const secret = generateSigningSecret()
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  expect(generateSigningSecret()).not.toBe(secret)
})
