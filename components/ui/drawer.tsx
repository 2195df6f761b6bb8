'use client'

import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { classNames } from './class-names'
import { scrimStyle } from './dialog'
import { IconButton } from './icon-button'

export type DrawerProps = {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  label: string
  side?: 'left' | 'right'
  children: ReactNode
}

/** A panel that slides in over the page from one side. */
export function Drawer({ isOpen, onOpenChange, label, side = 'left', children }: DrawerProps) {
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={onOpenChange} isDismissable className={scrimStyle}>
      <Modal
        className={classNames(
          'fixed inset-y-0 flex w-full flex-col bg-raised shadow-modal',
          side === 'left' ? 'left-0 max-w-72 animate-slide border-r' : 'right-0 max-w-xl animate-rise border-l',
        )}
      >
        <Dialog aria-label={label} className="flex min-h-0 flex-1 flex-col overflow-y-auto outline-none">
          <IconButton label="Close" className="absolute! top-2 right-2 z-10" onPress={() => onOpenChange(false)}>
            <X aria-hidden="true" size={16} />
          </IconButton>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
