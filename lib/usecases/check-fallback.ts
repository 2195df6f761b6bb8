import { AppError } from '../errors'
import type { Tx } from '../repositories/db'
import { destinations } from '../repositories/destinations'

const refused = (message: string) =>
  new AppError('invalid-input', message, { fields: { 'delivery.fallbackId': message } })

/**
 * Sees to it that the fallback of a destination exists and that following fallbacks never leads back to it. The
 * workspace's row must be locked (a new configuration locks it), so that no two saves make a circle together.
 * @throws {AppError} `invalid-input` at `delivery.fallbackId`
 */
export async function checkFallback(tx: Tx, id: string, fallbackId: string | null | undefined): Promise<void> {
  const passed: string[] = []
  for (let next = fallbackId; next; ) {
    if (next === id) {
      throw refused(
        passed.length === 0
          ? 'A destination cannot be its own fallback.'
          : `Fallbacks would go in a circle: ${passed.join(' falls back to ')} falls back to this destination.`,
      )
    }
    const destination = await destinations.find(tx, next)
    if (!destination) {
      if (passed.length > 0) return
      throw refused('There is no such destination. Choose another fallback.')
    }
    passed.push(destination.displayName)
    next = destination.delivery.fallbackId
  }
}
