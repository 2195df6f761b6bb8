'use client'

import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { classNames } from './class-names'
import { IconButton } from './icon-button'

export const scrimStyle = 'fixed inset-0 z-40 bg-scrim data-entering:animate-enter data-exiting:animate-exit'

export type DialogProps = {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  title: string
  size?: 'sm' | 'md' | 'lg'
  /** `alertdialog` for a question that must be answered: a press outside does not close it. */
  role?: 'dialog' | 'alertdialog'
  /** Buttons, the primary one last. */
  footer?: ReactNode
  children: ReactNode
}

const widths = { sm: 'max-w-md', md: 'max-w-xl', lg: 'max-w-3xl' }

/** A modal dialog: focus stays inside, Escape closes, the body scrolls between title and footer. */
export function Dialog({ isOpen, onOpenChange, title, size = 'md', role = 'dialog', footer, children }: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={role === 'dialog'}
      className={classNames(scrimStyle, 'grid place-items-start justify-items-center overflow-y-auto p-4 sm:pt-[12vh]')}
    >
      <Modal
        className={classNames(
          'flex max-h-[calc(100dvh-2rem)] w-full animate-rise flex-col rounded-xl border border-line bg-raised shadow-modal sm:max-h-[76vh]',
          widths[size],
        )}
      >
        <AriaDialog role={role} className="flex min-h-0 flex-1 flex-col outline-none">
          <div className="flex items-start justify-between gap-4 px-5 pt-4 pb-3">
            <Heading slot="title" className="text-md font-semibold text-balance">
              {title}
            </Heading>
            <IconButton label="Close" size="sm" className="-mr-1.5" onPress={() => onOpenChange(false)}>
              <X aria-hidden="true" size={16} />
            </IconButton>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5">{children}</div>
          {footer && <div className="flex flex-wrap justify-end gap-2 border-t px-5 py-3">{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
