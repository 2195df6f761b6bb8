export const ACCEPTED_EXTENSIONS = ['.yml', '.yaml', '.py']

const BYTES_MAX = 4_000_000

type NamedFile = { name: string; size: number; text: () => Promise<string> }

/** What was read of the given files, and what has to be said of the others. */
export type GivenFiles = { yaml?: string; body?: string; remarks: string[] }

/** Reads one YAML and one Python file out of those given; a detection has no more. */
export async function readFiles(files: readonly NamedFile[]): Promise<GivenFiles> {
  const remarks = files.flatMap((file) => remarkOn(file) ?? [])
  const usable = files.filter((file) => remarkOn(file) === undefined)
  const yamls = usable.filter(({ name }) => isYaml(name))
  const pythons = usable.filter(({ name }) => isPython(name))
  for (const [kind, [first, ...others]] of [['YAML', yamls] as const, ['Python', pythons] as const]) {
    if (first && others.length > 0) {
      remarks.push(`A detection has one ${kind} file: ${first.name} was read, ${nameAll(others)} not.`)
    }
  }
  return { yaml: await yamls[0]?.text(), body: await pythons[0]?.text(), remarks }
}

const isYaml = (name: string) => /\.ya?ml$/i.test(name)
const isPython = (name: string) => /\.py$/i.test(name)
const nameAll = (files: readonly NamedFile[]) => files.map(({ name }) => name).join(', ')

function remarkOn({ name, size }: NamedFile): string | undefined {
  if (!isYaml(name) && !isPython(name))
    return `${name} was not read: a detection is a .yml or .yaml file and a .py file.`
  if (size > BYTES_MAX) return `${name} was not read: it is larger than ${BYTES_MAX / 1_000_000} MB.`
  return undefined
}
