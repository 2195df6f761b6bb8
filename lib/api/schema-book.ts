import { z } from 'zod'

/** A JSON Schema, as far as it is read here. */
export type JsonSchema = {
  $ref?: string
  type?: string | string[]
  description?: string
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  [keyword: string]: unknown
}

/** Where a document keeps the schemas that are referred to. */
export const COMPONENTS = '#/components/schemas/'
const LOCAL = '#/$defs/'

/**
 * Reads zod schemas as JSON Schema for one document: those with an id, and those that contain themselves, are written once
 * and referred to.
 */
export class SchemaBook {
  readonly schemas: Record<string, JsonSchema> = {}

  /** @param owner names what has no id of its own */
  read(schema: z.ZodType, owner: string): JsonSchema {
    const { $schema: _, $defs, id: __, ...rest } = z.toJSONSchema(schema, OPTIONS)
    const definitions = Object.entries($defs ?? {})
    const names = new Map(definitions.map(([name]) => [name, name.startsWith('__') ? `${owner}${name}` : name]))
    const settle = (part: unknown) => withReferences(part, names)
    for (const [name, definition] of definitions) {
      const { id: ___, ...kept } = settle(definition)
      this.schemas[names.get(name) ?? name] = kept
    }
    return settle(rest)
  }
}

function withReferences(part: unknown, names: ReadonlyMap<string, string>): JsonSchema {
  const text = JSON.stringify(part, (key, value: unknown) => {
    if (key !== '$ref' || typeof value !== 'string' || !value.startsWith(LOCAL)) return value
    const name = value.slice(LOCAL.length)
    return COMPONENTS + (names.get(name) ?? name)
  })
  return JSON.parse(text)
}

const OPTIONS = { io: 'input', unrepresentable: 'any', override: tidy } as const

/** Leaves out what says nothing to a reader: the spelling of a date that its format states, and the bounds of a safe integer. */
function tidy({ jsonSchema }: { jsonSchema: Record<string, unknown> }) {
  if (jsonSchema.format) delete jsonSchema.pattern
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  if (jsonSchema.propertyNames) delete jsonSchema.propertyNames
}
