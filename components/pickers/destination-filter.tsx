'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { destinationListQuery, destinationQuery } from '@/components/destinations/queries'
import { useDebounced } from '@/components/receipt/use-debounced'
import { SearchMenu } from '@/components/ui/search-menu'

const SETTLE_MS = 150

type Props = { value: string; onChange: (value: string) => void }

/** One destination by its id, or none, as a filter. */
export function DestinationFilter({ value, onChange }: Props) {
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
