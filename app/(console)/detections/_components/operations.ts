import type { z } from 'zod'
import type { Preview } from '@/components/receipt/queries'
import type {
  CheckYamlInput,
  CheckYamlView,
  DeleteDetectionInput,
  NewDetectionInput,
  RuleSettingsInput,
  SaveDetectionFilesInput,
} from '@/lib/contracts/detection'
import type { ActionResult } from '@/lib/contracts/result'

type Operation<S extends z.ZodType, R> = (input: z.input<S>) => Promise<ActionResult<R>>

export type CheckYaml = Operation<typeof CheckYamlInput, CheckYamlView>
export type SaveFiles = Operation<typeof SaveDetectionFilesInput, { id: string; version: number }>
export type CreateDetection = Operation<typeof NewDetectionInput, { id: string }>

/** What can be done with one detection. */
export type DetectionOperations = {
  saveSettings: Operation<typeof RuleSettingsInput, { version: number }>
  saveFiles: SaveFiles
  check: CheckYaml
  remove: Operation<typeof DeleteDetectionInput, void>
  preview: Preview
}
