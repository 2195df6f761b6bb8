import { APIError } from 'better-auth/api'
import { auth } from '../auth/auth'
import { networkOf } from '../auth/network-of'
import type { SignInInput } from '../contracts/account'
import { AppError } from '../errors'
import { query } from '../repositories/db'
import { throttle } from '../repositories/throttle'

const WINDOW_SECONDS = 15 * 60
/** Wrong passwords that one address may try for one account before it waits out the window; and for all accounts together. */
const TRIES_BY_ACCOUNT = 5
const TRIES_BY_ADDRESS = 30

/**
 * Begins a session. Guessing is slowed by account and address together, and by address alone, so that nobody can lock
 * another person out. @throws {AppError} `signed-out` for a wrong e-mail or password, `too-many-tries`
 */
export async function signIn(visitor: { address: string }, input: SignInInput): Promise<void> {
  const addressKey = `sign-in ${networkOf(visitor.address)}`
  const accountKey = `${addressKey} ${input.email}`
  await count(addressKey, TRIES_BY_ADDRESS)
  await count(accountKey, TRIES_BY_ACCOUNT)
  try {
    await auth().api.signInEmail({ body: { email: input.email, password: input.password } })
  } catch (error) {
    if (!(error instanceof APIError) || error.statusCode !== 401) throw error
    throw new AppError('signed-out', 'The e-mail address or the password is wrong. Check both and try again.')
  }
  await query(async (tx) => {
    await throttle.clear(tx, accountKey)
    await throttle.takeBack(tx, addressKey)
  })
}

async function count(key: string, most: number) {
  const { tries, secondsLeft } = await query((tx) => throttle.count(tx, key, WINDOW_SECONDS))
  if (tries <= most) return
  const minutes = Math.ceil(secondsLeft / 60)
  throw new AppError(
    'too-many-tries',
    `Too many tries. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, then sign in again.`,
  )
}
