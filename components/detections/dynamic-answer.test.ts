import { describe, expect, it } from 'vitest'
import { PreviewRoutingInput } from '@/lib/contracts/routing'
import { DYNAMIC_ANSWERS, toDynamicDestinations } from './dynamic-answer'

describe('toDynamicDestinations', () => {
  it.each(DYNAMIC_ANSWERS)('gives the engine something it takes for %s', (kind) => {
    const dynamic = toDynamicDestinations({ kind, entries: ['dev-general'] })
    const input = { alertType: 'RULE', severity: 'LOW', logTypes: [], dynamic }
    expect(PreviewRoutingInput.safeParse(input).success).toBe(true)
  })

  it('keeps the entries of a list as they are written and in order', () => {
    const entries = ['b', ' SKIP ', 'B']
    expect(toDynamicDestinations({ kind: 'list', entries })).toEqual({ returned: entries })
  })

  it('forgets the entries when another answer is supposed', () => {
    expect(toDynamicDestinations({ kind: 'empty', entries: ['b'] })).toEqual({ returned: [] })
  })
})
