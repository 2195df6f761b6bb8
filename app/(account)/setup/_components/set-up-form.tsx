'use client'

import { useForm } from 'react-hook-form'
import { applyFailure } from '@/components/forms/apply-failure'
import { ControlledPasswordField, ControlledTextField } from '@/components/forms/controlled-fields'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import type { SetUpInput } from '@/lib/contracts/account'
import type { ActionResult } from '@/lib/contracts/result'
import { PASSWORD_MIN_LENGTH } from '@/lib/domain/console'

type Props = { action(input: SetUpInput): Promise<ActionResult<void>> }

/** The first administrator: token, name, e-mail, password. */
export function SetUpForm({ action }: Props) {
  const form = useForm<SetUpInput>({ defaultValues: { token: '', name: '', email: '', password: '' } })
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState
  const submit = form.handleSubmit(async (input) => {
    const result = await action(input)
    if (result.ok) window.location.assign('/destinations')
    else applyFailure(form, result.error)
  })
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {errors.root && <Callout tone="danger">{errors.root.message}</Callout>}
      <ControlledTextField
        control={form.control}
        name="token"
        label="Set-up token"
        autoComplete="off"
        isMono
        autoFocus
      />
      <ControlledTextField control={form.control} name="name" label="Your name" autoComplete="name" />
      <ControlledTextField
        control={form.control}
        name="email"
        label="E-mail address"
        type="email"
        autoComplete="username"
      />
      <ControlledPasswordField
        control={form.control}
        name="password"
        label="Password"
        help={`At least ${PASSWORD_MIN_LENGTH} characters.`}
        autoComplete="new-password"
      />
      <Button
        type="submit"
        variant="primary"
        isPending={isSubmitting || (isSubmitSuccessful && !Object.keys(errors).length)}
      >
        Create administrator
      </Button>
    </form>
  )
}
