import type { Metadata } from 'next'
import { EmptyState } from '@/components/ui/empty-state'
import { ButtonLink } from '@/components/ui/link'

export const metadata: Metadata = { title: 'Not allowed' }

export default function Forbidden() {
  return (
    <EmptyState
      title="Your role may not do this"
      action={<ButtonLink href="/destinations">Go to Alert Destinations</ButtonLink>}
    >
      Ask an administrator for a role that allows it. You can go on reading everything your role lets you see.
    </EmptyState>
  )
}
