'use client'

import { Send } from 'lucide-react'
import { useState } from 'react'
import { DispatchDialog } from '@/components/deliveries/dispatch-dialog'
import type { DeliveryOperations } from '@/components/deliveries/operations'
import { Button } from '@/components/ui/button'
import { deliveryFragment } from './use-fragment'

type Props = { alertId: string; dispatch: DeliveryOperations['dispatch'] }

/** Sends the alert where routing did not, and leads to the new delivery. */
export function SendElsewhere({ alertId, dispatch }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button icon={<Send aria-hidden="true" size={14} />} onPress={() => setIsOpen(true)}>
        Send to another destination
      </Button>
      {isOpen && (
        <DispatchDialog
          alertId={alertId}
          dispatch={dispatch}
          onClose={() => setIsOpen(false)}
          onSent={(id) => {
            window.location.hash = deliveryFragment(id)
          }}
        />
      )}
    </>
  )
}
