import { parentPort } from 'node:worker_threads'
import { counted } from '../metrics/counters'
import { startDelivering } from './start-delivering'

/** What the console's delivery thread runs, until it is told to stop; asked, it tells what it counted. */
async function run() {
  const { stop } = await startDelivering()
  parentPort?.on('message', async (message: 'count' | 'stop') => {
    if (message === 'count') return parentPort?.postMessage(await counted())
    await stop()
    process.exit(0)
  })
}

void run()
