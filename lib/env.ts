import { existsSync } from 'node:fs'
import ipaddr from 'ipaddr.js'
import { z } from 'zod'
import { type Parsed, parseEgressAllow, parseEgressMap } from './http/egress-policy'

const DEFAULT_PORT = 3000
const KEY_BYTES = 32

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const

const text = z.string().trim().min(1)

const httpUrl = text
  .refine(
    (value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol),
    'must be an http or https address',
  )
  .transform((value) => new URL(value).origin)

/** A variable parsed by a function that answers with a value or with what is wrong. */
function parsedBy<T>(parse: (value: string) => Parsed<T>) {
  return z
    .string()
    .default('')
    .transform((value, context) => {
      const parsed = parse(value)
      if (parsed.ok) return parsed.value
      context.addIssue({ code: 'custom', message: parsed.message })
      return z.NEVER
    })
}

const keys = text.transform((value, context) => {
  const decoded = value.split(',').map((part) => Buffer.from(part.trim(), 'base64'))
  if (decoded.every((key) => key.length === KEY_BYTES)) return decoded
  context.addIssue({ code: 'custom', message: 'must be 32 bytes in base64, or several of them separated by commas' })
  return z.NEVER
})

const port = z.coerce.number('must be a port number').int().min(0).max(65_535)

const Environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  PORT: port.default(DEFAULT_PORT),
  HOST: text.default('127.0.0.1'),
  DATABASE_URL: text
    .regex(/^postgres(ql)?:\/\//, 'must be a PostgreSQL address: postgresql://USER:PASSWORD@HOST/DATABASE')
    .optional(),
  SWITCHYARD_DATA: text.default('./data'),
  SWITCHYARD_KEY: keys.optional(),
  SWITCHYARD_URL: httpUrl.optional(),
  SWITCHYARD_TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((value) =>
      value
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .refine(
      (ranges) => ranges.every((range) => ipaddr.isValidCIDR(range)),
      'must be CIDR ranges separated by commas, such as 10.0.0.0/8',
    ),
  SWITCHYARD_ADMIN_EMAIL: z.email('must be an e-mail address').optional(),
  SWITCHYARD_ADMIN_PASSWORD: z.string().min(12, 'must have at least 12 characters').max(128).optional(),
  SWITCHYARD_EGRESS_ALLOW: parsedBy(parseEgressAllow),
  SWITCHYARD_EGRESS_MAP: parsedBy(parseEgressMap),
  SWITCHYARD_CA_FILE: text.refine(existsSync, 'must be a file of certificates in PEM form that is there').optional(),
  SWITCHYARD_GATEWAY_IP: text.optional(),
  SWITCHYARD_WORKER_PORT: port.optional(),
  SWITCHYARD_LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
})

export type Environment = z.output<typeof Environment>

const SECRET_VARIABLES = new Set(['SWITCHYARD_KEY', 'SWITCHYARD_ADMIN_PASSWORD', 'DATABASE_URL'])

/** A variable has a value it cannot have. The message names the variable, what it must be, and (unless secret) what it was. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError'
}

/** Reads and checks the environment. @throws {EnvironmentError} */
export function parseEnvironment(source: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim() !== ''))
  const parsed = Environment.safeParse(given)
  if (parsed.success) return withWholeAdministrator(parsed.data)
  const lines = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0])
    const was = SECRET_VARIABLES.has(name) ? 'its value is not shown' : `it was ${JSON.stringify(source[name])}`
    return `${name} ${issue.message}; ${was}.`
  })
  throw new EnvironmentError(lines.join('\n'))
}

function withWholeAdministrator(environment: Environment): Environment {
  const { SWITCHYARD_ADMIN_EMAIL: email, SWITCHYARD_ADMIN_PASSWORD: password } = environment
  if ((email === undefined) === (password === undefined)) return environment
  throw new EnvironmentError(
    'SWITCHYARD_ADMIN_EMAIL and SWITCHYARD_ADMIN_PASSWORD must be set together; one of them is missing.',
  )
}

let current: Environment | undefined

/** The environment of this process: the only reader of `process.env`. */
export function env(): Environment {
  current ??= parseEnvironment(process.env)
  return current
}

/** Puts what the start found out (the embedded database's address, the generated key) where the whole process reads it. */
export function provideEnvironment(values: Partial<Record<keyof Environment, string>>): void {
  Object.assign(process.env, values)
  current = undefined
}

/** Where the server listens, as an address: what links use when nobody stated a public one. */
export function ownAddress(): string {
  const { HOST, PORT } = env()
  return `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`
}
