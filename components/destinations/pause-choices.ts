const HOUR_MS = 3_600_000
const MORNING_HOUR = 9
/** The contract's longest pause. */
const LONGEST_MS = 90 * 24 * HOUR_MS

export const PAUSE_CHOICES = ['resumed', '1h', '4h', 'tomorrow', 'moment'] as const
export type PauseChoice = (typeof PAUSE_CHOICES)[number]

/** When the pause that was chosen ends (ISO 8601), by the reader's own clock; nothing when somebody ends it. */
export function pauseEnd(choice: PauseChoice, moment: string, nowMs: number): string | undefined {
  switch (choice) {
    case 'resumed':
      return undefined
    case '1h':
      return new Date(nowMs + HOUR_MS).toISOString()
    case '4h':
      return new Date(nowMs + 4 * HOUR_MS).toISOString()
    case 'tomorrow': {
      const morning = new Date(nowMs)
      morning.setDate(morning.getDate() + 1)
      morning.setHours(MORNING_HOUR, 0, 0, 0)
      return morning.toISOString()
    }
    case 'moment':
      return moment
  }
}

/** What is wrong with a moment, said before the server is asked. */
export function momentProblem(moment: string, nowMs: number): string | undefined {
  const atMs = Date.parse(moment)
  if (Number.isNaN(atMs)) return 'Choose a date and time.'
  if (atMs <= nowMs) return 'That moment is over. Choose one that is still to come.'
  if (atMs > nowMs + LONGEST_MS) return 'Choose a moment within 90 days.'
  return undefined
}
