/** What every picker of this family takes: a list of chosen values, and the words around it. */
export type PickerProps<Value extends string = string> = {
  name: string
  value: readonly Value[]
  onChange: (value: Value[]) => void
  label?: string
  help?: string
  error?: string
  isOptional?: boolean
  isDisabled?: boolean
}
