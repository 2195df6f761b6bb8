import { createHmac, timingSafeEqual } from 'node:crypto'
import type { ReceivedRequest } from './received-request'

export type SignatureCheck = 'valid' | 'not valid' | 'secret not known' | 'not signed'

/**
 * Checks a Standard Webhooks signature as a receiver would: over the bytes as received, with the secret it was given.
 * Source: standard-webhooks/standard-webhooks, spec/standard-webhooks.md.
 */
export function checkSignature({ headers, body }: ReceivedRequest, secret: string | undefined): SignatureCheck {
  const signatures = String(headers['webhook-signature'] ?? '')
  if (signatures === '') return 'not signed'
  if (secret === undefined) return 'secret not known'
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  const expected = createHmac('sha256', key).update(content).digest()
  const isValid = signatures.split(' ').some((signature) => {
    const given = Buffer.from(signature.replace(/^v1,/, ''), 'base64')
    return given.length === expected.length && timingSafeEqual(given, expected)
  })
  return isValid ? 'valid' : 'not valid'
}
