'use client'

import { useRef } from 'react'
import { hasFilters, withoutFilters } from '@/components/destinations/list-search'
import { HEALTH_WORDS, HealthShape } from '@/components/marks/health-mark'
import { SeverityShape } from '@/components/marks/severity-mark'
import { Button } from '@/components/ui/button'
import { FilterMenu } from '@/components/ui/filter-menu'
import { SearchField } from '@/components/ui/search-field'
import type { DestinationListQuery, DestinationListView } from '@/lib/contracts/destination'
import { DESTINATION_HEALTH } from '@/lib/domain/console'
import { SEVERITIES } from '@/lib/domain/severity'
import { useListKeys } from './use-list-keys'

const HEALTH_OPTIONS = ([...DESTINATION_HEALTH, 'explicit-only'] as const).map((value) => ({
  value,
  label: HEALTH_WORDS[value],
  icon: <HealthShape health={value} />,
}))
const SEVERITY_OPTIONS = SEVERITIES.map((severity) => ({
  value: severity,
  label: severity,
  icon: <SeverityShape severity={severity} />,
}))

type Props = {
  search: DestinationListQuery
  types: DestinationListView['types']
  total: number | undefined
  onChange: (change: Partial<DestinationListQuery>, options?: { history: 'replace' }) => void
}

/** Search and filters over the list, and how many match. */
export function ListFilters({ search, types, total, onChange }: Props) {
  const input = useRef<HTMLInputElement>(null)
  useListKeys(() => input.current?.focus())
  return (
    <search className="flex flex-wrap items-center gap-2 pb-3">
      <SearchField
        label="Search destinations"
        placeholder="Press / to search"
        inputRef={input}
        value={search.q}
        onChange={(q) => onChange({ q, page: 1 }, { history: 'replace' })}
        className="w-full sm:w-64"
      />
      <FilterMenu
        label="Type"
        options={types.map(({ type, name }) => ({ value: type, label: name }))}
        value={search.type}
        onChange={(type) => onChange({ type, page: 1 })}
      />
      <FilterMenu
        label="Severity"
        options={SEVERITY_OPTIONS}
        value={search.severity}
        onChange={(severity) => onChange({ severity, page: 1 })}
      />
      <FilterMenu
        label="Health"
        options={HEALTH_OPTIONS}
        value={search.health}
        onChange={(health) => onChange({ health, page: 1 })}
      />
      {hasFilters(search) && (
        <Button variant="ghost" onPress={() => onChange(withoutFilters(search))}>
          Clear
        </Button>
      )}
      <p role="status" className="ml-auto text-sm text-muted tabular-nums">
        {total !== undefined && `${total.toLocaleString('en')} ${total === 1 ? 'destination' : 'destinations'}`}
      </p>
    </search>
  )
}
