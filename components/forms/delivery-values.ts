import { DeliverySettingsInput } from '@/lib/contracts/destination'
import { DEFAULT_DELIVERY_SETTINGS, type DeliverySettings } from '@/lib/domain/delivery'
import { deliveryFacts } from '@/lib/domain/delivery-facts'
import { readWaits, sayWait, writeWaits } from '@/lib/domain/wait'

/** How it is delivered to, as the form holds it: text, blank where the default holds. */
export type DeliveryValues = Record<keyof DeliverySettings, string>

/** What is written for no retries at all: left blank, the field means the default schedule. */
const NO_RETRIES = 'none'

export function deliveryValues(own: Partial<DeliverySettings>): DeliveryValues {
  const text = (value: number | string | null | undefined) => String(value ?? '')
  return {
    timeoutSeconds: text(own.timeoutSeconds),
    retrySeconds: own.retrySeconds ? writeWaits(own.retrySeconds) || NO_RETRIES : '',
    concurrency: text(own.concurrency),
    ratePerSecond: text(own.ratePerSecond),
    fallbackId: text(own.fallbackId),
    fallbackAfterMinutes: text(own.fallbackAfterMinutes),
  }
}

/** What differs from the defaults, as it is saved. A number that cannot be read is `NaN`. */
export function submittedDelivery(values: DeliveryValues): DeliverySettingsInput {
  const entries = Object.entries(values).filter(([, text]) => text.trim() !== '')
  return Object.fromEntries(entries.map(([name, text]) => [name, readSetting(name, text.trim())]))
}

function readSetting(name: string, text: string): DeliverySettings[keyof DeliverySettings] {
  if (name === 'fallbackId') return text
  if (name !== 'retrySeconds') return Number(text)
  const read = readWaits(text.toLowerCase() === NO_RETRIES ? '' : text)
  return 'waits' in read ? read.waits : [Number.NaN]
}

/** What is plainly wrong with one of them, in the words of the contract that judges it on the server. */
export function deliveryProblem(name: keyof DeliverySettings, text: string): string | undefined {
  if (text.trim() === '' || name === 'fallbackId') return undefined
  const value = readSetting(name, text.trim())
  if (Array.isArray(value) && value.some(Number.isNaN)) return unreadWait(text)
  if (Number.isNaN(value)) return 'Enter a number.'
  return DeliverySettingsInput.safeParse({ [name]: value }).error?.issues[0]?.message
}

function unreadWait(text: string): string {
  const read = readWaits(text)
  const piece = 'unread' in read ? read.unread : text
  return `${JSON.stringify(piece)} is no wait. Write each as 30s, 5m, 2h or 1d.`
}

/** How long a schedule goes on, for whoever is writing it. */
export function scheduleSummary(text: string): string {
  if (text.trim().toLowerCase() === NO_RETRIES) return 'No retries: what is not delivered at once has failed.'
  const read = text.trim() === '' ? { waits: [...DEFAULT_DELIVERY_SETTINGS.retrySeconds] } : readWaits(text)
  if (!('waits' in read) || read.waits.length === 0) return ''
  const whole = read.waits.reduce((sum, wait) => sum + wait, 0)
  return `${read.waits.length} ${read.waits.length === 1 ? 'retry' : 'retries'} within about ${sayWait(whole)}.`
}

/** The form's delivery settings in words. */
export const deliveryTexts = (values: DeliveryValues, nameOf: (id: string) => string) =>
  deliveryFacts(submittedDelivery(values), nameOf)
