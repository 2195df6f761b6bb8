import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { hashPassword } from 'better-auth/crypto'
import { NewUser } from '../../lib/contracts/account'
import { ROLES, type Role } from '../../lib/domain/permission'
import { disconnect, transaction } from '../../lib/repositories/db'
import { users as userRows } from '../../lib/repositories/users'
import { attach } from './attach'
import type { Io } from './io'

export const USERS_USAGE = [
  'users create --email E --name N [--role Admin|Analyst|AnalystReadOnly]',
  'users reset-password --email E          both print a new password; the console must be running',
]

const PASSWORD_BYTES = 12

/** `users create` and `users reset-password`: for the administrator who is locked out. */
export async function users([name, ...args]: string[], io: Io): Promise<0 | 1 | 2> {
  if (name !== 'create' && name !== 'reset-password') return wrongUse(io, 'Say create or reset-password.')
  const { values } = parseArgs({
    args,
    strict: false,
    options: { email: { type: 'string' }, name: { type: 'string' }, role: { type: 'string', default: 'Admin' } },
  })
  const role = ROLES.find((known) => known === values.role)
  if (!role) return wrongUse(io, `--role must be one of ${ROLES.join(', ')}.`)
  const password = randomBytes(PASSWORD_BYTES).toString('base64url')
  const given = NewUser.safeParse({
    email: values.email,
    name: name === 'create' ? values.name : 'unchanged',
    password,
  })
  if (!given.success)
    return wrongUse(io, given.error.issues.map((issue) => `--${issue.path.join('.')}: ${issue.message}`).join('\n'))
  attach()
  try {
    await (name === 'create' ? create(given.data, role) : resetPassword(given.data))
  } finally {
    await disconnect()
  }
  io.out(`${given.data.email} signs in with the password ${password}`)
  return 0
}

async function create({ email, name, password }: NewUser, role: Role) {
  const passwordHash = await hashPassword(password)
  await transaction((tx) => userRows.insert(tx, { email, name, role, passwordHash }))
}

async function resetPassword({ email, password }: NewUser) {
  const passwordHash = await hashPassword(password)
  await transaction((tx) => userRows.resetPassword(tx, email, passwordHash))
}

function wrongUse(io: Io, problem: string): 2 {
  io.err(`${problem}\n\n${USERS_USAGE.join('\n')}`)
  return 2
}
