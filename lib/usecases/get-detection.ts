import type { DetectionId, DetectionView } from '../contracts/detection'
import type { Caller } from '../domain/caller'
import { query } from '../repositories/db'
import { detections } from '../repositories/detections'
import { authorise } from './authorise'
import { readFiles } from './detection-files'

const DEFINES_DESTINATIONS = /^def\s+destinations\s*\(/m

/** One detection: its files, and what its YAML says. @throws {AppError} `not-found` */
export async function getDetection(caller: Caller, { id }: DetectionId): Promise<DetectionView> {
  authorise(caller, 'RuleRead')
  const stored = await query((tx) => detections.get(tx, id))
  const { definition, warnings } = readFiles(stored.yaml, stored.body)
  return {
    id,
    displayName: stored.displayName,
    kind: stored.kind,
    severity: stored.severity,
    isEnabled: stored.isEnabled,
    isSimple: definition.isSimple,
    isDynamic: DEFINES_DESTINATIONS.test(stored.body ?? ''),
    logTypes: stored.logTypes,
    tags: stored.tags,
    description: definition.description,
    runbook: definition.runbook,
    reference: definition.reference,
    dedupPeriodMinutes: definition.dedupPeriodMinutes,
    threshold: definition.threshold,
    overrides: [...definition.outputIds],
    yaml: stored.yaml,
    body: stored.body,
    filename: definition.filename || null,
    warnings,
    version: stored.version,
    updatedAt: stored.updatedAt.toISOString(),
    updatedBy: stored.updatedBy,
  }
}
