import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The pages of `docs/` that the console shows: those its own screens lead to. */
const PAGES: ReadonlyMap<string, string> = new Map([['troubleshooting', 'Troubleshooting']])

/** A page of the documentation, in Markdown; `undefined` for one that the console does not show. */
export function readConsoleDocs(name: string): { title: string; text: string } | undefined {
  const title = PAGES.get(name)
  return title === undefined
    ? undefined
    : { title, text: readFileSync(join(process.cwd(), 'docs', `${name}.md`), 'utf8') }
}
