'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { RECEIPT_PAGE } from '@/lib/domain/console'
import type { ReceiptFix } from './fix'
import { type Preview, type PreviewInput, receiptQuery } from './queries'
import { Receipt } from './receipt'
import { ReceiptSkeleton } from './receipt-skeleton'
import { useDebounced } from './use-debounced'
import { headlineOf } from './words'

const SETTLE_MS = 150
const ALL = 20_000

type Props = {
  /** What would be decided; `find` and `limit` are the receipt's own. */
  input: Omit<PreviewInput, 'find' | 'limit'>
  preview: Preview
  onFix?: (fix: ReceiptFix) => void
}

/** The receipt for what is on the screen now, decided by the engine as the input changes. */
export function LiveReceipt({ input, preview, onFix }: Props) {
  const [find, setFind] = useState('')
  const [limit, setLimit] = useState(RECEIPT_PAGE)
  const wanted = useDebounced({ ...input, find, limit }, SETTLE_MS)
  const { data, error, isPlaceholderData, isFetching, refetch } = useQuery({
    ...receiptQuery(wanted, preview),
    placeholderData: keepPreviousData,
  })
  return (
    <div className="grid min-w-0 gap-3">
      {error && (
        <Callout
          tone="danger"
          title="The receipt could not be made"
          isAnnounced
          action={
            <Button size="sm" onPress={() => refetch()} isPending={isFetching}>
              Try again
            </Button>
          }
        >
          {error.message}
        </Callout>
      )}
      {data && (
        <Receipt
          receipt={data}
          onFix={onFix}
          find={{ value: find, onChange: setFind }}
          onShowAll={() => setLimit(ALL)}
          isStale={isPlaceholderData || error !== null}
        />
      )}
      {!data && !error && <ReceiptSkeleton />}
      <p role="status" className="sr-only">
        {data && !isPlaceholderData && spoken(headlineOf(data))}
      </p>
    </div>
  )
}

const spoken = ({ scenario, outcome }: { scenario: string; outcome: string }) => `${scenario}. ${outcome}.`
