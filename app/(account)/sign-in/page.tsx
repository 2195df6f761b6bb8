import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AuthLayout } from '@/components/shell/auth-layout'
import { findCaller } from '@/lib/entry/caller'
import { needsSetUp } from '@/lib/usecases/needs-set-up'
import { signInAction } from '../actions'
import { SignInForm } from './_components/sign-in-form'

export const metadata: Metadata = { title: 'Sign in' }

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  if (await needsSetUp()) redirect('/setup')
  const next = pathOf((await searchParams).next)
  if (await findCaller()) redirect(next)
  return (
    <AuthLayout title="Sign in to Switchyard">
      <SignInForm action={signInAction} next={next} />
    </AuthLayout>
  )
}

// Only a path of this console: an address of another site here would be an open redirect. The browser's own reading decides,
// since it drops tabs and line breaks that a pattern would have to think of.
function pathOf(next: string | string[] | undefined): string {
  const base = 'http://console.invalid'
  const url = typeof next === 'string' && URL.canParse(next, base) ? new URL(next, base) : undefined
  return url?.origin === base ? url.pathname + url.search : '/destinations'
}
