import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { Webhook } from 'standardwebhooks'
import type { ReceivedRequest } from '../../scripts/demo/received-request'

/** Holds a request's body to the vendor's schema. @returns the body. */
export function expectToMatchSchema(request: ReceivedRequest, schema: 'slack-incoming-webhook' | 'pagerduty-enqueue') {
  const text = readFileSync(`lib/testing/schemas/${schema}.schema.json`, 'utf8')
  const ajv = new Ajv({ strict: false, allErrors: true })
  addFormats.default(ajv)
  const body: unknown = JSON.parse(request.body)
  const isValid = ajv.validate(JSON.parse(text), body)
  expect(isValid ? [] : ajv.errors).toEqual([])
  return body
}

/** Holds a request's signature to the Standard Webhooks library. @throws when it is not valid. */
export function expectToBeSigned({ body, headers }: ReceivedRequest, secret: string) {
  new Webhook(secret).verify(body, {
    'webhook-id': String(headers['webhook-id']),
    'webhook-timestamp': String(headers['webhook-timestamp']),
    'webhook-signature': String(headers['webhook-signature']),
  })
}
