import { runWorker } from '../lib/server/run-worker'

/** Starts a delivery worker beside a console, and prints one line when it delivers. */
async function start() {
  const { id } = await runWorker()
  process.stdout.write(`Delivering as worker ${id}\n`)
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
