import { describe, expect, test } from 'vitest'
import { DeliverySettingsInput } from '@/lib/contracts/destination'
import { deliveryProblem, deliveryValues, scheduleSummary, submittedDelivery } from './delivery-values'

const all = {
  timeoutSeconds: 30,
  retrySeconds: [5, 30, 120],
  concurrency: 4,
  ratePerSecond: 2.5,
  fallbackId: '5f0c1b1e-0d7a-4a57-9b6c-0a4b5d1c2e3f',
  fallbackAfterMinutes: 20,
}

describe('delivery settings in a form', () => {
  test('are blank where the default holds, and save nothing then', () => {
    expect(Object.values(deliveryValues({})).every((text) => text === '')).toBe(true)
    expect(submittedDelivery(deliveryValues({}))).toEqual({})
  })

  test('come back as they were saved', () => {
    expect(submittedDelivery(deliveryValues(all))).toEqual(all)
    expect(submittedDelivery(deliveryValues({ retrySeconds: [] }))).toEqual({ retrySeconds: [] })
    expect(DeliverySettingsInput.safeParse(submittedDelivery(deliveryValues(all))).success).toBe(true)
  })

  test('say what is wrong before the server is asked', () => {
    expect(deliveryProblem('timeoutSeconds', '61')).toBe('At most 60 s.')
    expect(deliveryProblem('timeoutSeconds', 'soon')).toBe('Enter a number.')
    expect(deliveryProblem('retrySeconds', '5s, later')).toContain('"later" is no wait')
    expect(deliveryProblem('retrySeconds', '8d')).toBe('Wait at most 7 days.')
    expect(deliveryProblem('retrySeconds', Array(21).fill('5s').join(','))).toBe('At most 20 retries.')
    expect(deliveryProblem('concurrency', '65')).toBe('At most 64.')
    expect(deliveryProblem('ratePerSecond', '')).toBeUndefined()
    expect(deliveryProblem('retrySeconds', 'None')).toBeUndefined()
  })

  test('say how long a schedule goes on', () => {
    expect(scheduleSummary('')).toBe('10 retries within about 2 d 20 h.')
    expect(scheduleSummary('5s')).toBe('1 retry within about 5 s.')
    expect(scheduleSummary('none')).toContain('No retries')
    expect(scheduleSummary('whenever')).toBe('')
  })
})
