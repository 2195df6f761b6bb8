'use client'

import { LogTypePicker } from '@/components/pickers/log-type-picker'
import { MultiCombobox } from '@/components/ui/multi-combobox'
import type { FieldErrors } from '@/lib/contracts/result'
import type { DetectionKind } from '@/lib/domain/detection'

type Props = {
  kind: DetectionKind
  value: readonly string[]
  onChange: (value: string[]) => void
  errors: FieldErrors
}

/** What a detection looks at: log types, the queries whose rows it sees, or the resource types it checks. */
export function SeesField({ kind, errors, ...field }: Props) {
  const error = Object.entries(errors).find(([path]) => path.split('.')[0] === 'logTypes')?.[1]
  if (kind === 'rule') {
    return <LogTypePicker {...field} name="logTypes" help="It runs for events of these." error={error} />
  }
  const isPolicy = kind === 'policy'
  return (
    <MultiCombobox
      {...field}
      name="logTypes"
      label={isPolicy ? 'Resource types' : 'Scheduled queries'}
      help={
        isPolicy
          ? 'As in AWS.S3.Bucket. With none, it checks every resource.'
          : 'Names of the queries whose rows it sees.'
      }
      error={error}
      items={[]}
      isOptional={isPolicy}
      allowsFreeEntry
    />
  )
}
