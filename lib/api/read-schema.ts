import { COMPONENTS, type JsonSchema } from './schema-book'

/** A field of an object, as a reader sees it. */
export type FieldOfSchema = {
  name: string
  /** In words: `string`, `HIGH | LOW`, `list of string`. */
  type: string
  /** The schema that the type names, if it names one. */
  reference: string | undefined
  isRequired: boolean
  description: string | undefined
  /** Of a value that is an object, or a list of objects, itself. */
  fields: FieldOfSchema[]
}

/** The fields of an object, of a list of objects, or of the objects that a value may be; none for anything else. */
export function fieldsOf(schema: JsonSchema): FieldOfSchema[] {
  const { properties, required = [] } = objectIn(schema) ?? {}
  return Object.entries(properties ?? {}).map(([name, field]) => ({
    name,
    type: typeOf(field),
    reference: referenceIn(field),
    isRequired: required.includes(name),
    description: field.description,
    fields: fieldsOf(field),
  }))
}

/** What kind of value it is, in words. */
export function typeOf(schema: JsonSchema): string {
  const { $ref, type, enum: values, const: only, items, anyOf, oneOf } = schema
  if ($ref) return nameOf($ref)
  if (Array.isArray(values)) return values.map(String).join(' | ')
  if (only !== undefined) return String(only)
  const options = anyOf ?? oneOf
  if (options) return [...new Set(options.map(typeOf))].join(' | ')
  if (items) return `list of ${typeOf(items)}`
  return type === undefined ? 'any' : [type].flat().join(' | ')
}

/** The name of the schema that a value, or every value of a list, is of. */
export function referenceIn({ $ref, items, anyOf }: JsonSchema): string | undefined {
  if ($ref) return nameOf($ref)
  if (items) return referenceIn(items)
  return anyOf?.map(referenceIn).find((name) => name !== undefined)
}

const nameOf = (reference: string) => reference.slice(COMPONENTS.length)

function objectIn(schema: JsonSchema): JsonSchema | undefined {
  const { properties, items, anyOf, oneOf } = schema
  if (properties) return schema
  if (items) return objectIn(items)
  return (anyOf ?? oneOf)?.map(objectIn).find((found) => found !== undefined)
}
