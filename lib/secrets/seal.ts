import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

const NONCE_BYTES = 12
const TAG_BYTES = 16
const KEY_ID_LENGTH = 16

/** What a sealed secret belongs to: it opens for this destination and field and for nothing else. */
export type SealBinding = { destinationId: string; field: string }

export type Sealed = { keyId: string; sealed: Uint8Array<ArrayBuffer> }

/** Encrypts and decrypts secrets. The first key seals; every key opens what was sealed under it. */
export type Sealer = {
  /** Identify the keys, newest first, without telling anything of them. */
  readonly fingerprints: readonly string[]
  seal(secret: string, binding: SealBinding): Sealed
  /** @throws {UnsealError} when the key is missing, or the bytes are not what was sealed for this destination and field. */
  open(sealed: Sealed, binding: SealBinding): string
}

/** A stored secret cannot be decrypted here. */
export class UnsealError extends Error {
  override readonly name = 'UnsealError'
}

const keyIdOf = (key: Uint8Array) =>
  createHash('sha256').update('switchyard key').update(key).digest('hex').slice(0, KEY_ID_LENGTH)

const bytesOf = ({ destinationId, field }: SealBinding) => Buffer.from(JSON.stringify([destinationId, field]))

/** AES-256-GCM under `keys`, 32 bytes each, newest first. The nonce is random and stands before tag and ciphertext. */
export function createSealer(keys: readonly Uint8Array[], random: (size: number) => Uint8Array = randomBytes): Sealer {
  const byId = new Map(keys.map((key) => [keyIdOf(key), key]))
  const newest = keys[0]
  if (!newest) throw new Error('A sealer needs a key.')
  const newestId = keyIdOf(newest)
  return {
    fingerprints: [...byId.keys()],
    seal(secret, binding) {
      const nonce = random(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', newest, nonce).setAAD(bytesOf(binding))
      const ciphertext = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return { keyId: newestId, sealed: new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), ciphertext])) }
    },
    open({ keyId, sealed }, binding) {
      const key = byId.get(keyId)
      if (!key) throw new UnsealError('The key that sealed this secret is not among those of SWITCHYARD_KEY.')
      const nonce = sealed.subarray(0, NONCE_BYTES)
      const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
          .setAAD(bytesOf(binding))
          .setAuthTag(tag)
        return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString(
          'utf8',
        )
      } catch {
        throw new UnsealError('The stored secret was changed outside Switchyard, or belongs to another destination.')
      }
    },
  }
}
