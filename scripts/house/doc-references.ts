/** What a document may refer to. Paths are relative to the repository's root, with forward slashes. */
export type Repository = {
  exists(path: string): boolean
  /** The text of a document, `undefined` when there is none. */
  readText(path: string): string | undefined
  scripts: readonly string[]
}

const FENCED = /^(```|~~~)[\s\S]*?^\1/gm
const OWN_FOLDERS = /^(?:\.ci|app|components|docs|e2e|lib|prisma|public|scripts)\//
const FILE_OF_SOURCE = /^[\w.@()[\]-]+(?:\/[\w.@()[\]-]+)+\.(?:cjs|css|json|mjs|js|md|prisma|sql|svg|tsx?|ya?ml)$/
const PLACEHOLDER = /<|\*|…|\bNAME\b|\{/
const NPM_SCRIPT = /\bnpm (?:run (?:-s |--silent )?([\w:-]+)|(start|test)\b)/g

/** A path up to the first part that stands for many. */
function concretePart(path: string): string {
  const parts = path.replace(/:\d+$/, '').replace(/\/$/, '').split('/')
  const placeholder = parts.findIndex((part) => PLACEHOLDER.test(part))
  return (placeholder === -1 ? parts : parts.slice(0, placeholder)).join('/')
}

/** Resolves `..` and `.` of a path that is relative to the folder of `document`. */
function resolveFrom(document: string, path: string): string {
  return new URL(path, `file:///${document}`).pathname.slice(1)
}

/** The anchors of a document's headings, as the console and GitHub make them. */
export function anchorsOf(text: string): Set<string> {
  const anchors = new Set<string>()
  for (const [, heading = ''] of text.replace(FENCED, '').matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase()
    const slug = words.replace(/[^\p{L}\p{M}\p{N}\p{Pc}\s-]/gu, '').replace(/\s/g, '-')
    let anchor = slug
    for (let count = 1; anchors.has(anchor); count++) anchor = `${slug}-${count}`
    anchors.add(anchor)
  }
  return anchors
}

function faultsOfLink(document: string, text: string, target: string, repository: Repository): string[] {
  const [path = '', anchor] = target.split('#')
  // The console shows a page of docs/ at /docs/NAME; its other addresses are no files.
  const page = /^\/docs\/([\w-]+)$/.exec(path)?.[1]
  if (path.startsWith('/') && page === undefined) return []
  const file = page ? `docs/${page}.md` : path === '' ? document : decodeURIComponent(resolveFrom(document, path))
  if (!repository.exists(file)) return [`${document}: there is no ${file}, linked as ${target}`]
  if (anchor === undefined || !file.endsWith('.md')) return []
  const linked = file === document ? text : repository.readText(file)
  return anchorsOf(linked ?? '').has(anchor) ? [] : [`${document}: ${file} has no heading #${anchor}`]
}

/** What a Markdown document cites and does not exist: paths in backticks, links, npm scripts. */
export function faultsOfDocument(document: string, text: string, repository: Repository): string[] {
  const prose = text.replace(FENCED, '')
  const cited = [...prose.matchAll(/`([^`\s]+)`/g)].map(([, path = '']) => path)
  const paths = cited.filter((path) => OWN_FOLDERS.test(path) || FILE_OF_SOURCE.test(path)).map(concretePart)
  const links = [...prose.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)].map(([, target = '']) => target)
  const scripts = [...text.matchAll(NPM_SCRIPT)].map(([, named, short]) => named ?? short ?? '')
  return [
    ...paths.filter((path) => !repository.exists(path)).map((path) => `${document}: there is no ${path}`),
    ...links
      .filter((target) => !/^[a-z][a-z+.-]*:/i.test(target))
      .flatMap((target) => faultsOfLink(document, text, target, repository)),
    ...scripts
      .filter((script) => !repository.scripts.includes(script))
      .map((script) => `${document}: package.json has no script ${script}`),
  ]
}

/** The members of a union of string literals in TypeScript source. @throws {Error} when there is no such union. */
export function literalsOf(source: string, typeName: string): string[] {
  const declared = new RegExp(`type ${typeName} =((?:\\s*\\|?\\s*'[^']+')+)`).exec(source)?.[1]
  if (declared === undefined) throw new Error(`There is no union of texts called ${typeName}.`)
  return [...declared.matchAll(/'([^']+)'/g)].map(([, literal = '']) => literal)
}
