import { Markdown } from '@/components/docs/markdown'
import { TextLink } from '@/components/ui/link'
import type { FieldOfSchema } from '@/lib/api/read-schema'

type ListedField = FieldOfSchema & {
  /** Where a parameter stands, such as the path. */
  place?: string
}

/** Fields with their types and what they mean; those of an object inside stand indented below it. */
export function FieldList({ fields }: { fields: readonly ListedField[] }) {
  return (
    <ul className="divide-y divide-line rounded-lg border text-sm">
      {fields.map((field) => (
        <li key={`${field.place} ${field.name}`} className="px-3 py-2">
          <p className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
            <code className="font-mono text-sm font-medium text-ink">{field.name}</code>
            <span className="font-mono text-xs break-words text-muted">
              <TypeName type={field.type} reference={field.reference} />
            </span>
            {field.place && <span className="text-xs text-muted">{field.place}</span>}
            {field.isRequired && <span className="text-xs text-accent-ink">required</span>}
          </p>
          {field.description && <Markdown text={field.description} topLevel={2} />}
          {field.fields.length > 0 && (
            <div className="mt-2">
              <FieldList fields={field.fields} />
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

/** A type in words, which leads to the schema that it names. */
export function TypeName({ type, reference }: { type: string; reference: string | undefined }) {
  return reference ? <TextLink href={`#schema-${reference}`}>{type}</TextLink> : type
}
