'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { settle } from '@/components/attempt/settle'
import { Callout } from '@/components/ui/callout'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { RelativeTime } from '@/components/ui/relative-time'
import { toast } from '@/components/ui/toast'
import type { ApiTokenView } from '@/lib/contracts/api-token'
import type { TokenOperations } from './operations'

type Props = { token: ApiTokenView; revoke: TokenOperations['revoke']; onClose: () => void }

/** Asks before a token stops letting its program in. */
export function RevokeToken({ token, revoke, onClose }: Props) {
  const router = useRouter()
  const [problem, setProblem] = useState<string>()
  const [isPending, startRevoking] = useTransition()
  const confirm = () =>
    startRevoking(async () => {
      const result = await settle(revoke({ id: token.id }))
      if (!result.ok) {
        setProblem(result.error.message)
        return
      }
      toast({ tone: 'neutral', title: `${token.name} revoked` })
      router.refresh()
      onClose()
    })
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={`Revoke ${token.name}?`}
      action="Revoke token"
      isDestructive
      isPending={isPending}
      onConfirm={confirm}
      error={
        problem && (
          <Callout tone="danger" isAnnounced>
            {problem}
          </Callout>
        )
      }
    >
      <p>
        Whatever program uses <code className="font-mono text-sm text-ink">{token.hint}…</code> is refused within two
        seconds. This cannot be undone.
      </p>
      <p>
        {token.lastUsedAt ? (
          <>
            It was last used <RelativeTime at={token.lastUsedAt} />.
          </>
        ) : (
          'It was never used.'
        )}
      </p>
    </ConfirmDialog>
  )
}
