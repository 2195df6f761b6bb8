'use client'

import { SlidersHorizontal, TriangleAlert } from 'lucide-react'
import { type Ref, useState } from 'react'
import { DELIVERY_STATE_LABELS, TIME_LABELS } from '@/components/alerts/alert-words'
import { hasFilters } from '@/components/alerts/list-search'
import { ALERT_STATUS_LABELS } from '@/components/marks/alert-status-mark'
import { SeverityShape } from '@/components/marks/severity-mark'
import { Button } from '@/components/ui/button'
import { FilterMenu } from '@/components/ui/filter-menu'
import { FilterToggle } from '@/components/ui/filter-toggle'
import { SearchField } from '@/components/ui/search-field'
import type { AlertSearch } from '@/lib/contracts/alert-list'
import { ALERT_STATUSES } from '@/lib/domain/alert-record'
import { ALERT_TIMES } from '@/lib/domain/alert-search'
import { DELIVERY_STATES } from '@/lib/domain/delivery'
import { SEVERITIES } from '@/lib/domain/severity'
import type { FilterChange } from './filter-change'
import { MoreFilters } from './more-filters'

const SEVERITY_OPTIONS = SEVERITIES.map((severity) => ({
  value: severity,
  label: severity,
  icon: <SeverityShape severity={severity} />,
}))
const STATUS_OPTIONS = ALERT_STATUSES.map((value) => ({ value, label: ALERT_STATUS_LABELS[value] }))
const DELIVERY_OPTIONS = DELIVERY_STATES.map((value) => ({ value, label: DELIVERY_STATE_LABELS[value] }))
const TIME_OPTIONS = ALERT_TIMES.map((value) => ({ value, label: TIME_LABELS[value] }))

type Props = { search: AlertSearch; onChange: FilterChange; onClear: () => void; searchRef: Ref<HTMLInputElement> }

/** Search and filters over the list; those that are needed less stand behind a button. */
export function AlertFilters({ search, onChange, onClear, searchRef }: Props) {
  const [isOpen, setIsOpen] = useState(hasMoreFilters(search))
  const changeTime = (times: (typeof ALERT_TIMES)[number][]) =>
    onChange({ time: times.find((time) => time !== search.time) ?? '', from: '', to: '' })
  return (
    <div className="flex flex-col gap-2 pb-3">
      <div className="flex flex-wrap items-center gap-2">
        <SearchField
          label="Search alerts"
          placeholder="Title or detection"
          value={search.q}
          onChange={(q) => onChange({ q }, { history: 'replace' })}
          inputRef={searchRef}
          className="w-48 max-sm:w-full"
        />
        <FilterMenu
          label="Status"
          options={STATUS_OPTIONS}
          value={search.status}
          onChange={(status) => onChange({ status })}
        />
        <FilterMenu
          label="Severity"
          options={SEVERITY_OPTIONS}
          value={search.severity}
          onChange={(severity) => onChange({ severity })}
        />
        <FilterMenu
          label="Delivery"
          options={DELIVERY_OPTIONS}
          value={search.delivery}
          onChange={(delivery) => onChange({ delivery })}
        />
        <FilterMenu
          label="Time"
          options={TIME_OPTIONS}
          value={search.time === '' ? [] : [search.time]}
          onChange={changeTime}
        />
        <FilterToggle
          isOn={search.unrouted}
          onChange={(unrouted) => onChange({ unrouted })}
          icon={<TriangleAlert aria-hidden="true" size={14} className="text-warning" />}
        >
          Unrouted
        </FilterToggle>
        <Button
          variant="ghost"
          aria-label={isOpen ? 'Fewer filters' : 'More filters'}
          aria-expanded={isOpen}
          onPress={() => setIsOpen(!isOpen)}
          icon={<SlidersHorizontal aria-hidden="true" size={14} />}
        >
          {isOpen ? 'Fewer' : 'More'}
        </Button>
        {hasFilters(search) && (
          <Button variant="ghost" onPress={onClear}>
            Clear filters
          </Button>
        )}
      </div>
      {isOpen && <MoreFilters search={search} onChange={onChange} />}
    </div>
  )
}

function hasMoreFilters({ type, detection, logType, destination, from, to }: AlertSearch): boolean {
  return type.length > 0 || logType.length > 0 || [detection, destination, from, to].some((value) => value !== '')
}
