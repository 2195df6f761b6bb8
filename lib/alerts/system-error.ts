import { randomUUID } from 'node:crypto'
import type { NewAlert, SystemError } from '../domain/alert-record'

const MOST_TEXT = 1_000

type Told = Pick<NewAlert, 'name' | 'title' | 'description' | 'runbook' | 'context'> & { about: SystemError }

/** An alert about Switchyard itself. Texts are cut to what an alert may hold. */
export function systemErrorAlert({ name, title, description, runbook, context, about }: Told): NewAlert {
  return {
    id: randomUUID(),
    origin: 'system',
    detectionId: null,
    detectionVersion: '0'.repeat(32),
    // Panther's system errors are all critical.
    severity: 'CRITICAL',
    type: 'SYSTEM_ERROR',
    logTypes: [],
    name,
    title: cut(title),
    description: cut(description),
    runbook,
    reference: '',
    tags: [],
    context,
    createdAt: null,
    dedup: null,
    dynamic: null,
    overrides: [],
    systemError: about,
  }
}

const cut = (text: string) => text.slice(0, MOST_TEXT).toWellFormed()
