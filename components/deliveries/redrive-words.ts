import type { RedriveFiguresView, RedriveView } from '@/lib/contracts/redrive'
import type { LeftOutReason } from '@/lib/domain/redrive'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const LEFT_OUT: Record<LeftOutReason, string> = {
  'deleted-destination': 'to deleted destinations',
  emptied: 'emptied by retention',
  'under-way': 'on their way already',
  delivered: 'delivered since',
  repeated: 'earlier deliveries of the same alert',
  closed: 'resolved or invalid',
  'too-old': 'too old',
}

const number = (count: number) => count.toLocaleString('en')
const counted = (count: number, one: string, many: string) => `${number(count)} ${count === 1 ? one : many}`

export const deliveriesText = (count: number) => counted(count, 'delivery', 'deliveries')

/** "212 deliveries to 2 destinations". */
export function figuresText({ count, destinationCount }: RedriveFiguresView): string {
  if (count === 0) return 'Nothing to send again'
  return `${deliveriesText(count)} to ${counted(destinationCount, 'destination', 'destinations')}`
}

/** "14 left out: 9 resolved or invalid, 5 delivered since"; nothing where none is. */
export function leftOutText({ leftOut }: RedriveFiguresView): string | undefined {
  if (leftOut.length === 0) return undefined
  const total = leftOut.reduce((sum, { count }) => sum + count, 0)
  return `${number(total)} left out: ${leftOut.map(({ reason, count }) => `${number(count)} ${LEFT_OUT[reason]}`).join(', ')}`
}

/** "about 4 minutes at 60 a minute". */
export function paceText(seconds: number, perMinute: number | null): string {
  if (perMinute === null) return 'as fast as the destinations take them'
  return `${seconds < 1 ? 'at once' : `about ${durationText(seconds)}`} at ${number(perMinute)} a minute`
}

function durationText(seconds: number): string {
  if (seconds < 90) return counted(Math.round(seconds), 'second', 'seconds')
  if (seconds < 90 * MINUTE) return counted(Math.round(seconds / MINUTE), 'minute', 'minutes')
  if (seconds < 2 * DAY) return counted(Math.round(seconds / HOUR), 'hour', 'hours')
  return counted(Math.round(seconds / DAY), 'day', 'days')
}

/** "180 of 212 finished: 170 delivered, 10 failed". */
export function progressText(redrive: RedriveView): string {
  const { delivered, failed, cancelled } = redrive
  const ends = [
    [delivered, 'delivered'],
    [failed, 'failed'],
    [cancelled, 'cancelled'],
  ] as const
  const said = ends.filter(([count]) => count > 0).map(([count, word]) => `${number(count)} ${word}`)
  const finished = `${number(delivered + failed + cancelled)} of ${number(redrive.total)} finished`
  return said.length === 0 ? finished : `${finished}: ${said.join(', ')}`
}

export const unfinishedOf = ({ pending, retrying }: RedriveView) => pending + retrying
