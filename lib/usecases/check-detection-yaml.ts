import type { CheckYamlInput, CheckYamlView } from '../contracts/detection'
import { readDetectionYaml } from '../detections/read-detection-yaml'
import type { Caller } from '../domain/caller'
import { authorise } from './authorise'

/** What a detection's YAML says and what is wrong with it, while it is typed; nothing is saved. */
export async function checkDetectionYaml(caller: Caller, { yaml }: CheckYamlInput): Promise<CheckYamlView> {
  authorise(caller, 'RuleRead')
  const read = readDetectionYaml(yaml)
  if (!read.ok) return { problems: read.problems, warnings: [], summary: null }
  const { id, kind, displayName, severity, filename, isSimple, outputIds, logTypes } = read.definition
  return {
    problems: [],
    warnings: read.warnings,
    summary: {
      id,
      kind,
      displayName,
      severity,
      filename,
      isSimple,
      overrides: [...outputIds],
      logTypes: [...logTypes],
    },
  }
}
