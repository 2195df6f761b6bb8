import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { ButtonLink } from '@/components/ui/link'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <EmptyState
      title="There is nothing at this address"
      action={<ButtonLink href="/destinations">Go to Alert Destinations</ButtonLink>}
    >
      What was here may have been deleted, or the address may be mistyped.
    </EmptyState>
  )
}
