import { z } from 'zod'
import { defineDestination } from '../kit/define-destination'
import { field } from '../kit/field'
import { outcomeOf } from '../kit/outcome-of'
import { toSlackMessage } from './message'

export const slack = defineDestination({
  type: 'slack',
  name: 'Slack',
  summary: 'Posts the alert to one place in Slack through an incoming webhook.',
  category: 'chat',
  canResolve: true,
  settings: z.object({
    webhookUrl: field.secretUrl({
      label: 'Webhook URL',
      help: 'From your Slack app, under Incoming Webhooks. Whoever has it can post there, so it is kept secret.',
      placeholder: 'https://hooks.slack.com/services/…',
      decidesHost: true,
      only: {
        host: /^hooks\.slack(-gov)?\.com$/,
        path: /^\/services\/./,
        message: 'A Slack webhook address starts with https://hooks.slack.com/services/.',
      },
    }),
    postsTo: field
      .text({
        label: 'Posts to',
        help: 'Where in Slack the webhook posts, such as #security-alerts. Shown in the console only; it changes nothing in Slack.',
        placeholder: '#security-alerts',
      })
      .optional(),
  }),
  target: ({ webhookUrl, postsTo }) => postsTo ?? new URL(webhookUrl).host,
  async deliver(message, { webhookUrl }, http) {
    const answer = await http.send({ method: 'POST', url: webhookUrl, json: toSlackMessage(message) })
    return outcomeOf(answer, {
      receiver: 'Slack',
      sentAt: message.sentAt,
      isDelivered: ({ status, body }) => status === 200 && body.trim() === 'ok',
      urlIsCredential: true,
    })
  },
})
