import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addToList, makeDestination } from './house/destination-template'

const COPIED = [
  'biome.json',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
  'lib/contracts',
  'lib/destinations',
  'lib/domain',
  'lib/http/types.ts',
  'lib/testing',
  'scripts/templates',
]
const SUITE_TIMEOUT_MS = 60_000

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'switchyard-destination-'))
  for (const path of COPIED) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    cpSync(path, join(root, path), { recursive: true })
  }
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

/** Runs one of the house's commands in the copy; its words matter only where it fails. */
function run(command: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(join(root, 'node_modules/.bin', command), args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CI: '1' },
  })
  return { status, output: `${stdout}${stderr}` }
}

describe('a new destination type', () => {
  it(
    'passes the suite of every type, and the formatter, as it is made',
    () => {
      expect(makeDestination(root, 'acme-pager')).toMatchObject({ ok: true })
      const suite = run('vitest', 'run', '--project', 'unit', 'lib/destinations/acme-pager')
      expect(suite, suite.output).toMatchObject({ status: 0 })
      const format = run('biome', 'check', '--vcs-enabled=false', 'lib/destinations')
      expect(format, format.output).toMatchObject({ status: 0 })
    },
    SUITE_TIMEOUT_MS,
  )

  it('has its line in the list and nothing left of the template', () => {
    makeDestination(root, 'acme-pager')
    expect(readFileSync(join(root, 'lib/destinations/all.ts'), 'utf8')).toContain(
      "export { acmePager } from './acme-pager'\n",
    )
    const folder = join(root, 'lib/destinations/acme-pager')
    expect(readdirSync(folder).sort()).toEqual([
      'acme-pager.test.ts',
      'docs.md',
      'icon.svg',
      'index.ts',
      'payload.ts',
      'sample-request.json',
    ])
    for (const file of readdirSync(folder)) expect(readFileSync(join(folder, file), 'utf8')).not.toMatch(/__[A-Z]+__/)
  })

  it.each([
    '',
    'Acme',
    'acme_pager',
    'acme--pager',
    '-acme',
    'acme-',
    '2acme',
    'acme-2',
    '../acme',
    'kit',
    'a'.repeat(41),
  ])('cannot be called %j', (type) => {
    expect(makeDestination(root, type)).toEqual({ ok: false, message: expect.stringContaining('cannot be the name') })
  })

  it('leaves a type that is there alone', () => {
    const before = readFileSync(join(root, 'lib/destinations/slack/index.ts'), 'utf8')
    expect(makeDestination(root, 'slack')).toEqual({ ok: false, message: expect.stringContaining('already') })
    expect(readFileSync(join(root, 'lib/destinations/slack/index.ts'), 'utf8')).toBe(before)
    expect(readFileSync(join(root, 'lib/destinations/all.ts'), 'utf8').match(/slack'/g)).toHaveLength(1)
  })
})

describe('the list', () => {
  it.each([
    ['alpha', 'alpha beta pagerduty'],
    ['omega', 'beta omega pagerduty'],
    ['zulu', 'beta pagerduty zulu'],
  ])('stays sorted with %s', (type, expected) => {
    const list = "export { beta } from './beta'\nexport { pagerduty } from './pagerduty'\n"
    expect([...addToList(list, type).matchAll(/'\.\/(.+)'/g)].map(([, folder]) => folder).join(' ')).toBe(expected)
  })
})
