'use client'

import { useForm } from 'react-hook-form'
import { applyFailure } from '@/components/forms/apply-failure'
import { ControlledPasswordField, ControlledTextField } from '@/components/forms/controlled-fields'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import type { SignInInput } from '@/lib/contracts/account'
import type { ActionResult } from '@/lib/contracts/result'

type Props = { action(input: SignInInput): Promise<ActionResult<void>>; next: string }

/** E-mail and password; on success the whole page is loaded anew, so that nothing of the visitor's stays. */
export function SignInForm({ action, next }: Props) {
  const form = useForm<SignInInput>({ defaultValues: { email: '', password: '' } })
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState
  const submit = form.handleSubmit(async (input) => {
    const result = await action(input)
    if (result.ok) window.location.assign(next)
    else applyFailure(form, result.error)
  })
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {errors.root && <Callout tone="danger">{errors.root.message}</Callout>}
      <ControlledTextField
        control={form.control}
        name="email"
        label="E-mail address"
        type="email"
        autoComplete="username"
        autoFocus
      />
      <ControlledPasswordField
        control={form.control}
        name="password"
        label="Password"
        autoComplete="current-password"
      />
      <Button type="submit" variant="primary" isPending={isSubmitting || (isSubmitSuccessful && !errors.root)}>
        Sign in
      </Button>
    </form>
  )
}
