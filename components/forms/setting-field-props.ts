import type { FieldView } from '@/lib/contracts/destination-type'

export type SettingFieldProps = {
  field: FieldView
  /** Since when a secret is stored for it, ISO 8601. */
  storedSince?: string
  /** The stored secret may not go to the place the form names now: it is to be entered again. */
  isAskedAgain: boolean
}
