'use client'

import { Controller, useForm } from 'react-hook-form'
import { settle } from '@/components/attempt/settle'
import { applyFailure } from '@/components/forms/apply-failure'
import { ControlledTextArea, ControlledTextField } from '@/components/forms/controlled-fields'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { SelectField } from '@/components/ui/select-field'
import { ToggleChips } from '@/components/ui/toggle-chips'
import type { Failure, FieldErrors } from '@/lib/contracts/result'
import type { Permission } from '@/lib/domain/permission'
import type { TokenOperations } from './operations'

type Lifetime = 'never' | '30' | '90' | '365'
type Values = { name: string; permissions: Permission[]; expiresAt: Lifetime; cidrs: string }

type Props = {
  grantable: readonly Permission[]
  create: TokenOperations['create']
  onCreated: (created: { name: string; value: string; mayHandOver: boolean }) => void
  onCancel: () => void
}

const DAY_MS = 24 * 60 * 60 * 1000

const LIFETIMES: readonly { value: Lifetime; label: string }[] = [
  { value: 'never', label: 'Never' },
  { value: '30', label: 'In 30 days' },
  { value: '90', label: 'In 90 days' },
  { value: '365', label: 'In a year' },
]

const endOf = (lifetime: Lifetime) =>
  lifetime === 'never' ? null : new Date(Date.now() + Number(lifetime) * DAY_MS).toISOString()

const rangesOf = (text: string) => text.split(/[\s,]+/).filter(Boolean)

/** What a new token is called and may do. */
export function TokenForm({ grantable, create, onCreated, onCancel }: Props) {
  const form = useForm<Values>({ defaultValues: { name: '', permissions: [], expiresAt: 'never', cidrs: '' } })
  const { errors, isSubmitting } = form.formState
  const submit = form.handleSubmit(async ({ name, permissions, expiresAt, cidrs }) => {
    const ranges = rangesOf(cidrs)
    const result = await settle(create({ name, permissions, expiresAt: endOf(expiresAt), cidrs: ranges }))
    if (!result.ok) return applyFailure(form, atFields(result.error, ranges))
    onCreated({ name: name.trim(), value: result.value.value, mayHandOver: permissions.includes('AlertModify') })
  })
  return (
    <form onSubmit={submit} noValidate className="grid grid-cols-1 gap-5">
      {errors.root && (
        <Callout tone="danger" isAnnounced>
          {errors.root.message}
        </Callout>
      )}
      <ControlledTextField
        control={form.control}
        name="name"
        label="Name"
        help="What uses it, such as the pipeline or the team."
        autoComplete="off"
        autoFocus
      />
      <Controller
        control={form.control}
        name="permissions"
        render={({ field, fieldState }) => (
          <ToggleChips
            label="Permissions"
            name={field.name}
            options={grantable.map((permission) => ({ value: permission, label: permission }))}
            value={field.value}
            onChange={field.onChange}
            help="AlertModify hands over alerts, AlertRead polls them."
            error={fieldState.error?.message}
          />
        )}
      />
      <Controller
        control={form.control}
        name="expiresAt"
        render={({ field, fieldState }) => (
          <SelectField
            label="Expires"
            name={field.name}
            options={LIFETIMES}
            value={field.value}
            onChange={field.onChange}
            error={fieldState.error?.message}
          />
        )}
      />
      <ControlledTextArea
        control={form.control}
        name="cidrs"
        label="May be used from"
        help="CIDR ranges or addresses, one a line. Left blank: from anywhere."
        rows={2}
        isMono
        isOptional
        placeholder="10.0.0.0/8"
      />
      <div className="sticky -bottom-5 -mx-5 -mb-5 flex flex-wrap justify-end gap-2 rounded-b-xl border-t bg-raised px-5 py-3">
        <Button onPress={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" isPending={isSubmitting}>
          Create token
        </Button>
      </div>
    </form>
  )
}

/** The failure with what is wrong with single ranges said at the field that holds them all. */
function atFields(failure: Failure, ranges: readonly string[]): Failure {
  const fields: FieldErrors = {}
  for (const [name, message] of Object.entries(failure.fields ?? {})) {
    const [field = '', index] = name.split('.')
    fields[field] ??= field === 'cidrs' && index !== undefined ? `${ranges[Number(index)]}: ${message}` : message
  }
  return { ...failure, fields }
}
