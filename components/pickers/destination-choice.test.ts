import { describe, expect, test } from 'vitest'
import { deadEntries, entryOf, findChoice } from './destination-choice'

const general = { id: '5f0c1b1e-0d7a-4a57-9b6c-0a4b5d1c2e3f', displayName: 'dev-general', type: 'slack' }
const errors = { id: '9a8b7c6d-1111-4222-8333-444455556666', displayName: 'Errors', type: 'pagerduty' }
const choices = [general, errors]

describe('an entry names a destination', () => {
  test('by its exact display name', () => {
    expect(findChoice(choices, 'dev-general')).toBe(general)
    expect(findChoice(choices, 'Dev-General')).toBeUndefined()
  })

  test('by its id whatever the case', () => {
    expect(findChoice(choices, errors.id.toUpperCase())).toBe(errors)
  })

  test('by name before id', () => {
    const impostor = { ...general, displayName: errors.id }
    expect(findChoice([errors, impostor], errors.id)).toBe(impostor)
  })
})

describe('dead entries', () => {
  test('are those that name nothing, with the display name they are near', () => {
    expect(deadEntries(choices, ['dev-genral', general.id, 'Errors'])).toEqual([
      { entry: 'dev-genral', suggestion: general },
    ])
  })

  test('have no suggestion when nothing is near', () => {
    expect(deadEntries(choices, ['6ba7b810-9dad-41d1-80b4-00c04fd430c8'])).toEqual([
      { entry: '6ba7b810-9dad-41d1-80b4-00c04fd430c8', suggestion: undefined },
    ])
  })
})

describe('the value of a choice', () => {
  test('is the way it is written already', () => {
    expect(entryOf(general, ['dev-general'])).toBe('dev-general')
    expect(entryOf(errors, [errors.id.toUpperCase()])).toBe(errors.id.toUpperCase())
  })

  test('is its id when it is not written yet', () => {
    expect(entryOf(general, ['Errors'])).toBe(general.id)
  })
})
