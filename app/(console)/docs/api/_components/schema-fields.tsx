import { fieldsOf, referenceIn, typeOf } from '@/lib/api/read-schema'
import type { JsonSchema } from '@/lib/api/schema-book'
import { FieldList, TypeName } from './field-list'

/** What a value holds: its fields, or what kind of value it is where it has none. */
export function SchemaFields({ schema }: { schema: JsonSchema }) {
  const fields = fieldsOf(schema)
  if (fields.length > 0) return <FieldList fields={fields} />
  return (
    <p className="mt-1 font-mono text-xs break-words text-muted">
      <TypeName type={typeOf(schema)} reference={referenceIn(schema)} />
    </p>
  )
}
