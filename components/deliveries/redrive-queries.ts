import { queryOptions } from '@tanstack/react-query'
import { settle } from '@/components/attempt/settle'
import { readJson } from '@/components/ui/read-json'
import type { RedriveView } from '@/lib/contracts/redrive'
import type { RedriveOperations } from './operations'
import { type RedriveDraft, redriveInput } from './redrive-draft'
import { unfinishedOf } from './redrive-words'

const LIVE_MS = 2_000
const PREVIEW_MS = 10_000
const REDRIVES_KEY = ['redrives'] as const

/** What the draft would send now; asked again while it is looked at. */
export function redrivePreviewQuery(draft: RedriveDraft, preview: RedriveOperations['preview']) {
  return queryOptions({
    queryKey: [...REDRIVES_KEY, 'preview', draft],
    queryFn: async () => {
      const result = await settle(preview(redriveInput(draft)))
      if (!result.ok) throw new Error(result.error.message)
      return result.value
    },
    refetchInterval: PREVIEW_MS,
    retry: false,
    gcTime: 0,
  })
}

/** How far a redrive is; polled until it is finished. */
export function redriveQuery(id: string) {
  return queryOptions({
    queryKey: [...REDRIVES_KEY, 'one', id],
    queryFn: ({ signal }) => readJson<RedriveView>(`/api/redrives/${encodeURIComponent(id)}`, signal),
    refetchInterval: ({ state }) => (state.data && unfinishedOf(state.data) === 0 ? false : LIVE_MS),
    retry: false,
  })
}

/** The redrives that are not finished, the newest first. */
export function runningRedrivesQuery() {
  return queryOptions({
    queryKey: [...REDRIVES_KEY, 'running'],
    queryFn: ({ signal }) => readJson<RedriveView[]>('/api/redrives', signal),
    staleTime: 0,
  })
}
