import { z } from 'zod'
import { headerRows } from './header-rules'
import type { FieldView } from './types'

/** What a field's zod type cannot say about its place in a form. */
type FieldHints = Omit<FieldView, 'name' | 'isRequired' | 'defaultValue'>

/** Where a field's hints are kept, beside the zod type they belong to. */
export const fieldHints = z.registry<FieldHints>()

type Words = { label: string; help?: string; placeholder?: string }
type SecretWords = Words & { help: string }
type Rule = { pattern: RegExp; message: string }
type UrlRule = {
  decidesHost?: boolean
  /** Plain http is refused unless this says otherwise. */
  allowsHttp?: boolean
  /** Which addresses are the vendor's: `host` is tested with its port, if it has one of its own. */
  only?: { host: RegExp; path: RegExp; message: string }
}

const MAX_TEXT_LENGTH = 200
const MAX_SECRET_LENGTH = 1000
const MAX_URL_LENGTH = 2000

/** Standard Webhooks: 24 to 64 random bytes in base64, after a prefix that says what they are. */
const SIGNING_SECRET_PREFIX = 'whsec_'
const SIGNING_SECRET_BYTES = { min: 24, max: 64 }
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

function plainText(label: string, maxLength: number) {
  return z
    .string({ error: `${label} is required.` })
    .trim()
    .min(1, { error: `${label} is required.`, abort: true })
    .max(maxLength, `${label} has at most ${maxLength} characters.`)
}

/** What is wrong with an address, in words for the form; `undefined` when nothing is. */
function urlFault(text: string, { allowsHttp = false, only }: UrlRule): string | undefined {
  const scheme = allowsHttp ? 'http:// or https://' : 'https://'
  const form = only?.message ?? `Enter a whole address that starts with ${scheme}.`
  // The URL parser repairs these; what is typed and what is called must be the same thing.
  if (/[\s\\\p{Cc}]/u.test(text) || !/^https?:\/\/[^/]/i.test(text) || !URL.canParse(text)) return form
  const url = new URL(text)
  if (url.username !== '' || url.password !== '')
    return 'An address holds no user name or password. Use a header for them.'
  if (url.protocol !== 'https:' && !allowsHttp) return form
  if (only !== undefined && !(only.host.test(url.host) && only.path.test(url.pathname))) return form
  return undefined
}

function urlText(words: Words, rule: UrlRule) {
  return plainText(words.label, MAX_URL_LENGTH).superRefine((text, context) => {
    const message = urlFault(text, rule)
    if (message !== undefined) context.addIssue({ code: 'custom', message })
  })
}

function isSigningSecret(text: string): boolean {
  const encoded = text.slice(SIGNING_SECRET_PREFIX.length)
  if (!text.startsWith(SIGNING_SECRET_PREFIX) || !BASE64.test(encoded)) return false
  const size = Buffer.from(encoded, 'base64').length
  return size >= SIGNING_SECRET_BYTES.min && size <= SIGNING_SECRET_BYTES.max
}

function hints(
  { label, help, placeholder }: Words,
  rest: Partial<FieldHints> & Pick<FieldHints, 'widget'>,
): FieldHints {
  return { label, help, placeholder, isSecret: false, decidesHost: false, canGenerate: false, ...rest }
}

/**
 * Builders of settings fields: each gives an ordinary zod type and records how the form shows it, so that the rule and
 * the form are one expression. Wrap with `.optional()` or `.default()` as with any zod type.
 */
export const field = {
  text(words: Words) {
    const maxLength = MAX_TEXT_LENGTH
    return plainText(words.label, maxLength).register(fieldHints, hints(words, { widget: 'text', maxLength }))
  },

  url(words: Words & UrlRule) {
    const { decidesHost = false } = words
    return urlText(words, words).register(
      fieldHints,
      hints(words, { widget: 'url', decidesHost, maxLength: MAX_URL_LENGTH }),
    )
  },

  /** An address that is itself a credential: stored and shown as a secret. */
  secretUrl(words: SecretWords & UrlRule) {
    const { decidesHost = false } = words
    return urlText(words, words).register(
      fieldHints,
      hints(words, { widget: 'url', isSecret: true, decidesHost, maxLength: MAX_URL_LENGTH }),
    )
  },

  secret(words: SecretWords & Rule) {
    const maxLength = MAX_SECRET_LENGTH
    return plainText(words.label, maxLength)
      .regex(words.pattern, words.message)
      .register(fieldHints, hints(words, { widget: 'secret', isSecret: true, maxLength }))
  },

  /** A Standard Webhooks secret: `whsec_` and 24 to 64 bytes in base64. */
  signingSecret(words: SecretWords & { canGenerate?: boolean }) {
    const { canGenerate = false } = words
    return plainText(words.label, MAX_SECRET_LENGTH)
      .refine(isSigningSecret, 'A signing secret is whsec_ followed by 24 to 64 bytes in base64. Copy it whole.')
      .register(
        fieldHints,
        hints(words, { widget: 'secret', isSecret: true, canGenerate, maxLength: MAX_SECRET_LENGTH }),
      )
  },

  /** `options` is value → label, in the order shown. */
  choice<const Options extends Readonly<Record<string, string>>>(
    words: Words & { options: Options; decidesHost?: boolean },
  ) {
    const options = Object.entries(words.options).map(([value, label]) => ({ value, label }))
    const { decidesHost = false } = words
    // Object.entries gives exactly the keys of `Options`, which its type cannot say.
    const values = Object.fromEntries(options.map(({ value }) => [value, value])) as {
      [K in keyof Options & string]: K
    }
    return z
      .enum(values, { error: `${words.label}: choose one of ${options.map(({ label }) => label).join(', ')}.` })
      .register(fieldHints, hints(words, { widget: 'choice', decidesHost, options }))
  },

  /** Custom HTTP headers: the names are public, the values secret. */
  headers(words: SecretWords) {
    return headerRows().register(fieldHints, hints(words, { widget: 'headers', isSecret: true }))
  },
}
