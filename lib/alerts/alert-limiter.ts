import type { NewAlert } from '../domain/alert-record'
import { alertLimit } from '../repositories/alert-limit'
import type { Sql } from '../repositories/sql'
import { FOLD_DEDUP, foldOf, limitError } from './fold'

/** Holds each detection to the alerts that it may make here in an hour. */
export type AlertLimiter = {
  /** What an alert that is about to be made becomes: itself, or the one that it is counted in. */
  admit(alert: NewAlert): NewAlert
  /** System errors about the detections that went over the limit, one a detection and hour. */
  errors(): Promise<NewAlert[]>
}

/** Whether the limit holds for an alert: for those made here, and never for those handed over. */
export const isLimited = ({ origin, detectionId }: NewAlert): boolean => origin === 'detection' && detectionId !== null

/** A limiter for these alerts. Until the transaction ends nobody else may make alerts of their detections. */
export async function createAlertLimiter(sql: Sql, alerts: readonly NewAlert[], limit: number): Promise<AlertLimiter> {
  const detectionIds = idsOf(alerts.filter(isLimited))
  const made =
    detectionIds.length === 0
      ? new Map<string, number>()
      : await alertLimit.madeLately(sql, detectionIds, FOLD_DEDUP, limit)
  const over = new Map<string, NewAlert>()
  return {
    admit(alert) {
      if (!isLimited(alert)) return alert
      const id = alert.detectionId ?? ''
      const count = made.get(id) ?? 0
      if (count < limit) {
        made.set(id, count + 1)
        return alert
      }
      over.set(id, alert)
      return foldOf(alert, limit)
    },
    async errors() {
      if (over.size === 0) return []
      const told = await alertLimit.toldLately(sql, [...over.keys()])
      return [...over].filter(([id]) => !told.has(id)).map(([, alert]) => limitError(alert, limit))
    },
  }
}

const idsOf = (alerts: readonly NewAlert[]) => [
  ...new Set(alerts.flatMap(({ detectionId }) => (detectionId === null ? [] : [detectionId]))),
]
