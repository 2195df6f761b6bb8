import { APIError } from 'better-auth/api'
import { auth } from '../auth/auth'
import type { SignInInput } from '../contracts/account'
import { AppError } from '../errors'
import { read } from '../repositories/db'
import { throttle } from '../repositories/throttle'

const WINDOW_SECONDS = 15 * 60
/** Wrong passwords that one address may try for one account before it waits out the window; and for all accounts together. */
const TRIES_BY_ACCOUNT = 5
const TRIES_BY_ADDRESS = 30

/**
 * Begins a session. Guessing is slowed by account and by address together, so that nobody can lock another person out.
 * @throws {AppError} `signed-out` for a wrong e-mail or password, `too-many-tries`
 */
export async function signIn(visitor: { address: string }, input: SignInInput): Promise<void> {
  const accountKey = `sign-in ${visitor.address} ${input.email}`
  const { account, address } = await read(async (tx) => ({
    account: await throttle.count(tx, accountKey, WINDOW_SECONDS),
    address: await throttle.count(tx, `sign-in ${visitor.address}`, WINDOW_SECONDS),
  }))
  if (account.tries > TRIES_BY_ACCOUNT || address.tries > TRIES_BY_ADDRESS) {
    const minutes = Math.ceil(Math.max(account.secondsLeft, address.secondsLeft) / 60)
    throw new AppError(
      'too-many-tries',
      `Too many tries. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, then sign in again.`,
    )
  }
  try {
    await auth().api.signInEmail({ body: { email: input.email, password: input.password } })
  } catch (error) {
    if (!(error instanceof APIError) || error.statusCode !== 401) throw error
    throw new AppError('signed-out', 'The e-mail address or the password is wrong. Check both and try again.')
  }
  await read((tx) => throttle.clear(tx, accountKey))
}
