'use client'

import { useMemo, useState } from 'react'
import { DestinationFilter } from '@/components/pickers/destination-filter'
import { DetectionFilter } from '@/components/pickers/detection-filter'
import { useLogTypeCatalogue } from '@/components/pickers/use-log-type-catalogue'
import { filterItems } from '@/components/ui/entries'
import { FilterMenu } from '@/components/ui/filter-menu'
import { MomentField } from '@/components/ui/moment-field'
import { SearchMenu } from '@/components/ui/search-menu'
import type { AlertSearch } from '@/lib/contracts/alert-list'
import { TYPES_OF_CLASS } from '@/lib/domain/alert-record'
import { CLASS_OF_TAB } from '@/lib/domain/alert-search'
import { ALERT_TYPE_LABELS } from '@/lib/domain/alert-type'
import type { FilterChange } from './filter-change'

const SHOWN_LOG_TYPES = 100

type Props = { search: AlertSearch; onChange: FilterChange }

/** What an alert came from, where it went, and between which moments. */
export function MoreFilters({ search, onChange }: Props) {
  const types = TYPES_OF_CLASS[CLASS_OF_TAB[search.tab]].map((value) => ({ value, label: ALERT_TYPE_LABELS[value] }))
  return (
    <div className="flex flex-wrap items-center gap-2">
      {types.length > 1 && (
        <FilterMenu label="Type" options={types} value={search.type} onChange={(type) => onChange({ type })} />
      )}
      <DetectionFilter value={search.detection} onChange={(detection) => onChange({ detection })} />
      <LogTypeFilter value={search.logType} onChange={(logType) => onChange({ logType })} />
      <DestinationFilter value={search.destination} onChange={(destination) => onChange({ destination })} />
      <MomentField label="From" value={search.from} onChange={(from) => onChange({ from, time: '' })} />
      <MomentField label="To" value={search.to} onChange={(to) => onChange({ to, time: '' })} />
    </div>
  )
}

function LogTypeFilter({ value, onChange }: { value: readonly string[]; onChange: (value: string[]) => void }) {
  const [text, setText] = useState('')
  const catalogue = useLogTypeCatalogue()
  const items = useMemo(() => catalogue?.LOG_TYPES.map(({ name }) => ({ value: name, label: name })) ?? [], [catalogue])
  const typed = text.trim()
  const found = filterItems(items, typed).slice(0, SHOWN_LOG_TYPES)
  const isKnown = typed === '' || found.some((item) => item.value.toLowerCase() === typed.toLowerCase())
  return (
    <SearchMenu
      label="Log type"
      items={isKnown ? found : [...found, { value: typed, label: typed, description: 'A log type of your own' }]}
      value={value}
      onChange={onChange}
      {...{ text, onText: setText, isSearching: !catalogue }}
    />
  )
}
