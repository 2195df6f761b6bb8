'use client'

import type { z } from 'zod'
import { TestAlertPanel } from '@/components/attempt/test-alert-panel'
import type { DeliveryView } from '@/lib/contracts/delivery'
import type { TestDestinationInput } from '@/lib/contracts/destination'
import type { ActionResult } from '@/lib/contracts/result'

type TestSavedProps = {
  id: string
  run: (input: z.input<typeof TestDestinationInput>) => Promise<ActionResult<DeliveryView>>
}

/** A test alert to a saved destination. */
export function TestSaved({ id, run }: TestSavedProps) {
  return <TestAlertPanel run={(choice) => run({ ...choice, id })} />
}
