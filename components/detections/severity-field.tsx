'use client'

import { SeverityShape } from '@/components/marks/severity-mark'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { SEVERITIES, type Severity } from '@/lib/domain/severity'

const OPTIONS = SEVERITIES.map((severity) => ({
  value: severity,
  label: severity,
  icon: <SeverityShape severity={severity} />,
}))

type Props = { value: Severity; onChange: (severity: Severity) => void; isDisabled?: boolean; help?: string }

/** One of the five severities. */
export function SeverityField({ value, onChange, isDisabled, help }: Props) {
  return (
    <div className="grid gap-1.5" data-field="severity">
      <p className="text-sm font-medium" aria-hidden="true">
        Severity
      </p>
      <SegmentedControl
        label="Severity"
        options={OPTIONS}
        value={value}
        onChange={onChange}
        isDisabled={isDisabled}
        className="flex-wrap"
      />
      {help && <p className="text-sm text-muted text-pretty">{help}</p>}
    </div>
  )
}
