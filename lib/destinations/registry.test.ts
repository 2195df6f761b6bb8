import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { destinationTypes, findDestinationType, indexByType } from './registry'

describe('the registry', () => {
  it('holds every type that has a folder, by name', () => {
    const folders = readdirSync(join(import.meta.dirname), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'kit')
      .map((entry) => entry.name)
    expect(
      destinationTypes()
        .map(({ type }) => type)
        .sort(),
    ).toEqual(folders.sort())
    expect(destinationTypes().map(({ name }) => name)).toEqual(['Custom Webhook', 'PagerDuty', 'Slack'])
  })

  it('finds a type by its id, with its fields described', () => {
    expect(findDestinationType('slack')?.fields.map(({ name }) => name)).toEqual(['webhookUrl', 'postsTo'])
  })

  it.each(['unknown', 'constructor', '__proto__', ''])('has no type %j', (type) => {
    expect(findDestinationType(type)).toBeUndefined()
  })

  it('refuses a type under two names, and a name that does not match', () => {
    const [first] = destinationTypes()
    if (first === undefined) throw new Error('There is no type.')
    expect(() => indexByType({ customWebhook: first, other: first })).toThrow('twice')
    expect(() => indexByType({ other: first })).toThrow('exported as "other"')
  })
})
