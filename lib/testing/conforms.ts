import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { describe, expect, it, test } from 'vitest'
import { describeFields } from '../destinations/kit/describe-fields'
import { createRedactor, MASK } from '../destinations/kit/redact'
import { splitSecrets } from '../destinations/kit/stored-settings'
import type { AlertMessage, DestinationDefinition, Outcome, SettingsSchema } from '../destinations/kit/types'
import type { HttpAnswer, OutboundRequest } from '../http/types'
import { TransportError } from '../http/types'
import { aMessage, aTestMessage, extremeAlerts } from './alert-messages'
import { bodyOf, fakeHttp } from './fake-http'

type Expectation<Schema extends SettingsSchema> = {
  /** The type's folder. */
  directory: string
  /** Settings with every field filled in. */
  valid: unknown
  /** The one host that requests may go to. */
  host: string
  /** What the receiver answers when it took the alert. */
  accepted: Partial<HttpAnswer>
  /** A 2xx answer that is no success, where the vendor has one. */
  falseSuccess?: Partial<HttpAnswer>
  /** What a 404 means: that the address was revoked, or that the request is wrong. */
  notFound: 'gone' | 'request'
  maxBodyBytes: number
  /** JSON schema of the request's body. */
  bodySchema?: object
  /** The receiver's own deduplication key in a request, for types that have one. */
  dedupKeyOf?: (body: unknown) => unknown
  definition: DestinationDefinition<Schema>
}

type Subject = {
  secrets: string[]
  deliver(message: AlertMessage, ...answers: Parameters<typeof fakeHttp>): Promise<Delivery>
}
type Delivery = { outcome: Outcome; requests: OutboundRequest[] }

function subjectOf<Schema extends SettingsSchema>({ definition, valid }: Expectation<Schema>): Subject {
  const settings = definition.settings.parse(valid)
  return {
    secrets: Object.values(splitSecrets(describeFields(definition.settings), settings).secrets),
    async deliver(message, ...answers) {
      const http = fakeHttp(...answers)
      return { outcome: await definition.deliver(message, settings, http), requests: http.requests }
    },
  }
}

/** A request as the docs show it: secrets masked, the address's host kept. */
function toSample({ method, url, headers, body, json }: OutboundRequest, redact: (text: string) => string) {
  const maskedUrl = redact(url) === url ? url : `${new URL(url).origin}/${MASK}`
  const sent = json ?? JSON.parse(body ?? 'null')
  return { method, url: maskedUrl, ...JSON.parse(redact(JSON.stringify({ headers, body: sent }))) }
}

function checkIdentity<Schema extends SettingsSchema>({ definition, directory, valid }: Expectation<Schema>) {
  const fields = describeFields(definition.settings)

  it('has its type as the name of its folder', () => {
    expect(basename(directory)).toBe(definition.type)
  })

  it('has set-up steps and a single-colour icon', () => {
    expect(readFileSync(join(directory, 'docs.md'), 'utf8')).toMatch(/^# /)
    const icon = readFileSync(join(directory, 'icon.svg'), 'utf8')
    expect(icon).toContain('viewBox="0 0 24 24"')
    expect(icon).toContain('currentColor')
    expect(icon).not.toMatch(/<script|href=|#[0-9a-f]{3}/i)
  })

  it('labels every field, and says of every secret where it comes from', () => {
    expect(fields.length).toBeGreaterThan(0)
    for (const field of fields) expect(field.label).not.toBe('')
    for (const field of fields.filter(({ isSecret }) => isSecret)) expect(field.help).toBeTruthy()
  })

  it('is checked with every field filled in', () => {
    expect(Object.keys(definition.settings.parse(valid))).toEqual(fields.map(({ name }) => name))
  })
}

function checkRequests<Schema extends SettingsSchema>(expectation: Expectation<Schema>, subject: Subject) {
  const { definition, directory, host, accepted, maxBodyBytes, bodySchema } = expectation
  const validate = addFormats(new Ajv({ strict: false, allErrors: true })).compile(bodySchema ?? {})
  const golden: Record<string, AlertMessage> = {
    firing: aMessage(),
    test: aTestMessage(),
    ...(definition.canResolve && { resolved: aMessage({ event: 'resolved' }) }),
  }
  const extremes = Object.entries(extremeAlerts()).map(([name, alert]) => [name, aMessage({ alert })] as const)

  it('sends what its sample request shows', async () => {
    const redact = createRedactor(subject.secrets)
    const sample: Record<string, unknown> = {}
    for (const [name, message] of Object.entries(golden)) {
      const { requests } = await subject.deliver(message, accepted)
      sample[name] = requests.length === 1 ? requests.map((request) => toSample(request, redact))[0] : requests
    }
    const text = `${JSON.stringify(sample, null, 2)}\n`
    for (const secret of subject.secrets) expect(text).not.toContain(secret)
    await expect(text).toMatchFileSnapshot(join(directory, 'sample-request.json'))
  })

  test.each([...Object.entries(golden), ...extremes])('keeps to the receiver’s contract: %s', async (_, message) => {
    const { outcome, requests } = await subject.deliver(message, accepted)
    expect(outcome.outcome).toBe('delivered')
    for (const request of requests) {
      expect(new URL(request.url).host).toBe(host)
      const body = bodyOf(request)
      expect(Buffer.byteLength(body)).toBeLessThanOrEqual(maxBodyBytes)
      expect(body).not.toMatch(/(?<!\\)(?:\\\\)*\\ud[89a-f][0-9a-f]{2}/)
      validate(JSON.parse(body))
      expect(validate.errors ?? []).toEqual([])
    }
  })
}

function checkKeys<Schema extends SettingsSchema>(expectation: Expectation<Schema>, subject: Subject) {
  const { accepted, definition, dedupKeyOf } = expectation
  const bodyAt = async (message: AlertMessage) => bodyOf((await subject.deliver(message, accepted)).requests[0])

  it('sends the same body at every attempt of a delivery', async () => {
    const later = aMessage({ sentAt: new Date('2026-03-02T00:00:00Z') })
    expect(await bodyAt(later)).toBe(await bodyAt(aMessage()))
  })

  test.runIf(definition.canResolve && dedupKeyOf !== undefined)('ties firing and resolved by one key', async () => {
    const firing = JSON.parse(await bodyAt(aMessage()))
    const resolved = JSON.parse(await bodyAt(aMessage({ event: 'resolved', idempotencyKey: 'another' })))
    expect(dedupKeyOf?.(firing)).toBe(aMessage().dedupKey)
    expect(dedupKeyOf?.(resolved)).toBe(aMessage().dedupKey)
  })
}

function expectedOutcome(status: number, notFound: 'gone' | 'request'): Partial<Outcome> {
  if ([408, 425, 429].includes(status) || status >= 500) return { outcome: 'retry' }
  if (status === 401 || status === 403) return { outcome: 'rejected', because: 'credentials' }
  if (status === 410) return { outcome: 'rejected', because: 'gone' }
  return { outcome: 'rejected', because: status === 404 ? notFound : 'request' }
}

const FAILED_STATUSES = [300, 301, 302, 304, 307, 308, 400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 411, 413, 415]
const LATER_STATUSES = [418, 422, 425, 429, 451, 500, 501, 502, 503, 504, 505, 507, 521, 599]

function checkOutcomes<Schema extends SettingsSchema>(expectation: Expectation<Schema>, subject: Subject) {
  const { accepted, falseSuccess, notFound } = expectation

  it('takes the receiver’s success for delivered', async () => {
    expect((await subject.deliver(aMessage(), accepted)).outcome.outcome).toBe('delivered')
  })

  test.runIf(falseSuccess !== undefined)('does not take a 2xx that is no success for delivered', async () => {
    const { outcome } = await subject.deliver(aMessage(), falseSuccess ?? {})
    expect(outcome).toMatchObject({ outcome: 'rejected', because: 'request' })
  })

  test.each([...FAILED_STATUSES, ...LATER_STATUSES])('classifies a %i, and says why and what to do', async (status) => {
    const { outcome, requests } = await subject.deliver(aMessage(), { status })
    expect(outcome).toMatchObject(expectedOutcome(status, notFound))
    expect(outcome).toMatchObject({
      reason: expect.stringContaining(String(status)),
      hint: expect.stringMatching(/\.$/),
    })
    expect(requests).toHaveLength(1)
  })

  it('waits as long as the receiver asks', async () => {
    const { outcome } = await subject.deliver(aMessage(), { status: 429, headers: { 'retry-after': '120' } })
    expect(outcome).toMatchObject({ outcome: 'retry', afterMs: 120_000 })
  })

  it('leaves a failure of transport to its caller', async () => {
    const failure = new TransportError('timeout', 'The receiver did not answer in 15 s.', { total: 15_000 })
    await expect(subject.deliver(aMessage(), failure)).rejects.toBe(failure)
  })
}

function checkSecrets<Schema extends SettingsSchema>(expectation: Expectation<Schema>, subject: Subject) {
  const { definition, valid } = expectation

  it('shows no secret as its target', () => {
    const target = definition.target(definition.settings.parse(valid))
    expect(target).not.toBe('')
    for (const secret of subject.secrets) expect(target).not.toContain(secret)
  })

  test.each([200, 302, 400, 401, 404, 410, 429, 500])(
    'tells no secret after a %i that quotes them all',
    async (status) => {
      const redact = createRedactor(subject.secrets)
      for (const secret of subject.secrets) {
        for (const padding of [0, 120, 180, 195]) {
          const body = `${'x'.repeat(padding)} ${secret} ${encodeURIComponent(secret)}`
          const { outcome } = await subject.deliver(aMessage(), { status, body, headers: { location: secret } })
          expect(redact(JSON.stringify(outcome))).not.toContain(secret.slice(0, 24))
        }
        const { outcome } = await subject.deliver(aMessage(), { status })
        expect(JSON.stringify(outcome)).not.toContain(secret)
      }
    },
  )
}

/** What every destination type keeps to, as tests of the calling file. */
export function conforms<Schema extends SettingsSchema>(
  definition: DestinationDefinition<Schema>,
  given: Omit<Expectation<Schema>, 'definition'>,
): void {
  const expectation = { ...given, definition }
  describe(`the destination type ${definition.type}`, () => {
    const subject = subjectOf(expectation)
    checkIdentity(expectation)
    checkRequests(expectation, subject)
    checkKeys(expectation, subject)
    checkOutcomes(expectation, subject)
    checkSecrets(expectation, subject)
  })
}
