'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'

/** While active, asks before a link or the browser leads away from what was not saved. */
export function LeaveGuard({ isActive }: { isActive: boolean }) {
  const router = useRouter()
  const [href, setHref] = useState<string>()
  useEffect(() => {
    if (!isActive) return
    const handleUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    const handleClick = (event: MouseEvent) => {
      const target = leavesTo(event)
      if (target === undefined) return
      event.preventDefault()
      event.stopPropagation()
      setHref(target)
    }
    window.addEventListener('beforeunload', handleUnload)
    document.addEventListener('click', handleClick, true)
    return () => {
      window.removeEventListener('beforeunload', handleUnload)
      document.removeEventListener('click', handleClick, true)
    }
  }, [isActive])
  return (
    <ConfirmDialog
      isOpen={href !== undefined}
      onOpenChange={() => setHref(undefined)}
      title="Leave without saving?"
      action="Leave"
      onConfirm={() => {
        if (href !== undefined) router.push(href)
        setHref(undefined)
      }}
    >
      <p>Your changes are not saved. In this tab they are kept as a draft, without secrets.</p>
    </ConfirmDialog>
  )
}

/** Where in the console a click leads, when it leads away from this page in this tab. */
function leavesTo(event: MouseEvent): string | undefined {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
  if (!link || link.origin !== window.location.origin || (link.target !== '' && link.target !== '_self'))
    return undefined
  const isSamePage = link.pathname === window.location.pathname && link.search === window.location.search
  return isSamePage ? undefined : link.pathname + link.search + link.hash
}
