import { parseArgs } from 'node:util'
import { systemClock } from '../../lib/clock'
import { NewApiTokenInput } from '../../lib/contracts/api-token'
import { SYSTEM_ACTOR } from '../../lib/domain/actor'
import type { Caller } from '../../lib/domain/caller'
import { PERMISSIONS } from '../../lib/domain/permission'
import { disconnect } from '../../lib/repositories/db'
import { createApiToken } from '../../lib/usecases/create-api-token'
import { attach } from './attach'
import type { Io } from './io'

export const TOKENS_USAGE = [
  'tokens create --name N --permissions P,Q [--expires 2027-01-31T12:00:00Z] [--cidr 10.0.0.0/8,…]',
  '                                        prints the value of a new API token; the console must be running',
]

const list = (text = '') =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)

/** `tokens create`: prints the value alone, for scripts. */
export async function tokens([name, ...args]: string[], io: Io): Promise<0 | 1 | 2> {
  if (name !== 'create') return wrongUse(io, 'Say create.')
  const { values } = parseArgs({
    args,
    options: {
      name: { type: 'string' },
      permissions: { type: 'string' },
      expires: { type: 'string' },
      cidr: { type: 'string' },
    },
  })
  const given = NewApiTokenInput.safeParse({
    name: values.name ?? '',
    permissions: list(values.permissions),
    expiresAt: values.expires ?? null,
    cidrs: list(values.cidr),
  })
  if (!given.success) return wrongUse(io, given.error.issues.map(optionProblem).join('\n'))
  attach()
  try {
    io.out((await createApiToken(operator(), given.data)).value)
  } finally {
    await disconnect()
  }
  return 0
}

const OPTIONS = new Map<PropertyKey, string>([
  ['expiresAt', '--expires'],
  ['cidrs', '--cidr'],
])

function optionProblem({ path: [field = ''], message }: { path: PropertyKey[]; message: string }): string {
  const option = OPTIONS.get(field) ?? `--${String(field)}`
  return field === 'permissions' ? `${option}: ${message} They are ${PERMISSIONS.join(', ')}.` : `${option}: ${message}`
}

/** Whoever may run commands on the server may do everything. */
function operator(): Caller {
  return {
    ...SYSTEM_ACTOR,
    name: 'Command line',
    standing: 'The command line',
    permissions: new Set(PERMISSIONS),
    now: systemClock.now(),
  }
}

function wrongUse(io: Io, problem: string): 2 {
  io.err(`${problem}\n\n${TOKENS_USAGE.join('\n')}`)
  return 2
}
