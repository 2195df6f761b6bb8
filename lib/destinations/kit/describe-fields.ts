import { z } from 'zod'
import { fieldHints } from './field'
import type { FieldView, SettingsSchema } from './types'

/** The type a wrapper holds: hints sit on the inner one, so `.optional()` and `.default()` have to be looked through. */
function innerOf(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodPipe) return schema.in
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodReadonly
  ) {
    return schema.unwrap()
  }
  return undefined
}

function describeField(name: string, schema: z.core.$ZodType): FieldView {
  let isRequired = true
  let defaultValue: string | undefined
  for (let layer: z.core.$ZodType | undefined = schema; layer !== undefined; layer = innerOf(layer)) {
    const hints = fieldHints.get(layer)
    if (hints !== undefined) return { ...hints, name, isRequired, ...(defaultValue !== undefined && { defaultValue }) }
    if (layer instanceof z.ZodOptional || layer instanceof z.ZodNullable || layer instanceof z.ZodDefault)
      isRequired = false
    if (layer instanceof z.ZodDefault && typeof layer.def.defaultValue === 'string')
      defaultValue = layer.def.defaultValue
  }
  throw new Error(`The settings field "${name}" was not made with field.*`)
}

/**
 * The form of a settings schema, in the schema's order, as plain JSON that may go to the browser.
 * @throws when a field was not made with `field.*`.
 */
export function describeFields(schema: SettingsSchema): FieldView[] {
  return Object.entries(schema.shape).map(([name, fieldSchema]) => describeField(name, fieldSchema))
}
