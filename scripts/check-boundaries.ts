import { execFile } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { BAD_IMPORTS, type BadImport } from './house/bad-imports'

const RULES = '.dependency-cruiser.cjs'
const FOLDERS = ['app', 'components', 'lib', 'scripts']
const MAX_REPORT_BYTES = 100_000_000

const Report = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
    totalDependenciesCruised: z.number(),
    ruleSetUsed: z.object({ forbidden: z.array(z.object({ name: z.string(), comment: z.string() })) }),
  }),
})

/** Judges every import of the tree in `folder` by the rules in `folder`. */
async function judge(folder: string) {
  const args = ['--config', RULES, '--output-type', 'json', ...FOLDERS]
  const { stdout } = await promisify(execFile)('depcruise', args, { cwd: folder, maxBuffer: MAX_REPORT_BYTES })
  return Report.parse(JSON.parse(stdout)).summary
}

function writeBadImport(folder: string, { from, to, as = 'type' }: BadImport) {
  const isOwn = /^(app|components|lib)\//.test(to)
  const specifier = isOwn ? `@/${to.replace(/\.tsx?$/, '')}` : to
  writeFile(
    folder,
    from,
    `import ${as === 'type' ? 'type ' : ''}{ a } from '${specifier}'\nexport type A = typeof a\nexport const b = 1\n`,
  )
  if (isOwn && !existsSync(join(folder, to))) writeFile(folder, to, 'export const a = 1\n')
}

function writeFile(folder: string, path: string, text: string) {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

/** A tree of its own in which every import is one that a rule must catch. */
async function judgeBadImports() {
  const folder = mkdtempSync(join(tmpdir(), 'switchyard-boundaries-'))
  try {
    for (const name of [RULES, 'package.json', 'tsconfig.json']) copyFileSync(name, join(folder, name))
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
    for (const badImport of BAD_IMPORTS) writeBadImport(folder, badImport)
    return await judge(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function faultsOfTheRules(): Promise<string[]> {
  const { violations, ruleSetUsed } = await judgeBadImports()
  const isCaught = ({ rule, from }: BadImport) =>
    violations.some((found) => found.rule.name === rule && found.from === from)
  const ruleNames = ruleSetUsed.forbidden.map(({ name }) => name)
  return [
    ...BAD_IMPORTS.filter((badImport) => !isCaught(badImport)).map(
      ({ rule, from, to }) => `The rule ${rule} does not catch ${to} in ${from}.`,
    ),
    ...ruleNames
      .filter((name) => !BAD_IMPORTS.some(({ rule }) => rule === name))
      .map((name) => `The rule ${name} is tried by no import in scripts/house/bad-imports.ts.`),
    ...readdirSync('lib', { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !ruleNames.includes(`${entry.name}-imports`))
      .map(({ name }) => `lib/${name} has no rule in ${RULES} that says what it may import.`),
  ]
}

async function faultsOfTheCode(): Promise<string[]> {
  const { violations, ruleSetUsed, totalDependenciesCruised } = await judge('.')
  if (totalDependenciesCruised === 0) return ['Not one import was found.']
  const comments = new Map(ruleSetUsed.forbidden.map(({ name, comment }) => [name, comment]))
  return violations.map(({ from, to, rule }) => `${from} imports ${to}. ${comments.get(rule.name)} (${rule.name})`)
}

const faults = (await Promise.all([faultsOfTheCode(), faultsOfTheRules()])).flat()
for (const fault of faults) console.error(fault)
process.exitCode = faults.length === 0 ? 0 : 1
