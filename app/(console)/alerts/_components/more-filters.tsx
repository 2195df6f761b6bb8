'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { destinationListQuery, destinationQuery } from '@/components/destinations/queries'
import { NO_DETECTION_FILTERS } from '@/components/detections/list-search'
import { detectionListQuery } from '@/components/detections/queries'
import { useLogTypeCatalogue } from '@/components/pickers/use-log-type-catalogue'
import { useDebounced } from '@/components/receipt/use-debounced'
import { filterItems } from '@/components/ui/entries'
import { FilterMenu } from '@/components/ui/filter-menu'
import { MomentField } from '@/components/ui/moment-field'
import { SearchMenu } from '@/components/ui/search-menu'
import type { AlertSearch } from '@/lib/contracts/alert-list'
import { TYPES_OF_CLASS } from '@/lib/domain/alert-record'
import { CLASS_OF_TAB } from '@/lib/domain/alert-search'
import { ALERT_TYPE_LABELS } from '@/lib/domain/alert-type'
import type { FilterChange } from './alert-filters'

const SETTLE_MS = 150
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

type OneProps = { value: string; onChange: (value: string) => void }

function DetectionFilter({ value, onChange }: OneProps) {
  const [text, setText] = useState('')
  const q = useDebounced(text.trim(), SETTLE_MS)
  const found = useQuery({ ...detectionListQuery({ ...NO_DETECTION_FILTERS, q }), placeholderData: keepPreviousData })
  return (
    <SearchMenu
      label="Detection"
      isSingle
      items={found.data?.rows.map(({ id, displayName }) => ({ value: id, label: displayName, description: id })) ?? []}
      value={value === '' ? [] : [value]}
      onChange={([id = '']) => onChange(id)}
      {...{ text, onText: setText, isSearching: found.isFetching }}
    />
  )
}

function DestinationFilter({ value, onChange }: OneProps) {
  const [text, setText] = useState('')
  const q = useDebounced(text.trim(), SETTLE_MS)
  const found = useQuery({
    ...destinationListQuery({ q, type: [], severity: [], health: [], sort: 'name', order: 'asc', page: 1 }),
    placeholderData: keepPreviousData,
    refetchInterval: false,
  })
  const chosen = useQuery({ ...destinationQuery(value), enabled: value !== '', refetchInterval: false })
  return (
    <SearchMenu
      label="Destination"
      isSingle
      items={
        found.data?.rows.map(({ id, displayName, typeName }) => ({
          value: id,
          label: displayName,
          description: typeName,
        })) ?? []
      }
      value={value === '' ? [] : [value]}
      onChange={([id = '']) => onChange(id)}
      summary={chosen.data?.displayName ?? found.data?.rows.find(({ id }) => id === value)?.displayName}
      {...{ text, onText: setText, isSearching: found.isFetching }}
    />
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
