import { queryOptions } from '@tanstack/react-query'
import type { DetectionListQuery, DetectionListView, DetectionView } from '@/lib/contracts/detection'

/** One page of detections. */
export function detectionListQuery(query: DetectionListQuery) {
  const address = new URLSearchParams({
    q: query.q,
    kind: query.kind.join(','),
    severity: query.severity.join(','),
    enabled: query.enabled,
    page: String(query.page),
  })
  return queryOptions({
    queryKey: ['detections', query],
    queryFn: ({ signal }) => get<DetectionListView>(`/api/detections?${address}`, signal),
  })
}

/** One detection as it is now. */
export function detectionQuery(id: string) {
  return queryOptions({
    queryKey: ['detection', id],
    queryFn: ({ signal }) => get<DetectionView>(`/api/detections/${encodeURIComponent(id)}`, signal),
    staleTime: 0,
  })
}

/** An answer of the console's own reads; a failure says what happened and what to do. */
async function get<View>(address: string, signal: AbortSignal): Promise<View> {
  const response = await fetch(address, { signal })
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok) return answer as View
  throw new Error(messageOf(answer) ?? 'The server did not answer as expected. Try again in a moment.')
}

function messageOf(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null || !('message' in answer)) return undefined
  return typeof answer.message === 'string' ? answer.message : undefined
}
