import { z } from 'zod'
import { operation } from './operation'
import { pageOf } from './shapes'

const FieldShape = z.object({
  name: z.string(),
  label: z.string(),
  help: z.string().optional(),
  placeholder: z.string().optional(),
  widget: z.enum(['text', 'url', 'secret', 'choice', 'headers']),
  isRequired: z.boolean(),
  isSecret: z.boolean().describe('Never returned once saved. Of `headers`, the values are secret, the names are not.'),
  decidesHost: z.boolean().describe('Changing it asks for the stored secrets again.'),
  canGenerate: z.boolean(),
  options: z
    .array(z.object({ value: z.string(), label: z.string() }))
    .readonly()
    .optional(),
  defaultValue: z.string().optional(),
  maxLength: z.int().optional(),
})

export const listDestinationTypes = operation({
  id: 'listDestinationTypes',
  method: 'GET',
  path: '/v1/destination-types',
  group: 'Destinations',
  summary: 'List destination types, each with its settings',
  permission: 'DestinationRead',
  answer: pageOf(
    z.object({
      type: z.string(),
      name: z.string(),
      summary: z.string(),
      category: z.enum(['chat', 'on-call', 'automation']),
      fields: z.array(FieldShape).readonly(),
      docs: z.string().describe('How to set it up, in Markdown.'),
    }),
  ),
})
