import { existsSync, globSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { anchorsOf, faultsOfDocument, literalsOf, type Repository } from './house/doc-references'

const DOCUMENTS = ['README.md', 'CHANGELOG.md', 'docs/**/*.md', 'lib/destinations/*/docs.md']
const REQUIRED = ['README.md', 'CHANGELOG.md']
const TROUBLESHOOTING = 'docs/troubleshooting.md'
const TOPICS = 'lib/delivery/topic.ts'

const PackageFile = z.object({ scripts: z.record(z.string(), z.string()) })

const readText = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined)

const repository: Repository = {
  exists: existsSync,
  readText,
  scripts: Object.keys(PackageFile.parse(JSON.parse(readFileSync('package.json', 'utf8'))).scripts),
}

/** A failed attempt links to the section of its topic: each must be there. */
function faultsOfTopics(): string[] {
  const anchors = anchorsOf(readText(TROUBLESHOOTING) ?? '')
  return literalsOf(readFileSync(TOPICS, 'utf8'), 'Topic')
    .filter((topic) => !anchors.has(topic))
    .map((topic) => `${TROUBLESHOOTING}: there is no heading #${topic}, a topic of ${TOPICS}`)
}

const faults = [
  ...REQUIRED.filter((path) => !existsSync(path)).map((path) => `There is no ${path}.`),
  ...globSync(DOCUMENTS).flatMap((path) => faultsOfDocument(path, readFileSync(path, 'utf8'), repository)),
  ...faultsOfTopics(),
]
for (const fault of faults) console.error(fault)
process.exitCode = faults.length === 0 ? 0 : 1
