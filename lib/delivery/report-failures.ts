import { accept } from '../alerts/accept'
import { systemErrorAlert } from '../alerts/system-error'
import type { NewAlert } from '../domain/alert-record'
import { acceptance } from '../repositories/accept-alerts'
import { sqlQuery, sqlTransaction } from '../repositories/sql'
import { type DueReport, systemErrors } from '../repositories/system-errors'

/**
 * Raises a system error for each destination whose deliveries failed for good since the last one, or that is held by a
 * fault. What is due is read from the ledger itself, so that a worker which was killed in between leaves nothing untold.
 */
export async function reportFailures(): Promise<void> {
  for (const report of await sqlQuery((sql) => systemErrors.due(sql))) {
    await sqlTransaction(async (sql) => {
      // In the order of locks of everyone who changes a destination: the workspace before the lane.
      await acceptance.lockConfiguration(sql)
      if (await systemErrors.take(sql, report)) await accept(sql, [alertOf(report)])
    })
  }
}

function alertOf(report: DueReport): NewAlert {
  const { destinationId, displayName } = report
  return systemErrorAlert({
    name: 'Alert delivery failure',
    ...(report.about === 'failures' ? aboutFailures(report) : aboutFault(report)),
    context: {
      destinationId,
      destination: displayName,
      ...(report.about === 'failures' ? { failedDeliveries: report.count } : {}),
    },
    about: { kind: 'ALERT_DELIVERY', destinationId },
  })
}

function aboutFailures({ displayName, count, lastReason }: DueReport & { about: 'failures' }) {
  const what = count === 1 ? 'An alert' : `${count} alerts`
  return {
    title: `${what} could not be delivered to ${displayName}`,
    description: `${what} failed for good at this destination. ${lastReason ?? ''}`.trim(),
    runbook:
      'Open the destination, read what its last attempts were answered, correct its settings, and redrive what failed.',
  }
}

function aboutFault({ displayName, fault }: DueReport & { about: 'fault' }) {
  return {
    title: `Deliveries to ${displayName} are held`,
    description: `Nothing is sent to this destination, and nothing is lost. ${fault}`,
    runbook: 'Edit the destination and save settings that work: what is held goes out then.',
  }
}
