import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const SOURCES = [
  'app',
  'instrumentation.ts',
  'components',
  'lib',
  'docs',
  'public',
  'prisma/schema.prisma',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
]
const STAMP = '.next/switchyard-sources'
const IGNORED = /(^|\/)(generated|testing)(\/|$)|\.test\.tsx?$/

/** Builds the console unless the last build was made from these very sources. @throws {Error} when the build fails. */
export function buildIfNeeded(report: (line: string) => void): void {
  const sources = hashOf(SOURCES)
  if (existsSync('.next/BUILD_ID') && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return
  report('Building the console; this takes a minute the first time …')
  const build = spawnSync('next', ['build'], { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' })
  if (build.error)
    throw new Error('The console could not be built: the command `next` is missing. Run npm ci.', {
      cause: build.error,
    })
  if (build.status !== 0) throw new Error(`The console could not be built.\n${build.stdout}\n${build.stderr}`)
  writeFileSync(STAMP, sources)
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256')
  const add = (path: string) => {
    if (!existsSync(path) || IGNORED.test(path)) return
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) add(join(path, name))
      return
    }
    hash.update(path).update('\0').update(readFileSync(path)).update('\0')
  }
  for (const path of paths) add(path)
  return hash.digest('hex')
}
