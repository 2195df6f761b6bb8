import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AuthLayout } from '@/components/shell/auth-layout'
import { needsSetUp } from '@/lib/usecases/needs-set-up'
import { setUpAction } from '../actions'
import { SetUpForm } from './_components/set-up-form'

export const metadata: Metadata = { title: 'Set up' }

export default async function SetUpPage() {
  if (!(await needsSetUp())) redirect('/sign-in')
  return (
    <AuthLayout
      title="Set up Switchyard"
      description="Create the first administrator. The set-up token is in the line that the server printed when it started."
    >
      <SetUpForm action={setUpAction} />
    </AuthLayout>
  )
}
