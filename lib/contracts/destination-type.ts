/** One field of a type's form: everything the browser needs, and nothing it must not know. */
export type FieldView = {
  name: string
  label: string
  help?: string
  placeholder?: string
  /** `url` and `isSecret` together: an address that is itself a credential, shown masked. */
  widget: 'text' | 'url' | 'secret' | 'choice' | 'headers'
  isRequired: boolean
  /** Never returned once saved; a blank value on edit means keep. For `headers`, the values are secret, the names are not. */
  isSecret: boolean
  /** Changing it points the destination at another host or account: stored secrets are asked for again. */
  decidesHost: boolean
  /** For `secret`: a new random value can be generated in the form. */
  canGenerate: boolean
  options?: readonly { value: string; label: string }[]
  defaultValue?: string
  maxLength?: number
}

export type DestinationCategory = 'chat' | 'on-call' | 'automation'

/** A destination type as the gallery and the form show it. */
export type DestinationTypeView = {
  type: string
  name: string
  summary: string
  category: DestinationCategory
  fields: readonly FieldView[]
  /** Set-up steps for the operator, in Markdown. */
  docs: string
}
