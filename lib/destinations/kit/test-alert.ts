import type { AlertPayload } from '../../domain/alert'
import type { AlertType } from '../../domain/alert-type'
import type { Severity } from '../../domain/severity'

const TEST_ID = 'Test.Alert'

/** The alert a test sends: of no detection, with the console's root as its link. */
export function testAlert(given: {
  consoleUrl: string
  now: Date
  severity?: Severity
  alertType?: AlertType
}): AlertPayload {
  return {
    id: TEST_ID,
    createdAt: given.now.toISOString(),
    severity: given.severity ?? 'INFO',
    type: given.alertType ?? 'RULE',
    link: given.consoleUrl,
    title: 'This is a Test Alert',
    name: 'Test Alert',
    alertId: TEST_ID,
    alertContext: {},
    description: 'Sent from Switchyard to check that this destination works.',
    runbook: 'Nothing needs to be done.',
    tags: ['test'],
    version: 'test',
  }
}
