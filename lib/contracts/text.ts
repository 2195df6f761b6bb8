import { z } from 'zod'

/** A UUID in the one spelling that everything is keyed by. */
export const Uuid = z.uuid().toLowerCase()

/** What is searched for, as it stands in an address: what cannot be read is left out rather than refused. */
export const SearchText = z
  .string()
  .transform((text) =>
    text
      .replace(/\p{Cc}/gu, '')
      .trim()
      .slice(0, 200),
  )
  .catch('')

/** Several values of a filter, as they stand in an address: `?severity=HIGH,CRITICAL`. */
export const manyOf = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : String(value).split(',')),
    z.array(item).catch([]),
  )
