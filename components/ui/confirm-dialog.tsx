'use client'

import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from './button'
import { Dialog } from './dialog'
import { TextField } from './text-field'

export type ConfirmDialogProps = {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  title: string
  /** The verb on the button, for example "Delete destination". */
  action: string
  onConfirm: () => void
  isPending?: boolean
  /** While what is being confirmed is not known yet. */
  isDisabled?: boolean
  isDestructive?: boolean
  /** The text that must be typed before the button works. */
  mustType?: string
  /** What goes wrong, if it did. */
  error?: ReactNode
  children: ReactNode
}

/** A question before something that cannot be undone, or that touches others. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Dialog isOpen={props.isOpen} onOpenChange={props.onOpenChange} title={props.title} size="sm" role="alertdialog">
      <ConfirmForm {...props} />
    </Dialog>
  )
}

function ConfirmForm({
  onOpenChange,
  action,
  onConfirm,
  isPending,
  isDisabled,
  isDestructive,
  mustType,
  error,
  children,
}: ConfirmDialogProps) {
  const [typed, setTyped] = useState('')
  const isReady = !isDisabled && (mustType === undefined || typed.trim() === mustType)
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady && !isPending) onConfirm()
  }
  return (
    <form onSubmit={handleSubmit} className="flex flex-col gap-4">
      <div className="flex flex-col gap-3 text-soft">{children}</div>
      {mustType !== undefined && (
        <TextField
          label={`Type ${mustType} to confirm`}
          value={typed}
          onChange={setTyped}
          autoComplete="off"
          autoFocus
        />
      )}
      {error}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onPress={() => onOpenChange(false)}>Cancel</Button>
        <Button
          type="submit"
          variant={isDestructive ? 'danger' : 'primary'}
          isDisabled={!isReady}
          isPending={isPending}
        >
          {action}
        </Button>
      </div>
    </form>
  )
}
