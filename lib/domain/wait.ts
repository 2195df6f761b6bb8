const UNITS = { s: 1, m: 60, h: 3600, d: 86_400 } as const
type Unit = keyof typeof UNITS

const WAIT = /^(\d{1,9}(?:\.\d{1,3})?)\s*([smhd])$/i
const SEPARATOR = /[\s,;]*[,;\n][\s,;]*/

/** A wait in words as short as they can be: `5s`, `30m`, `36h`, `7d`. */
function writeWait(seconds: number): string {
  const unit = (['d', 'h', 'm'] as const).find((each) => seconds % UNITS[each] === 0) ?? 's'
  return `${seconds / UNITS[unit]}${unit}`
}

/** Waits one after the other: `5s, 30s, 2m`. */
export const writeWaits = (seconds: readonly number[]): string => seconds.map(writeWait).join(', ')

/** A length of time as people say it, in its two largest units: `2 d 22 h`. */
export function sayWait(seconds: number): string {
  let rest = Math.round(seconds)
  const parts = (['d', 'h', 'm', 's'] as const).flatMap((unit) => {
    const amount = Math.floor(rest / UNITS[unit])
    rest -= amount * UNITS[unit]
    return amount === 0 ? [] : [`${amount} ${unit === 'm' ? 'min' : unit}`]
  })
  return parts.slice(0, 2).join(' ') || '0 s'
}

/** Waits in seconds as somebody wrote them, or the first piece that is none. Nothing written is no wait. */
export function readWaits(text: string): { waits: number[] } | { unread: string } {
  const pieces = text
    .trim()
    .split(SEPARATOR)
    .filter((piece) => piece !== '')
  const waits: number[] = []
  for (const piece of pieces) {
    const [, amount, unit = ''] = WAIT.exec(piece) ?? []
    if (amount === undefined) return { unread: piece }
    waits.push(Number(amount) * UNITS[unit.toLowerCase() as Unit])
  }
  return { waits }
}
