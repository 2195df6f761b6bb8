import { runConsole } from '../lib/server/run'

/** Starts the console, and prints one line with the address when it is open. */
async function start() {
  const { address, setUpToken } = await runConsole({ isDevelopment: process.argv.includes('--dev'), report: print })
  print(
    setUpToken
      ? `Switchyard is open at ${address}/setup — set-up token: ${setUpToken}`
      : `Switchyard is open at ${address}`,
  )
}

function print(line: string) {
  process.stdout.write(`${line}\n`)
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
