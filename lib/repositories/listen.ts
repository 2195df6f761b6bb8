import pg from 'pg'
import { env } from '../env'

const RECONNECT_MS = 500

/**
 * Listens to what other processes say, over a connection of its own that is made again when it breaks.
 * `connected` is told each time it is there: what was said while it was not is lost, so look for yourself then.
 */
export function listen(
  channels: readonly string[],
  on: { heard(channel: string, payload: string): void; connected(): void; lost(): void },
): { close(): Promise<void> } {
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let isClosed = false

  async function connect() {
    const next = new pg.Client({ connectionString: env().DATABASE_URL, keepAlive: true })
    client = next
    // 'error' and 'end' both come of a broken connection, and a failed connect rejects besides: one of them is enough.
    let isGone = false
    const again = () => {
      if (isGone) return
      isGone = true
      next.end().catch(() => undefined)
      on.lost()
      if (!isClosed) timer = setTimeout(connect, RECONNECT_MS)
    }
    next.on('error', again)
    next.on('end', again)
    next.on('notification', ({ channel, payload }) => on.heard(channel, payload ?? ''))
    try {
      await next.connect()
      for (const channel of channels) await next.query(`LISTEN ${pg.escapeIdentifier(channel)}`)
      on.connected()
    } catch {
      // The database is away; the next try tells when it is back.
      again()
    }
  }

  void connect()
  return {
    async close() {
      isClosed = true
      clearTimeout(timer)
      await client?.end().catch(() => undefined)
    },
  }
}
