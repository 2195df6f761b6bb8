import { z } from 'zod'
import { ALERT_TYPES } from '@/lib/domain/alert-type'
import { SEVERITIES } from '@/lib/domain/severity'
import { indexConfiguration } from '@/lib/routing/index-configuration'
import { routeAlert } from '@/lib/routing/route-alert'

export type CommandIo = {
  out(line: string): void
  err(line: string): void
  /** @throws when the file cannot be read as text. */
  readFile(path: string): string
}

const Severity = z.enum(SEVERITIES)
const AlertType = z.enum(ALERT_TYPES)
const LogTypes = z.array(z.string())

const Dynamic = z.union([z.null(), z.strictObject({ returned: z.json() }), z.strictObject({ error: z.string() })], {
  error: 'Invalid input: expected null, {"returned": …} or {"error": "…"}',
})

/** What a case leaves out, the detection does not have and the workspace has not set. */
const Case = z.object({
  alert: z.object({ type: AlertType, severity: Severity, logTypes: LogTypes }),
  dynamic: Dynamic.default(null),
  overrides: z.array(z.string()).default([]),
  settings: z.object({ emptyDynamicList: z.enum(['continue', 'suppress']).default('continue') }).prefault({}),
})

const CaseFile = z.object({
  destinations: z.array(
    z.object({
      id: z.string(),
      displayName: z.string(),
      severities: z.array(Severity),
      alertTypes: z.array(AlertType),
      logTypes: LogTypes,
    }),
  ),
  cases: z.array(Case),
})
type CaseFile = z.output<typeof CaseFile>

const USAGE = 'Usage: switchyard route --cases FILE'

/**
 * `route --cases FILE`: decides every case of the file and prints one JSON array, a line a case. Answers with the exit
 * status: 0, 1 when the file cannot be used, 2 when called wrongly.
 */
export async function route(args: readonly string[], io: CommandIo): Promise<0 | 1 | 2> {
  const [option, path, ...rest] = args
  if (option !== '--cases' || path === undefined || rest.length > 0) {
    io.err(USAGE)
    return 2
  }
  const read = readCases(path, io)
  if ('problems' in read) {
    for (const problem of read.problems) io.err(`${path}: ${problem}`)
    return 1
  }
  const lines = decideAll(read.file).map((decided) => JSON.stringify(decided))
  io.out(`[\n${lines.join(',\n')}\n]`)
  return 0
}

function readCases(path: string, io: CommandIo): { file: CaseFile } | { problems: string[] } {
  let text: string
  try {
    text = io.readFile(path)
  } catch (error) {
    return { problems: [`cannot be read (${error instanceof Error ? error.message : 'unknown reason'})`] }
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return { problems: [`is not JSON (${error instanceof Error ? error.message : 'unknown reason'})`] }
  }
  const parsed = CaseFile.safeParse(json)
  if (parsed.success) return { file: parsed.data }
  return {
    problems: parsed.error.issues.map((issue) => `${z.core.toDotPath(issue.path) || '(root)'}: ${issue.message}`),
  }
}

/** Decisions as the file's `expect` writes them: display names in order and fault codes. */
function decideAll({ destinations, cases }: CaseFile) {
  return cases.map(({ settings, ...input }) => {
    const index = indexConfiguration({ destinations, settings })
    const { outcome, scenario, destinations: ids, faults } = routeAlert(index, input)
    return {
      outcome,
      scenario,
      destinations: ids.map((id) => index.findById(id)?.displayName),
      faults: faults.map((fault) => fault.code),
    }
  })
}
