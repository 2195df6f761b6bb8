'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { settle } from '@/components/attempt/settle'
import { useDebounced } from '@/components/receipt/use-debounced'
import type { CheckYamlView } from '@/lib/contracts/detection'
import type { CheckYaml } from './operations'

const SETTLE_MS = 300

/** What the server reads in the YAML once the typing pauses; nothing for a blank text. */
export function useYamlCheck(
  yaml: string,
  check: CheckYaml,
): { result: CheckYamlView | undefined; error: Error | null } {
  const settled = useDebounced(yaml, SETTLE_MS)
  const isBlank = settled.trim() === ''
  const { data, error } = useQuery({
    queryKey: ['yaml-check', settled],
    queryFn: async () => {
      const result = await settle(check({ yaml: settled }))
      if (result.ok) return result.value
      throw new Error(result.error.message)
    },
    enabled: !isBlank,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  return { result: isBlank ? undefined : data, error }
}
