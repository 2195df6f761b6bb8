'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { NO_DETECTION_FILTERS } from '@/components/detections/list-search'
import { detectionListQuery } from '@/components/detections/queries'
import { useDebounced } from '@/components/receipt/use-debounced'
import { SearchMenu } from '@/components/ui/search-menu'

const SETTLE_MS = 150

type Props = { value: string; onChange: (value: string) => void }

/** One detection by its id, or none, as a filter. */
export function DetectionFilter({ value, onChange }: Props) {
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
