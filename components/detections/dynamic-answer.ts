import type { z } from 'zod'
import type { DynamicDestinationsInput } from '@/lib/contracts/routing'

export const DYNAMIC_ANSWERS = ['nothing', 'list', 'empty', 'skip', 'raises'] as const
export type DynamicAnswerKind = (typeof DYNAMIC_ANSWERS)[number]

/** What a person supposes that `destinations()` gives; the entries count for a list only. */
export type DynamicAnswer = { kind: DynamicAnswerKind; entries: string[] }

export const NO_ANSWER: DynamicAnswer = { kind: 'nothing', entries: [] }

/** The supposition as the engine takes it. */
export function toDynamicDestinations({ kind, entries }: DynamicAnswer): z.input<typeof DynamicDestinationsInput> {
  switch (kind) {
    case 'nothing':
      return null
    case 'list':
      return { returned: entries }
    case 'empty':
      return { returned: [] }
    case 'skip':
      return { returned: ['SKIP'] }
    case 'raises':
      return { error: 'It raised an exception' }
  }
}
