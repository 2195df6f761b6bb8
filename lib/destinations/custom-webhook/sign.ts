import { createHmac } from 'node:crypto'

/** What a Standard Webhooks v1 signature covers. */
type SignedContent = { id: string; timestampSeconds: number; body: string }

/**
 * The `webhook-signature` header: one `v1` signature for each secret, so that a receiver may hold either of two.
 * Source: standard-webhooks/standard-webhooks, spec/standard-webhooks.md.
 */
export function signatureHeader({ id, timestampSeconds, body }: SignedContent, secrets: readonly string[]): string {
  return secrets
    .map((secret) => {
      const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
      return `v1,${createHmac('sha256', key).update(`${id}.${timestampSeconds}.${body}`).digest('base64')}`
    })
    .join(' ')
}
