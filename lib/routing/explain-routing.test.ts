import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assertNever } from '../domain/assert-never'
import type { RoutingDestination } from '../domain/destination'
import type { Reason, Receipt, RoutingConfiguration, RoutingInput } from '../domain/routing'
import { configuration, input, lawlessConfiguration } from '../testing/routing-arbitraries'
import { explainRouting } from './explain-routing'
import { indexConfiguration } from './index-configuration'
import { routeAlert } from './route-alert'
import { withDraft } from './with-draft'

type Case = { workspace: RoutingConfiguration; input: RoutingInput; destination: RoutingDestination }

const explain = (workspace: RoutingConfiguration, input: RoutingInput) =>
  explainRouting(indexConfiguration(workspace), input)

function reasonsFor(receipt: Receipt, id: string): readonly Reason[] {
  const entry = receipt.entries.find((entry) => entry.destinationId === id)
  return entry === undefined || entry.chosen ? [] : entry.reasons
}

/** Every destination left out, in a workspace of its own making. */
function leftOut(workspace: RoutingConfiguration, input: RoutingInput): Case[] {
  const receipt = explain(workspace, input)
  return workspace.destinations
    .filter(({ id }) => !receipt.decision.destinations.includes(id))
    .map((destination) => ({ workspace, input, destination }))
}

/** The smallest change to what a reason names, and to nothing else, that should make it go away. */
function changeWhat(reason: Reason, { workspace, input, destination }: Case): Omit<Case, 'destination'> {
  const edited = (change: Partial<RoutingDestination>) => ({
    workspace: withDraft(workspace, { ...destination, ...change }),
    input,
  })
  switch (reason.code) {
    case 'severity-not-accepted':
      return edited({ severities: [...reason.accepted, reason.severity] })
    case 'alert-type-not-accepted':
      return edited({ alertTypes: [...reason.accepted, reason.alertType] })
    case 'log-type-not-accepted':
      return {
        workspace,
        input: { ...input, alert: { ...input.alert, logTypes: [...reason.logTypes, ...reason.accepted.slice(0, 1)] } },
      }
    case 'not-named':
      return { workspace, input: naming(destination, explain(workspace, input), input) }
    case 'skipped':
      return { workspace, input: { ...input, dynamic: null } }
    default:
      return assertNever(reason)
  }
}

function naming({ id }: RoutingDestination, receipt: Receipt, input: RoutingInput): RoutingInput {
  if (receipt.decision.scenario === 2) return { ...input, overrides: [...input.overrides, id] }
  const list = input.dynamic !== null && 'returned' in input.dynamic ? input.dynamic.returned : []
  return { ...input, dynamic: { returned: [...(Array.isArray(list) ? list : []), id] } }
}

test('the receipt holds the decision, and every destination exactly once: the chosen in order, the rest by name', () => {
  fc.assert(
    fc.property(fc.oneof(configuration, lawlessConfiguration), input, (workspace, input) => {
      const { decision, entries } = explain(workspace, input)
      expect(decision).toEqual(routeAlert(indexConfiguration(workspace), input))
      const names = new Map(workspace.destinations.map(({ id, displayName }) => [id, displayName]))
      expect(new Map(entries.map((entry) => [entry.destinationId, entry.displayName]))).toEqual(names)
      expect(entries).toHaveLength(workspace.destinations.length)
      const chosen = entries.slice(0, decision.destinations.length)
      expect(chosen.map((entry) => entry.chosen && entry.destinationId)).toEqual(decision.destinations)
      const others = entries.slice(decision.destinations.length)
      expect(others.every((entry) => !entry.chosen && entry.reasons.length > 0)).toBe(true)
      const otherNames = others.map((entry) => entry.displayName)
      expect(otherNames).toEqual(otherNames.toSorted())
    }),
    { numRuns: 500 },
  )
})

test('a reason is one the winning scenario can give', () => {
  const conditions = ['severity-not-accepted', 'alert-type-not-accepted', 'log-type-not-accepted']
  fc.assert(
    fc.property(configuration, input, (workspace, input) => {
      const { decision, entries } = explain(workspace, input)
      const isByConfiguration = decision.scenario === 3 || decision.outcome === 'unrouted'
      const named = decision.outcome === 'skipped' ? ['skipped'] : ['not-named']
      for (const entry of entries) {
        if (entry.chosen) continue
        const codes = entry.reasons.map((reason) => reason.code)
        if (isByConfiguration) expect(conditions.filter((code) => codes.some((given) => given === code))).toEqual(codes)
        else expect(codes).toEqual(named)
      }
    }),
    { numRuns: 500 },
  )
})

test('a reason states the values of the alert and of the destination', () => {
  fc.assert(
    fc.property(configuration, input, (workspace, input) => {
      for (const { destination } of leftOut(workspace, input)) {
        for (const reason of reasonsFor(explain(workspace, input), destination.id)) {
          const { severity, type: alertType, logTypes } = input.alert
          const { code } = reason
          if (code === 'severity-not-accepted') {
            expect(reason).toEqual({ code, severity, accepted: destination.severities })
            expect(destination.severities).not.toContain(severity)
          }
          if (code === 'alert-type-not-accepted') {
            expect(reason).toEqual({ code, alertType, accepted: destination.alertTypes })
            expect(destination.alertTypes).not.toContain(alertType)
          }
          if (code === 'log-type-not-accepted') {
            expect(reason).toEqual({ code, logTypes, accepted: destination.logTypes })
            expect(destination.logTypes.filter((logType) => logTypes.includes(logType))).toEqual([])
          }
        }
      }
    }),
  )
})

test('every reason is necessary: change only what it names, and it alone is gone', () => {
  fc.assert(
    fc.property(configuration, input, (workspace, input) => {
      for (const left of leftOut(workspace, input)) {
        const reasons = reasonsFor(explain(workspace, input), left.destination.id)
        for (const reason of reasons) {
          const changed = changeWhat(reason, left)
          const receipt = explain(changed.workspace, changed.input)
          const codes = reasonsFor(receipt, left.destination.id).map((remaining) => remaining.code)
          expect(codes).not.toContain(reason.code)
          if (reason.code === 'skipped') continue
          expect(codes).toEqual(reasons.map(({ code }) => code).filter((code) => code !== reason.code))
          if (reasons.length === 1) expect(receipt.decision.destinations).toContain(left.destination.id)
        }
      }
    }),
    { numRuns: 500 },
  )
})
