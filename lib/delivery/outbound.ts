import { readFileSync } from 'node:fs'
import { version } from '../../package.json'
import { env } from '../env'
import { checkUrl } from '../http/check-url'
import type { EgressPolicy } from '../http/egress-policy'
import { createHttp, type GuardedHttp } from '../http/guarded-http'
import { systemResolve } from '../http/system-resolver'
import { log } from '../log'

function policy(): EgressPolicy {
  return { allow: env().SWITCHYARD_EGRESS_ALLOW, map: env().SWITCHYARD_EGRESS_MAP }
}

let http: GuardedHttp | undefined

/** This process's one way out, under the operator's egress policy. */
export function outbound(): GuardedHttp {
  const file = env().SWITCHYARD_CA_FILE
  http ??= createHttp({
    policy: policy(),
    resolve: systemResolve,
    userAgent: `Switchyard/${version}`,
    ...(file && { ca: [readFileSync(file, 'utf8')] }),
    onRefused: (refusal) => log.warn(refusal, 'an outbound request was refused'),
  })
  return http
}

/** What the guard would refuse about an address as it is written, or `undefined`: said at the form, before anything is sent. */
export function refuseUrl(url: string): string | undefined {
  const checked = checkUrl(url, policy())
  return checked.ok ? undefined : checked.message
}
