import { randomUUID } from 'node:crypto'
import type { DeliveryView } from '../contracts/delivery'
import type { TestDestinationInput } from '../contracts/destination'
import { attemptDelivery } from '../delivery/attempt-delivery'
import { outbound, refuseUrl } from '../delivery/outbound'
import { createRedactor } from '../destinations/kit/redact'
import { testAlert } from '../destinations/kit/test-alert'
import type { StoredSettings } from '../destinations/kit/types'
import { readSettings } from '../destinations/read-settings'
import { findDestinationType } from '../destinations/registry'
import type { Caller } from '../domain/caller'
import { effectiveDelivery } from '../domain/delivery'
import { query, transaction } from '../repositories/db'
import { deliveries } from '../repositories/deliveries'
import { destinations } from '../repositories/destinations'
import { secrets } from '../repositories/secrets'
import { authorise } from './authorise'
import { consoleUrl } from './console-url'
import { invalidSettings, unknownType } from './settings-errors'

/**
 * Sends one test alert by the path that every delivery takes, with the saved settings or a draft of them, whatever the
 * destination's filters say. The test of a saved destination is kept in its log.
 * @throws {AppError} `invalid-input` when the settings cannot be used, `not-found`
 */
export async function testDestination(caller: Caller, input: TestDestinationInput): Promise<DeliveryView> {
  authorise(caller, 'DestinationModify')
  const { typeName, stored, timeoutSeconds } = await load(input)
  const type = findDestinationType(typeName)
  if (!type) throw unknownType(typeName)
  const settings = readSettings(type, {
    submitted: input.draft?.settings ?? { ...stored?.publicSettings },
    stored,
    refuseUrl,
  })
  if (!settings.ok) throw invalidSettings(settings.fields)

  const id = randomUUID()
  const alert = testAlert({
    consoleUrl: await consoleUrl(),
    now: caller.now,
    severity: input.severity,
    alertType: input.alertType,
  })
  const { attempt } = await attemptDelivery({
    type,
    settings: settings.settings,
    redact: createRedactor([...Object.values(settings.stored.secrets), ...Object.values(stored?.secrets ?? {})]),
    message: {
      event: 'test',
      alert,
      idempotencyKey: id,
      dedupKey: `${alert.alertId}:${input.id ?? id}`,
      sentAt: caller.now,
    },
    http: outbound().withTimeout(timeoutSeconds * 1000),
    number: 1,
    isProbe: false,
  })
  const test: DeliveryView = {
    id,
    destinationId: input.id ?? id,
    reason: 'test',
    state: attempt.outcome === 'delivered' ? 'delivered' : 'failed',
    stateReason: attempt.reason,
    changedAt: new Date(caller.now.getTime() + attempt.totalMs).toISOString(),
    severity: input.severity,
    alertType: input.alertType,
    isUnsaved: input.draft !== undefined,
    actorName: caller.name,
    createdAt: caller.now.toISOString(),
    attempts: [attempt],
  }
  if (input.id !== undefined) await keep(test)
  return test
}

type Loaded = { typeName: string; stored?: StoredSettings; timeoutSeconds: number }

async function load({ id, draft }: TestDestinationInput): Promise<Loaded> {
  if (id === undefined) return { typeName: draft?.type ?? '', timeoutSeconds: effectiveDelivery({}).timeoutSeconds }
  return query(async (tx) => {
    const { type, settings, delivery } = await destinations.get(tx, id)
    return {
      typeName: type,
      stored: { publicSettings: settings, secrets: await secrets.open(tx, id) },
      timeoutSeconds: effectiveDelivery(delivery).timeoutSeconds,
    }
  })
}

// The alert was sent already: a destination deleted meanwhile only means that there is no log to keep the test in.
async function keep(test: DeliveryView) {
  await transaction(async (tx) => {
    if (await destinations.find(tx, test.destinationId)) await deliveries.insertTest(tx, test)
  })
}
