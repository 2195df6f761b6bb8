'use client'

import { DETECTION_KIND_LABELS } from '@/components/detections/kinds'
import { SeverityShape } from '@/components/marks/severity-mark'
import { Button } from '@/components/ui/button'
import { FilterMenu } from '@/components/ui/filter-menu'
import { SearchField } from '@/components/ui/search-field'
import type { DetectionListQuery } from '@/lib/contracts/detection'
import { DETECTION_KINDS } from '@/lib/domain/detection'
import { SEVERITIES } from '@/lib/domain/severity'

const KINDS = DETECTION_KINDS.map((kind) => ({ value: kind, label: DETECTION_KIND_LABELS[kind] }))
const SEVERITY_OPTIONS = SEVERITIES.map((severity) => ({
  value: severity,
  label: severity,
  icon: <SeverityShape severity={severity} />,
}))
const ENABLED = [
  { value: 'yes', label: 'Enabled' },
  { value: 'no', label: 'Disabled' },
] as const

type Props = {
  search: DetectionListQuery
  onChange: (change: Partial<DetectionListQuery>, options: { history: 'push' | 'replace' }) => void
  onClear: () => void
}

/** Search and filters above the list; each change goes back to the first page. */
export function DetectionFilters({ search, onChange, onClear }: Props) {
  const filter = (change: Partial<DetectionListQuery>) => onChange({ ...change, page: 1 }, { history: 'push' })
  const isFiltered = search.q !== '' || search.kind.length > 0 || search.severity.length > 0 || search.enabled !== 'all'
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchField
        label="Search detections"
        placeholder="Name, id, log type or tag"
        value={search.q}
        onChange={(q) => onChange({ q, page: 1 }, { history: 'replace' })}
        className="w-72 max-sm:w-full"
      />
      <FilterMenu label="Kind" options={KINDS} value={search.kind} onChange={(kind) => filter({ kind })} />
      <FilterMenu
        label="Severity"
        options={SEVERITY_OPTIONS}
        value={search.severity}
        onChange={(severity) => filter({ severity })}
      />
      <FilterMenu
        label="State"
        options={ENABLED}
        value={search.enabled === 'all' ? [] : [search.enabled]}
        onChange={(states) => filter({ enabled: states.length === 1 ? states[0] : 'all' })}
      />
      {isFiltered && (
        <Button variant="ghost" onPress={onClear}>
          Clear filters
        </Button>
      )}
    </div>
  )
}
