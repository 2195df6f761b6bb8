import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const TEMPLATES = 'scripts/templates/destination'
const SUFFIX = '.template'
const LIST = 'lib/destinations/all.ts'
const TYPE_FORM = /^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/
const MAX_TYPE_LENGTH = 40

/** The files made, or why none were. */
export type Made = { ok: true; files: readonly string[] } | { ok: false; message: string }

function namesOf(type: string) {
  const words = type.split('-').map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
  const joined = words.join('')
  return { type, exportName: `${joined.slice(0, 1).toLowerCase()}${joined.slice(1)}`, name: words.join(' ') }
}

/** The list of types with one more line, sorted by folder. */
export function addToList(list: string, type: string): string {
  const line = `export { ${namesOf(type).exportName} } from './${type}'`
  const folderOf = (entry: string) => entry.split("'")[1] ?? ''
  const lines = [...list.trim().split('\n'), line].sort((a, b) => (folderOf(a) < folderOf(b) ? -1 : 1))
  return `${lines.join('\n')}\n`
}

/** Makes the folder of a new destination type and its line in the list, in the repository at `root`. */
export function makeDestination(root: string, type: string): Made {
  if (!TYPE_FORM.test(type) || type === 'kit' || type.length > MAX_TYPE_LENGTH) {
    const form = `lower-case words joined by hyphens, at most ${MAX_TYPE_LENGTH} characters, such as acme-pager`
    return { ok: false, message: `${JSON.stringify(type)} cannot be the name of a destination type: it is ${form}.` }
  }
  const folder = `lib/destinations/${type}`
  if (existsSync(join(root, folder)))
    return { ok: false, message: `There is a ${folder} already. Choose another name.` }
  const { exportName, name } = namesOf(type)
  mkdirSync(join(root, folder))
  const files = readdirSync(join(root, TEMPLATES)).map((template) => {
    const text = readFileSync(join(root, TEMPLATES, template), 'utf8')
    const fileName = template.slice(0, -SUFFIX.length)
    const path = `${folder}/${fileName === 'test.ts' ? `${type}.test.ts` : fileName}`
    const filled = text.replaceAll('__TYPE__', type).replaceAll('__EXPORT__', exportName).replaceAll('__NAME__', name)
    writeFileSync(join(root, path), filled)
    return path
  })
  writeFileSync(join(root, LIST), addToList(readFileSync(join(root, LIST), 'utf8'), type))
  return { ok: true, files: [...files, LIST] }
}
