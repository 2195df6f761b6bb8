import type { PhasesView } from '@/lib/contracts/delivery'

export type Segment = { id: 'dns' | 'connect' | 'tls' | 'firstByte' | 'rest'; label: string; ms: number; share: number }

const LABELS = { dns: 'DNS', connect: 'Connect', tls: 'TLS', firstByte: 'First byte', rest: 'Rest' } as const
const MEASURED = ['dns', 'connect', 'tls', 'firstByte'] as const

/**
 * Where the time of an exchange went, in order; phases that did not happen are left out. `share` is of the whole, 0 to 1,
 * and the shares add up to at most 1 whatever the rounding of the measurements.
 */
export function segmentsOf(phases: PhasesView): Segment[] {
  const measured = MEASURED.flatMap((id) => {
    const ms = phases[id]
    return ms === undefined ? [] : [{ id, ms }]
  })
  const sum = measured.reduce((total, { ms }) => total + ms, 0)
  const rest = Math.max(0, phases.total - sum)
  const whole = Math.max(phases.total, sum)
  const all = rest > 0 ? [...measured, { id: 'rest' as const, ms: rest }] : measured
  return all.map(({ id, ms }) => ({ id, label: LABELS[id], ms, share: whole === 0 ? 0 : ms / whole }))
}

/** A duration in milliseconds as people read it: "8.4 ms", "312 ms", "1.28 s". */
export function formatDuration(ms: number): string {
  if (ms < 9.95) return `${Math.round(ms * 10) / 10} ms`
  if (ms < 999.5) return `${Math.round(ms)} ms`
  return `${(ms / 1000).toFixed(2)} s`
}
