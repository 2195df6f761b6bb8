import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(process.cwd(), 'lib', 'destinations')

/** A file of a type's folder. `type` must be a registered type: it becomes part of a path. */
function readTypeFile(type: string, file: 'docs.md' | 'icon.svg'): string {
  return readFileSync(join(FOLDER, type, file), 'utf8')
}

/** The set-up steps of a registered type, in Markdown. */
export const readDocs = (type: string) => readTypeFile(type, 'docs.md')

/** The logo of a registered type, drawn in the current colour. */
export const readIcon = (type: string) => readTypeFile(type, 'icon.svg')
