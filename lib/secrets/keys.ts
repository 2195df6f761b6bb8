import { env } from '../env'

/** The encryption keys of this process, newest first; the start provides them. @throws {Error} when it did not. */
export function readKeys(): Uint8Array[] {
  const keys = env().SWITCHYARD_KEY
  if (!keys) throw new Error('SWITCHYARD_KEY is not set. Start with npm start, which reads or makes the key.')
  return keys
}
