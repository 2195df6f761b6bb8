import { errors } from 'undici'
import { InvalidRequest } from './check-request'
import { Refusal } from './open-connection'
import type { Stage, Stopwatch } from './stopwatch'
import { TransportError, type TransportFailure } from './types'

type Circumstances = {
  /** The host as the URL has it, with its port. */
  host: string
  watch: Stopwatch
  timeoutMs: number
  isTimedOut: boolean
}

type Explanation = { failure: TransportFailure; message: string }

/** Turns what a library threw into what may be shown. What is no failure of transport is a bug and comes back as it is. */
export function explainFailure(error: unknown, circumstances: Circumstances): unknown {
  const { watch, isTimedOut } = circumstances
  const explanation = isTimedOut ? explainTimeout(circumstances) : explain(error, circumstances)
  return explanation ? new TransportError(explanation.failure, explanation.message, watch.phases()) : error
}

const UNFINISHED: Record<Stage, (host: string) => string> = {
  dns: (host) => `DNS gave no address for ${host}`,
  connect: (host) => `${host} took no connection`,
  tls: (host) => `${host} did not complete the TLS handshake`,
  firstByte: (host) => `${host} did not answer`,
  body: (host) => `${host} began to answer but did not finish`,
}

function explainTimeout({ host, watch, timeoutMs }: Circumstances): Explanation {
  return { failure: 'timeout', message: `${UNFINISHED[watch.stage](host)} within ${timeoutMs / 1000} s.` }
}

function explain(error: unknown, { host, watch }: Circumstances): Explanation | undefined {
  if (error instanceof Refusal) return { failure: 'refused', message: error.message }
  if (error instanceof InvalidRequest) return { failure: 'invalid-request', message: error.message }
  if (error instanceof errors.HTTPParserError) return { failure: 'closed', message: `${host} did not answer in HTTP.` }
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return undefined
  switch (watch.stage) {
    case 'dns':
      return { failure: 'dns', message: explainDns(error.code, host) }
    case 'connect':
      return { failure: 'connect', message: explainConnect(error.code, host) }
    case 'tls':
      return { failure: 'tls', message: explainTls(error.code, host) }
    default:
      return { failure: 'closed', message: explainClosed(error.code, host) }
  }
}

function explainDns(code: string, host: string): string {
  if (code === 'ENOTFOUND' || code === 'ENODATA') return `DNS knows no address for ${host}.`
  return `DNS could not be asked for ${host}.`
}

function explainConnect(code: string, host: string): string {
  if (code === 'ECONNREFUSED') return `${host} refused the connection: nothing listens on that port.`
  if (code === 'ENETUNREACH' || code === 'EHOSTUNREACH') return `There is no route to ${host} from this machine.`
  return `${host} could not be connected to.`
}

const AUTHORITY_CODES = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])

function explainTls(code: string, host: string): string {
  if (AUTHORITY_CODES.has(code)) {
    return `The certificate of ${host} is signed by no authority that is trusted here. An operator can add one with SWITCHYARD_CA_FILE.`
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return `The certificate of ${host} is for another name.`
  if (code === 'CERT_HAS_EXPIRED') return `The certificate of ${host} has expired.`
  if (code === 'CERT_NOT_YET_VALID') return `The certificate of ${host} is not valid yet.`
  if (code.includes('PROTOCOL_VERSION') || code.includes('UNSUPPORTED_PROTOCOL')) {
    return `${host} does not speak TLS 1.2 or newer.`
  }
  if (code === 'ERR_SSL_WRONG_VERSION_NUMBER' || code === 'ERR_SSL_PACKET_LENGTH_TOO_LONG') {
    return `${host} does not speak TLS on that port.`
  }
  return `${host} ended the TLS handshake.`
}

function explainClosed(code: string, host: string): string {
  if (code === 'UND_ERR_HEADERS_OVERFLOW') return `${host} answered with headers that are too large.`
  return `${host} closed the connection before its answer was complete.`
}
