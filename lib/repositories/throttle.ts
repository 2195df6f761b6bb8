import type { Tx } from './db'

export const throttle = {
  /** Counts one try under `key` in a window of `seconds` that begins with its first try. @returns the tries so far, this one included, and the seconds left. */
  async count(tx: Tx, key: string, seconds: number): Promise<{ tries: number; secondsLeft: number }> {
    const [row] = await tx.$queryRaw<{ count: number; left: number }[]>`
      INSERT INTO throttle (key, window_start, count) VALUES (${key}, now(), 1)
      ON CONFLICT (key) DO UPDATE SET
        count = CASE WHEN throttle.window_start < now() - make_interval(secs => ${seconds}) THEN 1 ELSE throttle.count + 1 END,
        window_start = CASE WHEN throttle.window_start < now() - make_interval(secs => ${seconds}) THEN now() ELSE throttle.window_start END
      RETURNING count, ceil(extract(epoch FROM window_start + make_interval(secs => ${seconds}) - now()))::int AS left`
    return { tries: row?.count ?? 1, secondsLeft: row?.left ?? seconds }
  },

  /** Takes back one try that turned out to be none. */
  async takeBack(tx: Tx, key: string): Promise<void> {
    await tx.throttle.updateMany({ where: { key, count: { gt: 0 } }, data: { count: { decrement: 1 } } })
  },

  async clear(tx: Tx, key: string): Promise<void> {
    await tx.throttle.deleteMany({ where: { key } })
  },

  /** Forgets windows that ended long ago. */
  async sweep(tx: Tx): Promise<void> {
    await tx.$executeRaw`DELETE FROM throttle WHERE window_start < now() - interval '1 day'`
  },
}
