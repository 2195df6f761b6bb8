export { customWebhook } from './custom-webhook'
export { pagerduty } from './pagerduty'
export { slack } from './slack'
