import { RelativeTime } from '@/components/ui/relative-time'
import type { DestinationView, SecretView } from '@/lib/contracts/destination'
import type { FieldView } from '@/lib/contracts/destination-type'

type Props = { field: FieldView; destination: DestinationView }

/** A setting of the type as it may be seen. */
export function SettingValue({ field, destination: { settings, secrets } }: Props) {
  const value = settings[field.name]
  if (field.widget === 'headers') return <HeaderNames name={field.name} value={value} secrets={secrets} />
  if (field.isSecret) return <SecretState secret={secrets.find((secret) => secret.field === field.name)} />
  if (value === undefined || value === '') return <span className="text-muted">Not set</span>
  return <>{field.options?.find((option) => option.value === value)?.label ?? String(value)}</>
}

function SecretState({ secret }: { secret: SecretView | undefined }) {
  if (!secret) return <span className="text-muted">Not set</span>
  return (
    <>
      Set <RelativeTime at={secret.updatedAt} />
    </>
  )
}

function HeaderNames({ name, value, secrets }: { name: string; value: unknown; secrets: readonly SecretView[] }) {
  const rows: { name: string }[] = Array.isArray(value) ? value : []
  if (rows.length === 0) return <span className="text-muted">None</span>
  return (
    <ul className="grid gap-1">
      {rows.map((row) => (
        <li key={row.name} className="flex flex-wrap gap-x-3">
          <code className="font-mono text-sm">{row.name}</code>
          <span className="text-muted">
            <SecretState secret={secrets.find((secret) => secret.field === `${name}/${row.name}`)} />
          </span>
        </li>
      ))}
    </ul>
  )
}
