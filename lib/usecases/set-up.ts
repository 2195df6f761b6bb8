import { hashPassword } from 'better-auth/crypto'
import { auth } from '../auth/auth'
import type { SetUpInput } from '../contracts/account'
import { AppError } from '../errors'
import { query, transaction } from '../repositories/db'
import { setupTokens } from '../repositories/setup-tokens'
import { throttle } from '../repositories/throttle'
import { users } from '../repositories/users'

const TRIES_A_MINUTE = 10

/**
 * Creates the first administrator, consuming the one-time token in the same transaction, and signs them in.
 * @throws {AppError} `forbidden` for a wrong token, `conflict` when set-up is done, `too-many-tries`
 */
export async function setUp(_visitor: { now: Date }, input: SetUpInput): Promise<void> {
  const { tries, secondsLeft } = await query((tx) => throttle.count(tx, 'set-up', 60))
  if (tries > TRIES_A_MINUTE) {
    throw new AppError('too-many-tries', `Too many tries. Wait ${secondsLeft} seconds, then paste the token again.`)
  }
  const passwordHash = await hashPassword(input.password)
  await transaction(async (tx) => {
    if ((await users.count(tx)) > 0) {
      throw new AppError('conflict', 'Set-up is done already. Sign in with the administrator that was created.')
    }
    if (!(await setupTokens.consume(tx, input.token))) {
      throw new AppError(
        'forbidden',
        'This is not the set-up token. Copy the one that the server printed when it last started.',
        {
          fields: { token: 'This is not the set-up token that the server printed when it last started.' },
        },
      )
    }
    await users.insert(tx, { name: input.name, email: input.email, role: 'Admin', passwordHash })
  })
  await auth().api.signInEmail({ body: { email: input.email, password: input.password } })
}
