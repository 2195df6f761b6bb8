/** One request to a receiver. It leaves through the guarded client and nothing else. */
export type OutboundRequest = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: string
  headers?: Readonly<Record<string, string>>
  /** Sent as is; `json` is the usual way to give one. */
  body?: string
  /** Serialised with `JSON.stringify` and sent as `application/json`; excludes `body`. */
  json?: unknown
}

/** Where the time went, in milliseconds from one stage to the next; a stage that did not happen is absent. */
export type Phases = {
  dns?: number
  connect?: number
  tls?: number
  /** From the request being written to the first byte of the answer. */
  firstByte?: number
  total: number
}

export type HttpAnswer = {
  status: number
  /** Lower-case names; a repeated header's values are joined by ", ". */
  headers: Readonly<Record<string, string>>
  /** The body decoded as UTF-8, at most 16 KiB of it. Empty if it came compressed, which is never asked for. */
  body: string
  /** Some of the body was left unread. */
  isBodyTruncated: boolean
  phases: Phases
  /** The checked address the connection was pinned to, `ip:port`. */
  address: string
}

/** Why no answer came. The first three are ours: the guard said no and no request left this machine. */
export type TransportFailure =
  | 'invalid-url'
  | 'invalid-request'
  | 'refused'
  | 'dns'
  | 'connect'
  | 'tls'
  | 'timeout'
  | 'closed'

/**
 * No answer came. `message` is safe to show: it names the host and never a path, query or credential. There is no
 * `cause`: what the libraries below say may quote the request.
 */
export class TransportError extends Error {
  override readonly name = 'TransportError'
  constructor(
    readonly failure: TransportFailure,
    message: string,
    readonly phases: Phases,
  ) {
    super(message)
  }
}

/** The one door out. Destination types are given one; they never make one. */
export interface Http {
  /**
   * Sends one request and answers with whatever the receiver said, whatever its status. Redirects are answers.
   * @throws {TransportError} when there was no answer.
   */
  send(request: OutboundRequest): Promise<HttpAnswer>
}
