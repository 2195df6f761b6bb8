'use client'

import { KeyRound, Undo2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Field } from '@/components/ui/field'
import { PasswordField } from '@/components/ui/password-field'
import { RelativeTime } from '@/components/ui/relative-time'
import type { DestinationValues } from './destination-values'
import type { SettingFieldProps } from './setting-field-props'
import { settingProblem } from './setting-problem'
import { generateSigningSecret } from './signing-secret'

/** A secret: typed or generated, kept when left blank, removed on request. What is stored never comes back here. */
export function SecretField({ field, storedSince, isAskedAgain }: SettingFieldProps) {
  const form = useFormContext<DestinationValues>()
  const name = `settings.${field.name}` as const
  const isStored = storedSince !== undefined
  const { field: bound, fieldState } = useController({
    control: form.control,
    name,
    rules: { validate: (value) => settingProblem(field, value, isStored) },
  })
  const [generated, setGenerated] = useState<string>()
  useEffect(() => {
    if (!field.canGenerate || isStored || form.getValues(name) !== '') return
    const secret = generateSigningSecret()
    // As a default it is no change of the person's: leaving asks nothing.
    form.resetField(name, { defaultValue: secret })
    setGenerated(secret)
  }, [field.canGenerate, isStored, form, name])

  const handleGenerate = () => {
    const secret = generateSigningSecret()
    setGenerated(secret)
    bound.onChange(secret)
  }
  if (bound.value === null) return <RemovedSecret name={name} label={field.label} onUndo={() => bound.onChange('')} />
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <PasswordField
        name={name}
        label={field.label}
        help={field.help}
        error={fieldState.error?.message}
        isOptional={!field.isRequired && !isAskedAgain}
        isRequired={isAskedAgain}
        placeholder={isStored && !isAskedAgain ? 'Leave blank to keep' : field.placeholder}
        isMono
        autoComplete="off"
        spellCheck="false"
        inputRef={bound.ref}
        value={typeof bound.value === 'string' ? bound.value : ''}
        onChange={bound.onChange}
        onBlur={bound.onBlur}
      />
      {generated !== undefined && bound.value === generated && (
        <GeneratedSecret secret={generated} label={field.label} />
      )}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted empty:hidden">
        {storedSince && (
          <span>
            {isAskedAgain ? 'Asked for again: the stored one was set' : 'Set'} <RelativeTime at={storedSince} />
          </span>
        )}
        {field.canGenerate && (
          <Button size="sm" icon={<KeyRound aria-hidden="true" size={14} />} onPress={handleGenerate}>
            {isStored || bound.value !== '' ? 'Generate a new one' : 'Generate'}
          </Button>
        )}
        {isStored && !field.isRequired && (
          <Button size="sm" variant="ghost" onPress={() => bound.onChange(null)}>
            Remove
          </Button>
        )}
      </div>
    </div>
  )
}

function GeneratedSecret({ secret, label }: { secret: string; label: string }) {
  return (
    <div className="rounded-md border bg-sunken px-2.5 py-2">
      <div className="flex items-start gap-2">
        <code className="min-w-0 flex-1 py-1 text-xs break-all">{secret}</code>
        <CopyButton text={secret} label={`Copy ${label.toLowerCase()}`} />
      </div>
      <p className="mt-1 text-sm text-muted">
        Generated here. Copy it now and give it to the receiver: once saved it is not shown again.
      </p>
    </div>
  )
}

function RemovedSecret({ name, label, onUndo }: { name: string; label: string; onUndo: () => void }) {
  return (
    <Field name={name} label={label}>
      {({ 'aria-invalid': _, ...wiring }) => (
        <div className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
          It is removed when you save.
          <Button {...wiring} size="sm" icon={<Undo2 aria-hidden="true" size={14} />} onPress={onUndo}>
            Keep it
          </Button>
        </div>
      )}
    </Field>
  )
}
