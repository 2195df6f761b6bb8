import { readDetectionYaml } from '../detections/read-detection-yaml'
import type { DetectionDefinition, Problem } from '../domain/detection'
import { AppError } from '../errors'

/** Reads a detection's two files together. @throws {AppError} `invalid-input`, each problem with its line and column */
export function readFiles(yaml: string, body: string | null): { definition: DetectionDefinition; warnings: Problem[] } {
  const read = readDetectionYaml(yaml)
  if (!read.ok) {
    const [first, ...others] = read.problems
    const where = first ? `Line ${first.line}, column ${first.column}: ${first.message}` : 'The YAML cannot be read.'
    const message = others.length === 0 ? where : `${where} And ${others.length} more.`
    throw new AppError('invalid-input', message, { fields: { yaml: read.problems.map(describe).join('\n') } })
  }
  const { isSimple, filename } = read.definition
  if (!isSimple && !body?.trim()) {
    const message = `The YAML names the Python file ${filename}. Add that file.`
    throw new AppError('invalid-input', message, { fields: { body: message } })
  }
  if (isSimple && body?.trim()) {
    const message =
      'The YAML has its own Detection and names no Python file. Remove the Python, or give its Filename in place of Detection.'
    throw new AppError('invalid-input', message, { fields: { body: message } })
  }
  return read
}

const describe = ({ line, column, message }: Problem) => `Line ${line}, column ${column}: ${message}`
