import type { DestinationId, RevisionView } from '../contracts/destination'
import type { FieldView } from '../destinations/kit/types'
import { findDestinationType } from '../destinations/registry'
import { ALERT_TYPE_LABELS } from '../domain/alert-type'
import type { Caller } from '../domain/caller'
import { deliveryFacts, type Named } from '../domain/delivery-facts'
import type { DestinationRevision } from '../domain/destination-record'
import { query } from '../repositories/db'
import { destinations } from '../repositories/destinations'
import { authorise } from './authorise'

/** The destination's history of changes, newest first, each with what it changed. @throws {AppError} `not-found` */
export async function listRevisions(caller: Caller, { id }: DestinationId): Promise<RevisionView[]> {
  authorise(caller, 'DestinationRead')
  const { type, version, revisions, names } = await query(async (tx) => ({
    ...(await destinations.get(tx, id)),
    revisions: await destinations.revisions(tx, id),
    names: new Map((await destinations.idsAndNames(tx)).map((each) => [each.id, each.displayName])),
  }))
  const fields = findDestinationType(type)?.fields ?? []
  const factsOf = (revision: DestinationRevision) => [
    ...facts(revision, fields),
    ...deliveryFacts(revision.delivery, (fallbackId) => names.get(fallbackId) ?? 'one that was deleted'),
  ]
  return revisions.map((revision, index) => ({
    version: revision.version,
    change: revision.change,
    actorName: revision.actorName,
    at: revision.at.toISOString(),
    differences: differencesOf(revision, revisions[index + 1], fields, factsOf),
    isCurrent: revision.version === version,
  }))
}

function differencesOf(
  after: DestinationRevision,
  before: DestinationRevision | undefined,
  fields: readonly FieldView[],
  factsOf: (revision: DestinationRevision) => Named[],
) {
  const then = new Map(before && factsOf(before).map(({ name, text }) => [name, text]))
  const changed = before
    ? factsOf(after)
        .filter(({ name, text }) => then.get(name) !== text)
        .map(({ name, text }) => ({ field: name, before: then.get(name) ?? '', after: text }))
    : []
  const secrets = before ? after.changedSecrets : []
  return [
    ...changed,
    ...secrets.map((path) => ({ field: secretName(path, fields), before: 'secret', after: 'changed' })),
  ]
}

function facts(revision: DestinationRevision, fields: readonly FieldView[]): Named[] {
  return [
    { name: 'Display Name', text: revision.displayName },
    { name: 'Severity Levels', text: revision.severities.join(', ') || 'none' },
    { name: 'Alert Types', text: revision.alertTypes.map((type) => ALERT_TYPE_LABELS[type]).join(', ') || 'none' },
    { name: 'Log Types', text: revision.logTypes.join(', ') || 'all' },
    { name: 'State', text: revision.isPaused ? 'paused' : 'active' },
    ...fields
      .filter((field) => !field.isSecret || field.widget === 'headers')
      .map((field) => ({ name: field.label, text: settingText(field, revision.settings[field.name]) })),
  ]
}

function settingText(field: FieldView, value: unknown): string {
  if (value === undefined) return 'none'
  if (Array.isArray(value)) return value.map((row: { name?: unknown }) => String(row.name)).join(', ') || 'none'
  return field.options?.find((option) => option.value === value)?.label ?? String(value)
}

function secretName(path: string, fields: readonly FieldView[]): string {
  const [name, header] = path.split('/')
  const label = fields.find((field) => field.name === name)?.label ?? path
  return header ? `${label}: ${header}` : label
}
