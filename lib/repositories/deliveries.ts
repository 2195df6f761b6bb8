import { randomUUID } from 'node:crypto'
import type { AttemptView, DeliveryView, ExchangeView } from '../contracts/delivery'
import type { AlertType } from '../domain/alert-type'
import type { Severity } from '../domain/severity'
import type { Tx } from './db'
import type { Prisma } from './generated/client'

export const deliveries = {
  /** Adds a test with its one attempt to the destination's log. Everything in it is masked already. */
  async insertTest(tx: Tx, destinationId: string, test: DeliveryView): Promise<void> {
    await tx.delivery.create({
      data: {
        id: test.id,
        destinationId,
        reason: test.reason,
        state: test.state,
        severity: test.severity,
        alertType: test.alertType,
        isUnsaved: test.isUnsaved,
        actorName: test.actorName,
        createdAt: test.createdAt,
        attempts: { create: test.attempts.map(attemptRow) },
      },
    })
  },

  /** The newest first, with their attempts. `before` is the id of the last one already read. */
  async list(tx: Tx, destinationId: string, page: { limit: number; before?: string }): Promise<DeliveryView[]> {
    const rows = await tx.delivery.findMany({
      where: { destinationId },
      include: { attempts: { orderBy: { number: 'asc' } } },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: page.limit,
      ...(page.before ? { cursor: { id: page.before }, skip: 1 } : {}),
    })
    return rows.map((row) => ({
      id: row.id,
      reason: 'test',
      state: row.state === 'delivered' ? 'delivered' : 'failed',
      severity: row.severity as Severity,
      alertType: row.alertType as AlertType,
      isUnsaved: row.isUnsaved,
      actorName: row.actorName,
      createdAt: row.createdAt.toISOString(),
      attempts: row.attempts.map(toAttempt),
    }))
  },
}

function attemptRow(attempt: AttemptView) {
  const { exchanges, ...rest } = attempt
  return { id: randomUUID(), ...rest, exchanges: exchanges as unknown as Prisma.InputJsonArray }
}

function toAttempt(row: Prisma.AttemptGetPayload<object>): AttemptView {
  return {
    number: row.number,
    startedAt: row.startedAt.toISOString(),
    outcome: row.outcome as AttemptView['outcome'],
    reason: row.reason ?? undefined,
    hint: row.hint ?? undefined,
    topic: row.topic ?? undefined,
    totalMs: row.totalMs,
    // Written by `attemptRow` alone, from this very type.
    exchanges: row.exchanges as unknown as ExchangeView[],
    externalId: row.externalId ?? undefined,
    externalUrl: row.externalUrl ?? undefined,
  }
}
