import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { auth } from '../auth/auth'
import { systemClock } from '../clock'
import { type Caller, userCaller } from '../domain/caller'
import { AppError, databaseUnavailable } from '../errors'
import { isDatabaseUp, query } from '../repositories/db'
import { users } from '../repositories/users'

/** The address a request came from, as the server in front of Next's handler established it. */
export async function clientAddress(): Promise<string> {
  return (await headers()).get('x-forwarded-for') ?? 'unknown'
}

/** Who is signed in, if anyone; asked once a request. @throws {AppError} `database-unavailable` */
export const findCaller = cache(async (): Promise<Caller | undefined> => {
  const session = await auth()
    .api.getSession({ headers: await headers() })
    .catch(async (error: unknown) => {
      // The library hides why it failed; whether the database answers tells.
      if (!(await isDatabaseUp())) throw databaseUnavailable(error)
      throw error
    })
  if (!session) return undefined
  const { id, name, email } = session.user
  const role = await query((tx) => users.findRole(tx, id))
  return role && userCaller({ id, name, email, role }, systemClock.now())
})

/** Who is signed in. A page asked for without a session leads to the sign-in page and back. */
export async function requireCaller(): Promise<Caller> {
  const caller = await findCaller()
  if (caller) return caller
  if ((await query((tx) => users.count(tx))) === 0) redirect('/setup')
  const path = (await headers()).get('x-switchyard-path')
  redirect(path && path !== '/' ? `/sign-in?next=${encodeURIComponent(path)}` : '/sign-in')
}

/** As `requireCaller`, for a door that answers with an error rather than another page. @throws {AppError} `signed-out` */
export async function getCaller(): Promise<Caller> {
  const caller = await findCaller()
  if (caller) return caller
  throw new AppError(
    'signed-out',
    'Your session ended. Sign in again in another tab, then repeat; what you typed is kept.',
  )
}

/** Signs the caller out, here and on the server. */
export async function endSession(): Promise<void> {
  await auth().api.signOut({ headers: await headers() })
}
