import type { DeleteDetectionInput } from '../contracts/detection'
import type { Caller } from '../domain/caller'
import { transaction } from '../repositories/db'
import { detections } from '../repositories/detections'
import { authorise } from './authorise'
import { stale } from './settings-errors'

/** Deletes a detection and its files. @throws {AppError} `stale`, `not-found` */
export async function deleteDetection(caller: Caller, input: DeleteDetectionInput): Promise<void> {
  authorise(caller, 'RuleModify')
  await transaction(async (tx) => {
    const before = await detections.getLocked(tx, input.id)
    if (before.version !== input.version) throw stale('detection')
    await detections.delete(tx, input.id)
  })
}
