import type { DeliveryDestinationView, HoldView } from '../contracts/alert-view'
import { type DeliverySettings, effectiveDelivery } from '../domain/delivery'
import type { Sql } from './sql'

type Row = {
  id: string
  displayName: string
  type: string
  isDeleted: boolean
  isPaused: boolean
  pausedUntil: Date | null
  delivery: Partial<DeliverySettings>
  circuitOpenSince: Date | null
  circuitReason: string | null
  probeAt: Date | null
  fault: string | null
  faultSince: Date | null
}

/** Destinations as those who look at old deliveries see them: deleted ones too. */
export const deliveryDestinations = {
  /** How each of them is now, by id. */
  async now(sql: Sql, ids: readonly string[]): Promise<ReadonlyMap<string, DeliveryDestinationView>> {
    const rows = await sql.rows<Row>(
      `SELECT x.id::text, x.display_name AS "displayName", x.type, x.deleted_at IS NOT NULL AS "isDeleted",
         x.is_paused AS "isPaused", x.paused_until AS "pausedUntil", x.delivery, l.circuit_open_since AS "circuitOpenSince",
         l.circuit_reason AS "circuitReason", l.probe_at AS "probeAt", l.fault, l.fault_since AS "faultSince"
       FROM destination x LEFT JOIN lane l ON l.destination_id = x.id WHERE x.id = ANY($1::uuid[])`,
      [ids],
    )
    return new Map(
      rows.map(({ id, displayName, type, isDeleted, ...row }) => [
        id,
        {
          displayName,
          type,
          isDeleted,
          hold: isDeleted ? null : holdOf(row),
          attemptsMax: 1 + effectiveDelivery(row.delivery).retrySeconds.length,
        },
      ]),
    )
  },

  /** The type of every destination there is or was, by id. */
  async types(sql: Sql): Promise<ReadonlyMap<string, string>> {
    const rows = await sql.rows<{ id: string; type: string }>('SELECT id::text, type FROM destination')
    return new Map(rows.map(({ id, type }) => [id, type]))
  },
}

/** What keeps it from sending, the one that lasts longest first. */
function holdOf(row: Omit<Row, 'id' | 'displayName' | 'type' | 'isDeleted'>): HoldView | null {
  if (row.fault !== null && row.faultSince)
    return { why: 'fault', since: row.faultSince.toISOString(), reason: row.fault }
  if (row.isPaused) return { why: 'paused', until: row.pausedUntil?.toISOString() }
  if (!row.circuitOpenSince || !row.probeAt) return null
  return {
    why: 'circuit',
    since: row.circuitOpenSince.toISOString(),
    reason: row.circuitReason ?? '',
    probeAt: row.probeAt.toISOString(),
  }
}
