'use client'

import { TestAlertPanel, type TestAlertPanelProps } from '@/components/attempt/test-alert-panel'
import { Dialog } from '@/components/ui/dialog'
import type { DestinationRowView } from '@/lib/contracts/destination'

type Props = Pick<TestAlertPanelProps, 'run'> & { destination: DestinationRowView; onClose: () => void }

/** A test alert to a saved destination. */
export function TestDialog({ destination, run, onClose }: Props) {
  return (
    <Dialog isOpen onOpenChange={onClose} title={`Send a test alert to ${destination.displayName}`} size="lg">
      <p className="pb-4 text-soft text-pretty">
        It takes the path of every delivery and ignores what the destination accepts. It is kept in its log.
      </p>
      <TestAlertPanel run={run} />
    </Dialog>
  )
}
