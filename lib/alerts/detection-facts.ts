import { createHash } from 'node:crypto'
import { readDetectionYaml } from '../detections/read-detection-yaml'
import type { Sql } from '../repositories/sql'

/** What an alert takes from its detection when it brings none of its own. */
export type DetectionFacts = {
  /** The payload's `version`: 32 characters, another for each version of the detection. */
  version: string
  name: string
  description: string
  runbook: string
  reference: string
  tags: readonly string[]
  overrides: readonly string[]
}

const MOST_REMEMBERED = 5_000
const remembered = new Map<string, { version: number; facts: DetectionFacts }>()

/** The facts of those of the detections that are here, by id. Read once per version of a detection and process. */
export async function detectionFacts(sql: Sql, ids: readonly string[]): Promise<ReadonlyMap<string, DetectionFacts>> {
  const found = new Map<string, DetectionFacts>()
  const changed: string[] = []
  for (const { id, version } of await sql.rows<{ id: string; version: number }>(
    'SELECT id, version FROM detection WHERE id = ANY($1::text[])',
    [ids],
  )) {
    const known = remembered.get(id)
    if (known?.version === version) found.set(id, known.facts)
    else changed.push(id)
  }
  if (changed.length === 0) return found
  if (remembered.size + changed.length > MOST_REMEMBERED) remembered.clear()
  for (const row of await sql.rows<{ id: string; version: number; displayName: string; yaml: string }>(
    `SELECT id, version, display_name AS "displayName", yaml FROM detection WHERE id = ANY($1::text[])`,
    [changed],
  )) {
    const facts = factsOf(row)
    remembered.set(row.id, { version: row.version, facts })
    found.set(row.id, facts)
  }
  return found
}

/** Of a detection that is not here. */
export function unknownDetection(id: string): DetectionFacts {
  return { version: versionId(id), name: id, description: '', runbook: '', reference: '', tags: [], overrides: [] }
}

function factsOf(row: { id: string; version: number; displayName: string; yaml: string }): DetectionFacts {
  const read = readDetectionYaml(row.yaml)
  const nothing = unknownDetection(row.id)
  const version = versionId(`${row.id}@${row.version}`)
  if (!read.ok) return { ...nothing, version, name: row.displayName }
  const { description, runbook, reference, tags, outputIds } = read.definition
  return {
    version,
    name: row.displayName,
    description,
    runbook,
    reference,
    tags,
    overrides: outputIds,
  }
}

const versionId = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32)
