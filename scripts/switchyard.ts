import { readFileSync } from 'node:fs'
import type { Io } from './commands/io'
import { route } from './commands/route'
import { TOKENS_USAGE, tokens } from './commands/tokens'
import { USERS_USAGE, users } from './commands/users'

const USAGE = `switchyard: the command line of the console

  route --cases FILE                     decide the cases in FILE, print one decision a case
  ${USERS_USAGE.join('\n  ')}
  ${TOKENS_USAGE.join('\n  ')}
`

const COMMANDS: Record<string, (args: string[], io: Io) => Promise<0 | 1 | 2>> = { route, tokens, users }

const io: Io = {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  readFile: (path) => readFileSync(path, 'utf8'),
}

async function main([name, ...args]: string[]): Promise<number> {
  const command = name === undefined ? undefined : COMMANDS[name]
  if (command) return command(args, io)
  if (name === undefined || name === 'help' || name === '--help') {
    io.out(USAGE)
    return name === undefined ? 2 : 0
  }
  io.err(`There is no command ${JSON.stringify(name)}.\n\n${USAGE}`)
  return 2
}

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status
  },
  (error: unknown) => {
    io.err(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  },
)
