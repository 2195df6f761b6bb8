import type { DestinationRecordView, SecretMark } from '../contracts/destination-record'
import { effectiveDelivery } from '../domain/delivery'
import type { Destination } from '../domain/destination-record'

const SET: SecretMark = { set: true }

/** A destination as programs read it: of its secrets, whose fields are `secretFields`, only that they are set. */
export function toDestinationRecordView(
  destination: Destination,
  secretFields: readonly string[],
): DestinationRecordView {
  const { fallbackId, fallbackAfterMinutes: _, retrySeconds, ...delivery } = destination.delivery
  return {
    id: destination.id,
    displayName: destination.displayName,
    type: destination.type,
    severities: destination.severities,
    alertTypes: destination.alertTypes,
    logTypes: destination.logTypes,
    settings: withMarks(destination.settings, secretFields),
    delivery: { ...delivery, ...(retrySeconds && { retrySeconds: [...retrySeconds] }) },
    fallback: fallbackId
      ? { destinationId: fallbackId, afterMinutes: effectiveDelivery(destination.delivery).fallbackAfterMinutes }
      : null,
    target: destination.target,
    paused: destination.isPaused,
    pausedUntil: destination.pausedUntil?.toISOString() ?? null,
    version: destination.version,
    createdAt: destination.createdAt.toISOString(),
    updatedAt: destination.updatedAt.toISOString(),
  }
}

/** Public settings with a mark for each secret; `headers/X-Team` is the value of the row `X-Team` of `headers`. */
function withMarks(settings: Record<string, unknown>, secretFields: readonly string[]): Record<string, unknown> {
  const secrets = new Set(secretFields)
  const marked = Object.entries(settings).map(([field, value]) => [
    field,
    Array.isArray(value)
      ? value.map((row) => (isNamed(row) && secrets.has(`${field}/${row.name}`) ? { ...row, value: SET } : row))
      : value,
  ])
  const alone = secretFields.filter((field) => !field.includes('/')).map((field) => [field, SET])
  return Object.fromEntries([...marked, ...alone])
}

const isNamed = (row: unknown): row is { name: string } =>
  typeof row === 'object' && row !== null && 'name' in row && typeof row.name === 'string'
