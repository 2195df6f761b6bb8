import type { NewDetectionInput } from '../contracts/detection'
import { newDetectionYaml } from '../detections/write-detection-yaml'
import type { Caller } from '../domain/caller'
import { transaction } from '../repositories/db'
import { detections } from '../repositories/detections'
import { authorise } from './authorise'
import { readFiles } from './detection-files'

const DEDUP_PERIOD_MINUTES = 60

/** Creates a detection from a form: its YAML is written for it. @throws {AppError} `invalid-input`, `conflict` */
export async function createDetection(caller: Caller, input: NewDetectionInput): Promise<{ id: string }> {
  authorise(caller, 'RuleModify')
  const isRule = input.kind === 'rule'
  const yaml = newDetectionYaml({
    id: input.id,
    kind: input.kind,
    displayName: input.displayName,
    enabled: true,
    severity: input.severity,
    logTypes: isRule ? input.logTypes : [],
    scheduledQueries: input.kind === 'scheduled-rule' ? input.logTypes : [],
    resourceTypes: input.kind === 'policy' ? input.logTypes : [],
    tags: [],
    description: '',
    reference: '',
    runbook: '',
    dedupPeriodMinutes: DEDUP_PERIOD_MINUTES,
    threshold: 1,
    createAlert: true,
    outputIds: [],
    filename: `${input.id.toLowerCase().replace(/[^a-z0-9]+/g, '_')}.py`,
    isSimple: false,
  })
  const { definition } = readFiles(yaml, input.body)
  await transaction((tx) =>
    detections.insert(tx, { definition, yaml, body: input.body, version: 1, at: caller.now, by: caller.name }),
  )
  return { id: input.id }
}
