'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { CodeBlock } from '@/components/ui/code-block'
import { Dialog } from '@/components/ui/dialog'
import type { Permission } from '@/lib/domain/permission'
import { handOverLine } from './curl'
import type { TokenOperations } from './operations'
import { TokenForm } from './token-form'

type Props = {
  origin: string
  grantable: readonly Permission[]
  create: TokenOperations['create']
  onClose: () => void
}

type Created = { name: string; value: string; mayHandOver: boolean }

/** Asks what a token may do, then shows its value, once. */
export function CreateTokenDialog({ origin, grantable, create, onClose }: Props) {
  const router = useRouter()
  const [created, setCreated] = useState<Created>()
  const close = () => {
    onClose()
    if (created) router.refresh()
  }
  if (!created) {
    return (
      <Dialog isOpen onOpenChange={close} title="Create token" role="alertdialog">
        <TokenForm grantable={grantable} create={create} onCreated={setCreated} onCancel={close} />
      </Dialog>
    )
  }
  return (
    <Dialog
      isOpen
      onOpenChange={close}
      title={`Copy ${created.name} now`}
      role="alertdialog"
      footer={
        <Button variant="primary" onPress={close}>
          Done
        </Button>
      }
    >
      <div className="grid grid-cols-1 gap-4">
        <Callout tone="warning" isAnnounced>
          This is the only time the token is shown: only a hash of it is kept. Copy it to where its program reads it.
        </Callout>
        <CodeBlock label="API token" code={created.value} isWrapped />
        {created.mayHandOver && (
          <details className="text-sm text-muted">
            <summary className="w-fit cursor-default rounded-xs hover:text-ink">Try it</summary>
            <CodeBlock
              className="mt-2"
              label="Command to hand over an alert"
              code={handOverLine(origin, created.value)}
            />
          </details>
        )}
      </div>
    </Dialog>
  )
}
