import type { ChartBinView } from '@/lib/contracts/delivery'

/** A bar of the chart, in a field one wide and one high for each bin; `y` is down from the top. */
export type Bar = { y: number; height: number }

const NICE = [1, 2, 5, 10]

/** The smallest round number that is no less: what an axis ends with. */
export function niceCeiling(value: number): number {
  if (value <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  return power * (NICE.find((factor) => factor * power >= value) ?? 10)
}

/** What was delivered from the bottom up, with what was not on top of it. */
export function barsOf({ delivered, notDelivered }: ChartBinView, max: number): { delivered: Bar; notDelivered: Bar } {
  const good = delivered / max
  const bad = notDelivered / max
  return { delivered: { y: 1 - good, height: good }, notDelivered: { y: 1 - good - bad, height: bad } }
}

/** A line through the middles of the bins, broken where there is no value, as an SVG path. */
export function pathOf(values: readonly (number | null)[], max: number): string {
  const steps = values.flatMap((value, index) => {
    if (value === null) return []
    const isStart = index === 0 || values[index - 1] === null
    const y = 1 - Math.min(1, value / max)
    // A value on its own is a line of no length, which round ends make a dot.
    return [`${isStart ? 'M' : 'L'}${index + 0.5} ${y}${isStart ? `h0` : ''}`]
  })
  return steps.join('')
}

/** All bins as one. */
export function totalOf(bins: readonly ChartBinView[]): { delivered: number; notDelivered: number } {
  return {
    delivered: bins.reduce((sum, bin) => sum + bin.delivered, 0),
    notDelivered: bins.reduce((sum, bin) => sum + bin.notDelivered, 0),
  }
}
