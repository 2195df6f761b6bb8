'use client'

import { Send } from 'lucide-react'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { SelectField } from '@/components/ui/select-field'
import type { DeliveryView } from '@/lib/contracts/delivery'
import type { ActionResult, Failure } from '@/lib/contracts/result'
import { ALERT_TYPE_LABELS, ALERT_TYPES, type AlertType } from '@/lib/domain/alert-type'
import { SEVERITIES, type Severity } from '@/lib/domain/severity'
import { AttemptPanel } from './attempt-panel'
import { settle } from './settle'

const SEVERITY_OPTIONS = SEVERITIES.map((value) => ({ value, label: value }))
const ALERT_TYPE_OPTIONS = ALERT_TYPES.map((value) => ({ value, label: ALERT_TYPE_LABELS[value] }))

export type TestAlertPanelProps = {
  run: (input: { severity: Severity; alertType: AlertType }) => Promise<ActionResult<DeliveryView>>
  /** Receives what the server refused, so that a form can show each message at its field. */
  onFailure?: (failure: Failure) => void
}

/** Sends a test alert and shows the attempt: what was sent, what came back, how long it took. */
export function TestAlertPanel({ run, onFailure }: TestAlertPanelProps) {
  const [severity, setSeverity] = useState<Severity>('INFO')
  const [alertType, setAlertType] = useState<AlertType>('RULE')
  const [result, setResult] = useState<ActionResult<DeliveryView>>()
  const [isPending, startTransition] = useTransition()

  const send = () =>
    startTransition(async () => {
      const answer = await settle(run({ severity, alertType }))
      setResult(answer)
      if (!answer.ok) onFailure?.(answer.error)
    })

  return (
    <div className="grid min-w-0 gap-4">
      <div className="grid gap-3 sm:grid-cols-[9rem_minmax(0,1fr)_auto] sm:items-end">
        <SelectField label="Severity" options={SEVERITY_OPTIONS} value={severity} onChange={setSeverity} />
        <SelectField label="Alert type" options={ALERT_TYPE_OPTIONS} value={alertType} onChange={setAlertType} />
        <Button className="h-9!" icon={<Send aria-hidden="true" size={14} />} onPress={send} isPending={isPending}>
          Send test alert
        </Button>
      </div>
      <p role="status" className={isPending ? 'text-sm text-muted' : 'sr-only'}>
        {isPending ? 'Waiting for the receiver' : ''}
      </p>
      {result && !result.ok && !isPending && (
        <Callout tone="danger" title="The test alert was not sent" isAnnounced>
          {result.error.message}
        </Callout>
      )}
      {result?.ok && (
        <div className={isPending ? 'opacity-60' : undefined}>
          <AttemptPanel delivery={result.value} />
        </div>
      )}
    </div>
  )
}
