import * as all from './all'
import { describeFields } from './kit/describe-fields'
import type { DestinationDefinition, DestinationType } from './kit/types'

/**
 * Forgets the type of a definition's settings. It holds because settings only ever reach `target` and `deliver` as the
 * output of the same definition's own schema.
 */
function toDestinationType(definition: DestinationDefinition): DestinationType {
  return { ...definition, fields: describeFields(definition.settings) }
}

function toExportName(type: string): string {
  return type.replace(/-[a-z]/g, (hyphened) => hyphened.slice(1).toUpperCase())
}

/**
 * Indexes definitions by type.
 * @throws when an export's name does not match its type (`customWebhook` ↔ `custom-webhook`) or a type is there twice.
 */
export function indexByType(exports: Readonly<Record<string, DestinationType>>): Map<string, DestinationType> {
  const byType = new Map<string, DestinationType>()
  for (const [exportName, destinationType] of Object.entries(exports)) {
    const { type } = destinationType
    if (byType.has(type)) throw new Error(`The destination type "${type}" is there twice.`)
    if (toExportName(type) !== exportName) throw new Error(`The type "${type}" is exported as "${exportName}".`)
    byType.set(type, destinationType)
  }
  return byType
}

const byType = indexByType(
  Object.fromEntries(Object.entries(all).map(([name, definition]) => [name, toDestinationType(definition)])),
)

/** Every destination type, by name. */
export function destinationTypes(): DestinationType[] {
  return [...byType.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

/** The type with this id, or `undefined`. */
export function findDestinationType(type: string): DestinationType | undefined {
  return byType.get(type)
}
