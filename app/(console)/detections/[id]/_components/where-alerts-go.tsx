'use client'

import { useState } from 'react'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { NO_ANSWER, toDynamicDestinations } from '@/components/detections/dynamic-answer'
import { DynamicAnswerField } from '@/components/detections/dynamic-answer-field'
import type { DestinationChoice } from '@/components/pickers/destination-choice'
import { applyFix, type ReceiptFix } from '@/components/receipt/fix'
import { LiveReceipt } from '@/components/receipt/live-receipt'
import type { Preview } from '@/components/receipt/queries'
import { Callout } from '@/components/ui/callout'
import type { DetectionView } from '@/lib/contracts/detection'
import { alertTypeOf } from '@/lib/domain/detection'
import type { RuleSettingsValues } from './rule-settings'

type Props = {
  form: UseFormReturn<RuleSettingsValues>
  detection: DetectionView
  choices: readonly DestinationChoice[]
  canModify: boolean
  preview: Preview
}

/** The receipt for the detection's own alerts, live as its settings are typed. */
export function WhereAlertsGo({ form, detection, choices, canModify, preview }: Props) {
  const [severity, overrides] = useWatch({ control: form.control, name: ['severity', 'overrides'] })
  const [answer, setAnswer] = useState(NO_ANSWER)
  const { kind, logTypes, isDynamic } = detection
  const mend = (fix: ReceiptFix) => {
    if (fix.list === 'dynamic') setAnswer({ ...answer, entries: applyFix(answer.entries, fix) })
    else form.setValue('overrides', applyFix(overrides, fix), { shouldDirty: true })
  }
  return (
    <section
      aria-labelledby="where-alerts-go"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: beside the form it scrolls, so it must be reachable by keyboard.
      tabIndex={0}
      className="grid min-w-0 gap-3 lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto"
    >
      <h2 id="where-alerts-go" className="text-base font-semibold">
        Where alerts go
      </h2>
      {isDynamic && (
        <Callout title="Its Python decides first">
          It defines <code className="font-mono text-sm">destinations()</code>. When that names a destination, its
          answer wins over everything below; try one here.
          <div className="mt-3">
            <DynamicAnswerField value={answer} onChange={setAnswer} choices={choices} />
          </div>
        </Callout>
      )}
      <LiveReceipt
        input={{
          alertType: alertTypeOf(kind),
          severity,
          logTypes,
          overrides,
          dynamic: toDynamicDestinations(answer),
        }}
        preview={preview}
        onFix={canModify ? mend : undefined}
      />
    </section>
  )
}
