const SIGNING_SECRET_BYTES = 32

/** A new Standard Webhooks secret: `whsec_` and 32 random bytes in base64. */
export function generateSigningSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(SIGNING_SECRET_BYTES))
  return `whsec_${btoa(String.fromCharCode(...bytes))}`
}
