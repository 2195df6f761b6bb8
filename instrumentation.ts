import type { Instrumentation } from 'next'

/** Writes what went wrong while a page was rendered into the log, under the reference that the page shows. */
export const onRequestError: Instrumentation.onRequestError = async (error, request) => {
  const { log } = await import('./lib/log')
  const reference = error instanceof Error && 'digest' in error ? String(error.digest) : undefined
  log.error({ err: error, reference, path: request.path.split('?')[0] }, 'a page could not be shown')
}
