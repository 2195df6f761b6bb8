import { describe, expect, it } from 'vitest'
import { BLANK_DETECTION, STARTERS, withKind } from './written-detection'

describe('withKind', () => {
  it('exchanges Python that nobody touched', () => {
    expect(withKind(BLANK_DETECTION, 'policy').body).toBe(STARTERS.policy)
  })

  it('keeps Python that somebody wrote', () => {
    const body = 'def rule(event):\n    return event.get("a") == 1\n'
    expect(withKind({ ...BLANK_DETECTION, body }, 'policy').body).toBe(body)
  })
})
