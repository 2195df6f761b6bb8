'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { type ReactNode, useState } from 'react'
import { RouterProvider } from 'react-aria-components'
import { I18nProvider } from 'react-aria-components/I18nProvider'

/** What every screen's client components stand on: queries, the address as state, and links that navigate without a reload. */
export function Providers({ children }: { children: ReactNode }) {
  const router = useRouter()
  const [queries] = useState(() => new QueryClient({ defaultOptions: { queries: { staleTime: 5_000, retry: 1 } } }))
  return (
    <QueryClientProvider client={queries}>
      <NuqsAdapter>
        <I18nProvider locale="en-US">
          <RouterProvider navigate={(path) => router.push(path)}>{children}</RouterProvider>
        </I18nProvider>
      </NuqsAdapter>
    </QueryClientProvider>
  )
}
