'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { alertReceiptQuery, FIRST_RECEIPT } from '@/components/alerts/alert-queries'
import { Receipt } from '@/components/receipt/receipt'
import { ReceiptSkeleton } from '@/components/receipt/receipt-skeleton'
import { useDebounced } from '@/components/receipt/use-debounced'
import { decisionTitle } from '@/components/receipt/words'
import { Callout } from '@/components/ui/callout'
import { ReadFailure } from '@/components/ui/read-failure'
import type { AlertReceiptView } from '@/lib/contracts/alert-view'

const SETTLE_MS = 150
const ALL = 20_000

/** The receipt of the alert's routing, or of one manual dispatch of it. */
export function AlertReceipt({ alertId, delivery }: { alertId: string; delivery?: string }) {
  const [find, setFind] = useState(FIRST_RECEIPT.find)
  const [limit, setLimit] = useState(FIRST_RECEIPT.limit)
  const wanted = useDebounced({ find, limit }, SETTLE_MS)
  const { data, error, isPlaceholderData, isFetching, refetch } = useQuery({
    ...alertReceiptQuery({ alertId, delivery, ...wanted }),
    placeholderData: keepPreviousData,
  })
  return (
    <div className="grid min-w-0 gap-3">
      {error && (
        <ReadFailure title="The receipt could not be made" error={error} onRetry={refetch} isRetrying={isFetching} />
      )}
      {data?.decided && <Differs decided={data.decided} />}
      {data && (
        <Receipt
          receipt={data.receipt}
          find={{ value: find, onChange: setFind }}
          onShowAll={() => setLimit(ALL)}
          isStale={isPlaceholderData}
        />
      )}
      {!data && !error && <ReceiptSkeleton />}
    </div>
  )
}

function Differs({ decided }: { decided: NonNullable<AlertReceiptView['decided']> }) {
  const { outcome, scenario, destinations } = decided
  return (
    <Callout tone="warning" title="The decision that was made is another">
      Deliveries follow it: {decisionTitle({ scenario })}, {outcome}
      {destinations.length > 0 && ` to ${destinations.join(', ')}`}. The receipt below is what routing comes to today
      from the same alert and configuration. Report this: the two should never differ.
    </Callout>
  )
}
