'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { DetectionPicker } from '@/components/detections/detection-picker'
import { detectionHref } from '@/components/detections/kinds'
import { detectionQuery } from '@/components/detections/queries'
import { TextLink } from '@/components/ui/link'
import { alertTypeOf } from '@/lib/domain/detection'
import type { SupposedAlert } from './supposed-alert'

type Props = { detection: string | null; onFill: (change: Partial<SupposedAlert>) => void }

/** Fills the supposed alert from a detection; what it filled can be changed after. */
export function DetectionFiller({ detection, onFill }: Props) {
  const queries = useQueryClient()
  const fill = useMutation({
    mutationFn: (id: string) => queries.fetchQuery(detectionQuery(id)),
    onSuccess: ({ id, kind, severity, logTypes, overrides }) =>
      onFill({ detection: id, type: alertTypeOf(kind), severity, logTypes, overrides }),
  })
  return (
    <div className="grid gap-1.5">
      <DetectionPicker
        key={detection}
        value={detection}
        onChange={(id) => fill.mutate(id)}
        error={fill.error?.message}
        help="Fills in the fields below, which you can then change."
      />
      {detection && (
        <p className="text-sm">
          <TextLink href={detectionHref(detection)}>Open {detection}</TextLink>
        </p>
      )}
    </div>
  )
}
