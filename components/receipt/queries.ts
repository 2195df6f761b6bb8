import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { ActionResult } from '@/lib/contracts/result'
import type { PreviewRoutingInput, ReceiptView } from '@/lib/contracts/routing'

export type PreviewInput = z.input<typeof PreviewRoutingInput>

/** The server action that runs the engine. */
export type Preview = (input: PreviewInput) => Promise<ActionResult<ReceiptView>>

/** The receipt of an alert that was not made. */
export function receiptQuery(input: PreviewInput, preview: Preview) {
  return queryOptions({
    queryKey: ['receipt', input],
    queryFn: async () => {
      const result = await preview(input)
      if (result.ok) return result.value
      throw new Error(result.error.message)
    },
    retry: false,
  })
}
