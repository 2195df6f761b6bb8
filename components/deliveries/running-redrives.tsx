'use client'

import { useQuery } from '@tanstack/react-query'
import { Button } from '@/components/ui/button'
import { RelativeTime } from '@/components/ui/relative-time'
import { runningRedrivesQuery } from './redrive-queries'
import { progressText } from './redrive-words'

/** The redrives that are under way, each with the way to it; nothing while there is none. */
export function RunningRedrives({ onOpen }: { onOpen: (redriveId: string) => void }) {
  const { data: running = [] } = useQuery(runningRedrivesQuery())
  if (running.length === 0) return null
  return (
    <ul aria-label="Redrives under way" className="divide-y rounded-lg border">
      {running.map((redrive) => (
        <li key={redrive.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-3 py-2 text-sm">
          <span className="min-w-0 text-soft tabular-nums">
            {redrive.actorName} began one <RelativeTime at={redrive.createdAt} /> · {progressText(redrive)}
          </span>
          <Button size="sm" variant="ghost" onPress={() => onOpen(redrive.id)}>
            See it
          </Button>
        </li>
      ))}
    </ul>
  )
}
