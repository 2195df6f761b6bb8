import { log } from '../log'

const STOP_LIMIT_MS = 9500

export type Close = () => Promise<void>

/** Has a signal close everything and end the process within ten seconds. */
export function stopOnSignal(close: Close) {
  let isStopping = false
  const stop = async (signal: string) => {
    if (isStopping) return
    isStopping = true
    log.info({ signal }, 'stopping')
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref()
    await close().catch((error: unknown) => log.error({ err: error }, 'stopping failed'))
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
