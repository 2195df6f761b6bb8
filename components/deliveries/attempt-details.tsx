'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { deliveryQuery } from '@/components/alerts/alert-queries'
import { AttemptPanel } from '@/components/attempt/attempt-panel'
import { ReadFailure } from '@/components/ui/read-failure'
import { Skeleton } from '@/components/ui/skeleton'
import type { AttemptView, DeliveryView } from '@/lib/contracts/delivery'

type Props = { attempt: AttemptView; delivery: DeliveryView }

/** The requests and answers of one attempt, read when somebody asks for them. */
export function AttemptDetails({ attempt: { number }, delivery }: Props) {
  const { data, error, isFetching, refetch } = useQuery({
    ...deliveryQuery(delivery),
    placeholderData: keepPreviousData,
  })
  const attempt = data?.attempts.find((each) => each.number === number)
  if (error) {
    return <ReadFailure title="The attempt could not be read" error={error} onRetry={refetch} isRetrying={isFetching} />
  }
  if (!attempt) {
    return (
      <div role="status" aria-label="Loading the attempt">
        <Skeleton className="h-40 w-full" />
      </div>
    )
  }
  return (
    <div className="grid gap-2">
      <AttemptPanel delivery={{ ...delivery, state: stateAfter(delivery, number), attempts: [attempt] }} />
      {attempt.exchanges.length === 0 && (
        <p className="text-sm text-muted">What was sent and answered is not kept any more.</p>
      )}
    </div>
  )
}

/** An attempt that another one followed, or that nothing follows, is not to be repeated. */
function stateAfter({ state, attempts }: DeliveryView, number: number): DeliveryView['state'] {
  return state === 'waiting' && attempts.at(-1)?.number === number ? state : 'failed'
}
