import type { RuleSettingsInput } from '../contracts/detection'
import { changeDetectionYaml } from '../detections/write-detection-yaml'
import type { Caller } from '../domain/caller'
import { transaction } from '../repositories/db'
import { detections } from '../repositories/detections'
import { authorise } from './authorise'
import { readFiles } from './detection-files'
import { stale } from './settings-errors'

/** Writes the Rule Settings, Destination Overrides among them, into the detection's YAML. @throws {AppError} `stale`, `not-found`, `invalid-input` */
export async function updateRuleSettings(caller: Caller, input: RuleSettingsInput): Promise<{ version: number }> {
  authorise(caller, 'RuleModify')
  return transaction(async (tx) => {
    const before = await detections.getLocked(tx, input.id)
    if (before.version !== input.version) throw stale('detection')
    const yaml = changeDetectionYaml(before.yaml, {
      severity: input.severity,
      enabled: input.isEnabled,
      // A policy has neither a dedup period nor a threshold.
      ...(before.kind !== 'policy' && { dedupPeriodMinutes: input.dedupPeriodMinutes, threshold: input.threshold }),
      tags: input.tags,
      runbook: input.runbook,
      reference: input.reference,
      outputIds: input.overrides,
    })
    const { definition } = readFiles(yaml, before.body)
    const version = before.version + 1
    await detections.update(tx, { definition, yaml, body: before.body, version, at: caller.now, by: caller.name })
    return { version }
  })
}
