import pino from 'pino'
import { env } from './env'

/**
 * The process's structured log. Secrets are kept out by never being handed to it; the paths below are a second net under
 * objects that are logged whole.
 */
export const log = pino({
  level: env().SWITCHYARD_LOG_LEVEL,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: ['*.password', '*.token', '*.secrets', '*.settings', '*.headers', 'err.config'],
    censor: '[redacted]',
  },
  serializers: {
    // An error's own properties can hold a query's parameters: only what identifies it is written.
    err: (error: unknown) =>
      error instanceof Error ? { ...identify(error), stack: error.stack } : { message: String(error) },
  },
})

function identify(error: Error): { type: string; message: string; cause?: object } {
  const { name: type, message, cause } = error
  return { type, message, ...(cause instanceof Error && { cause: identify(cause) }) }
}
