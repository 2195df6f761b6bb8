import type { SaveDetectionFilesInput } from '../contracts/detection'
import type { Caller } from '../domain/caller'
import { AppError } from '../errors'
import { transaction } from '../repositories/db'
import { detections } from '../repositories/detections'
import { authorise } from './authorise'
import { readFiles } from './detection-files'
import { stale } from './settings-errors'

/**
 * Saves a detection's YAML and Python: a new one, or, with `id` and `version`, a change to one that exists.
 * @throws {AppError} `invalid-input` with line and column, `conflict` for a new one whose id is taken, `stale`, `not-found`
 */
export async function saveDetectionFiles(
  caller: Caller,
  input: SaveDetectionFilesInput,
): Promise<{ id: string; version: number }> {
  authorise(caller, 'RuleModify')
  const { definition } = readFiles(input.yaml, input.body)
  const body = input.body?.trim() ? input.body : null
  const files = { definition, yaml: input.yaml, body, at: caller.now, by: caller.name }
  return transaction(async (tx) => {
    if (input.id === undefined) {
      await detections.insert(tx, { ...files, version: 1 })
      return { id: definition.id, version: 1 }
    }
    if (input.id !== definition.id) {
      const message = `The YAML is of ${definition.id}, and this detection is ${input.id}. An id does not change; create another detection instead.`
      throw new AppError('invalid-input', message, { fields: { yaml: message } })
    }
    const before = await detections.getLocked(tx, input.id)
    if (before.version !== input.version) throw stale('detection')
    const version = before.version + 1
    await detections.update(tx, { ...files, version })
    return { id: input.id, version }
  })
}
