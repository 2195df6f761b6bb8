import { randomUUID } from 'node:crypto'
import type { NewAlert } from '../domain/alert-record'
import { systemErrorAlert } from './system-error'

/** The dedup of the alert that a detection's further ones are counted in. */
export const FOLD_DEDUP = 'switchyard:alert-limit'

const MOST_NAME = 200

const inWords = (limit: number) => limit.toLocaleString('en-US')
const shortName = ({ name }: Pick<NewAlert, 'name'>) => name.slice(0, MOST_NAME).toWellFormed()

/** What stands for an alert beyond its detection's limit: it goes where that one would have gone, and all of them join it. */
export function foldOf(alert: NewAlert, limit: number): NewAlert {
  return {
    ...alert,
    id: randomUUID(),
    // An INFO alert is resolved from the start: none could join it.
    severity: alert.severity === 'INFO' ? 'LOW' : alert.severity,
    title: `More than ${inWords(limit)} alerts in an hour: further ones of ${shortName(alert)} are counted here`,
    description: `${shortName(alert)} made more alerts within an hour than the limit in Settings › General. What it finds beyond that becomes an event of this alert, with its title and its context.`,
    runbook:
      'Narrow the detection, or give it a dedup that joins what belongs together. Once it makes fewer alerts, each is an alert of its own again.',
    context: { title: alert.title, alertContext: alert.context },
    createdAt: null,
    dedup: FOLD_DEDUP,
  }
}

/** Tells that a detection's alerts are being folded. */
export function limitError(alert: NewAlert, limit: number): NewAlert {
  const { detectionId } = alert
  return systemErrorAlert({
    name: 'Alert limit exceeded',
    title: `${shortName(alert)} made more than ${inWords(limit)} alerts in an hour`,
    description:
      'Further alerts of this detection are counted in one open alert of it. None is dropped: each is an event there, with its title and its context.',
    runbook:
      'Open the detection and see what it finds so often. Narrow it or give it a dedup; or raise the limit in Settings › General.',
    context: { detectionId, detection: alert.name, alertsAnHour: limit },
    about: { kind: 'DETECTION_ALERT_LIMIT_EXCEEDED', ...(detectionId !== null && { detectionId }) },
  })
}
