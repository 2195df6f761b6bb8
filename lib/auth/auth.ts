import { hkdfSync } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { nextCookies } from 'better-auth/next-js'
import { PASSWORD_MIN_LENGTH } from '../domain/console'
import { env, ownAddress } from '../env'
import { authPrisma } from '../repositories/db'
import { readKeys } from '../secrets/keys'

const SESSION_SECONDS = 24 * 60 * 60
const SESSION_REFRESH_SECONDS = 60 * 60

function create() {
  const [key] = readKeys()
  const secret = Buffer.from(hkdfSync('sha256', key ?? '', '', 'switchyard session cookies', 32)).toString('base64')
  return betterAuth({
    database: prismaAdapter(authPrisma(), { provider: 'postgresql' }),
    secret,
    baseURL: env().SWITCHYARD_URL ?? ownAddress(),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN_LENGTH,
      maxPasswordLength: 128,
    },
    session: { expiresIn: SESSION_SECONDS, updateAge: SESSION_REFRESH_SECONDS },
    // Its own limiter guards only its HTTP routes, which are not served: the sign-in use-case has ours.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'switchyard',
      useSecureCookies: env().SWITCHYARD_URL?.startsWith('https:') ?? false,
      ipAddress: { ipAddressHeaders: ['x-forwarded-for'] },
    },
    telemetry: { enabled: false },
    // Its default logger writes whole errors to the console.
    logger: { disabled: true },
    plugins: [nextCookies()],
  })
}

let instance: ReturnType<typeof create> | undefined

/** The sign-in library, set up once a process. Its HTTP routes are not mounted: the console's actions are the only way in. */
export function auth(): ReturnType<typeof create> {
  instance ??= create()
  return instance
}
