'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { MomentField } from '@/components/ui/moment-field'
import { RadioGroup } from '@/components/ui/radio-group'
import type { DestinationRowView } from '@/lib/contracts/destination'
import { momentProblem, type PauseChoice, pauseEnd } from './pause-choices'

const OPTIONS: { value: PauseChoice; label: string }[] = [
  { value: 'resumed', label: 'Until somebody resumes it' },
  { value: '1h', label: 'For 1 hour' },
  { value: '4h', label: 'For 4 hours' },
  { value: 'tomorrow', label: 'Until tomorrow, 9:00' },
  { value: 'moment', label: 'Until a date and time' },
]

type Props = {
  destination: DestinationRowView
  onPause: (until: string | undefined) => void
  onClose: () => void
}

/** Asks for how long a destination is paused. */
export function PauseDialog({ destination, onPause, onClose }: Props) {
  const [choice, setChoice] = useState<PauseChoice>('resumed')
  const [moment, setMoment] = useState('')
  const [problem, setProblem] = useState<string>()
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    const nowMs = Date.now()
    const wrong = choice === 'moment' ? momentProblem(moment, nowMs) : undefined
    setProblem(wrong)
    if (wrong === undefined) onPause(pauseEnd(choice, moment, nowMs))
  }
  return (
    <Dialog isOpen onOpenChange={onClose} title={`Pause ${destination.displayName}`} size="sm">
      <form onSubmit={handleSubmit} className="grid gap-4">
        <p className="text-soft text-pretty">
          Alerts are still routed to it. Their deliveries are held, and go out once the pause is over.
        </p>
        <RadioGroup label="How long" options={OPTIONS} value={choice} onChange={setChoice} />
        {choice === 'moment' && (
          <div className="grid gap-1.5">
            <MomentField label="Until" value={moment} onChange={setMoment} />
            {problem && (
              <p role="alert" className="text-sm text-danger-ink">
                {problem}
              </p>
            )}
          </div>
        )}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onPress={onClose}>Cancel</Button>
          <Button type="submit" variant="primary">
            Pause deliveries
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
