import { describe, expect, test } from 'vitest'
import { AlertAnswer } from '../contracts/alert-answer'
import type { Alert } from '../domain/alert-record'
import type { DispatchedAttempt } from '../repositories/alert-attempts'
import { toAlertAnswer } from './alert-answer'

const at = new Date('2026-03-01T12:00:00.123Z')

const anAlert = (overrides: Partial<Alert> = {}): Alert => ({
  id: '0195ae4b-0000-7000-8000-00000000000a',
  number: 7,
  origin: 'api',
  detectionId: 'Okta.User.LockedOut',
  detectionVersion: 'v'.repeat(32),
  severity: 'HIGH',
  type: 'RULE',
  logTypes: ['Okta.SystemLog'],
  title: 'Locked out',
  name: 'Okta User Locked Out',
  description: '',
  runbook: '',
  reference: '',
  tags: [],
  context: { actor: 'Ada' },
  dedup: null,
  dynamic: null,
  overrides: [],
  systemError: null,
  createdAt: '2026-03-01T13:59+02:00',
  acceptedAt: at,
  status: 'OPEN',
  assigneeId: null,
  quality: null,
  contextTags: [],
  eventCount: 1,
  lastEventAt: at,
  configurationVersion: 1,
  decision: { outcome: 'unrouted', scenario: null, destinations: [], faults: [] },
  updatedAt: null,
  updatedBy: null,
  payloadRemovedAt: null,
  ...overrides,
})

const anAttempt = (overrides: Partial<DispatchedAttempt> = {}): DispatchedAttempt => ({
  destinationId: 'd0000000-0000-4000-8000-000000000001',
  startedAt: at,
  outcome: 'delivered',
  status: 200,
  reason: null,
  topic: null,
  answer: 'ok',
  label: 'dev-general',
  ...overrides,
})

describe('an alert in Panther’s shape', () => {
  test('is created when it was accepted, and first occurred when it was made', () => {
    const answer = toAlertAnswer({ alert: anAlert(), attempts: [] })
    expect(answer).toMatchObject({
      id: '0195ae4b00007000800000000000000a',
      createdAt: '2026-03-01T12:00:00.123Z',
      firstEventOccurredAt: '2026-03-01T11:59:00.000Z',
      detection: { id: 'Okta.User.LockedOut', type: 'RULE' },
    })
    expect(AlertAnswer.parse(answer)).toEqual(answer)
  })

  test('leaves out what it has not', () => {
    const answer = toAlertAnswer({ alert: anAlert(), attempts: [] })
    for (const key of ['assignee', 'updatedBy', 'quality', 'systemError']) expect(answer).not.toHaveProperty(key)
  })

  test('of a rule error names the rule', () => {
    expect(toAlertAnswer({ alert: anAlert({ type: 'SCHEDULED_RULE_ERROR' }), attempts: [] }).detection).toEqual({
      id: 'Okta.User.LockedOut',
      type: 'SCHEDULED_RULE',
    })
  })

  test('of a system error names what it is about in place of a detection', () => {
    const systemError = { kind: 'ALERT_DELIVERY' as const, destinationId: 'd0000000-0000-4000-8000-000000000001' }
    const answer = toAlertAnswer({
      alert: anAlert({ type: 'SYSTEM_ERROR', detectionId: null, systemError }),
      attempts: [],
    })
    expect(answer.detection).toBeUndefined()
    expect(answer.systemError).toEqual({
      type: 'ALERT_DELIVERY',
      sourceId: 'd0000000-0000-4000-8000-000000000001',
      sourceType: 'DESTINATION',
    })
  })
})

describe('an attempt in Panther’s shape', () => {
  const delivery = (overrides: Partial<DispatchedAttempt>) =>
    toAlertAnswer({ alert: anAlert(), attempts: [anAttempt(overrides)] }).deliveries[0]

  test.each<[string, Partial<DispatchedAttempt>, object]>([
    ['a success', {}, { statusCode: 200, success: true, message: 'ok', label: 'dev-general' }],
    ['a success without a status', { status: null, answer: null }, { statusCode: 200, success: true, message: '' }],
    [
      'an answer of failure',
      { outcome: 'retry', status: 500, topic: 'receiver-failing', answer: 'down' },
      { statusCode: 500, success: false, message: 'request failed: 500: down' },
    ],
    [
      'an answer of failure that is no longer kept',
      { outcome: 'rejected', status: 404, topic: 'request-refused', answer: null, reason: 'It answered 404.' },
      { statusCode: 404, success: false, message: 'request failed: 404: It answered 404.' },
    ],
    [
      'no answer in time',
      { outcome: 'retry', status: null, topic: 'no-answer-in-time', answer: null, reason: 'No answer within 15 s.' },
      { statusCode: 504, success: false, message: 'No answer within 15 s.' },
    ],
    [
      'no connection',
      { outcome: 'retry', status: null, topic: 'no-connection', answer: null, reason: 'No connection.' },
      { statusCode: 500, success: false, message: 'network error: No connection.' },
    ],
    [
      'an alert that could not be sent',
      { outcome: 'rejected', status: null, topic: 'request-refused', answer: null, reason: 'Too large.' },
      { statusCode: 500, success: false, message: 'request failed: Too large.' },
    ],
  ])('%s', (_, attempt, expected) => {
    expect(delivery(attempt)).toMatchObject(expected)
  })
})
