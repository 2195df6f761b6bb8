import { z } from 'zod'
import { AlertAnswer } from '../contracts/alert-answer'
import { AlertChangesInput, AlertId, AlertPageQuery, UpdateAlertsInput } from '../contracts/alert-record'
import { PollAlertsQuery } from '../contracts/poll-alerts'
import { operation } from './operation'
import { pageOf } from './shapes'

const AlertParams = z.object({ id: AlertId })

export const listAlerts = operation({
  id: 'listAlerts',
  method: 'GET',
  path: '/v1/alerts',
  group: 'Alerts',
  summary: 'List alerts in the order of acceptance',
  description: `Parameters and answer are those of Panther's REST API. A list may be given as \`severity=HIGH&severity=LOW\`,
\`severity[]=HIGH\` or \`severity=HIGH,LOW\`; times as RFC 3339, a date, a month or Unix seconds, both ends inclusive. Nothing
that is accepted later comes before what was read: to poll, sort by \`asc\`, follow \`next\` to the end, and ask again from the
last \`createdAt\` on, or with the last \`cursor\`, which stays good.`,
  permission: 'AlertRead',
  query: PollAlertsQuery,
  answer: pageOf(AlertAnswer),
})

export const updateAlerts = operation({
  id: 'updateAlerts',
  method: 'PATCH',
  path: '/v1/alerts',
  group: 'Alerts',
  summary: 'Change status, assignee, quality or context tags of alerts',
  description: 'All of them or none. `null` or an empty string clears the assignee or the quality.',
  permission: 'AlertModify',
  body: UpdateAlertsInput,
  example: { ids: ['0f8e6c2a9b4d4c1f8a7e5d3b2c1a0f9e'], status: 'TRIAGED', assignee: 'ada@example.com' },
})

export const getAlert = operation({
  id: 'getAlert',
  method: 'GET',
  path: '/v1/alerts/{id}',
  group: 'Alerts',
  summary: 'Read an alert',
  permission: 'AlertRead',
  params: AlertParams,
  answer: AlertAnswer,
})

export const updateAlert = operation({
  id: 'updateAlert',
  method: 'PATCH',
  path: '/v1/alerts/{id}',
  group: 'Alerts',
  summary: 'Change status, assignee, quality or context tags of an alert',
  permission: 'AlertModify',
  params: AlertParams,
  body: AlertChangesInput,
  answer: AlertAnswer,
  example: { status: 'RESOLVED', contextTags: ['known'] },
})

export const listAlertEvents = operation({
  id: 'listAlertEvents',
  method: 'GET',
  path: '/v1/alerts/{id}/events',
  group: 'Alerts',
  summary: 'List an alert’s events',
  description: 'The first is the context that the alert was handed over with; further ones are of what joined it.',
  permission: 'AlertRead',
  params: AlertParams,
  query: AlertPageQuery.omit({ id: true }),
  answer: pageOf(z.unknown()),
})
