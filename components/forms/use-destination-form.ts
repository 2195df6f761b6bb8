'use client'

import { useEffect, useRef, useState } from 'react'
import { type Path, type UseFormReturn, useForm } from 'react-hook-form'
import { settle } from '@/components/attempt/settle'
import type { FormError } from '@/components/ui/form-error-summary'
import type { ActionResult, Failure } from '@/lib/contracts/result'
import { readDraft, writeDraft } from './destination-draft'
import { type DestinationValues, type Fields, withoutBlankRows } from './destination-values'
import { failureErrors, listErrors } from './form-problems'

export type DestinationFormOptions<Saved> = {
  fields: Fields
  initial: DestinationValues
  /** The version that an edit begins at. */
  version?: number
  /** Names the draft that is kept of this form in the browser's tab. */
  draftKey: string
  save: (values: DestinationValues, version: number | undefined) => Promise<ActionResult<Saved>>
  onSaved: (saved: Saved) => void
}

const NO_PROBLEMS: FormError[] = []

/** The state of a destination's form: its values, the draft kept of them, saving, and what went wrong. */
export function useDestinationForm<Saved>(options: DestinationFormOptions<Saved>) {
  const { save, onSaved } = options
  const form = useForm<DestinationValues>({ defaultValues: options.initial, shouldFocusError: false })
  const [version, setVersion] = useState(options.version)
  const [problems, setProblems] = useState(NO_PROBLEMS)
  const [failure, setFailure] = useState<Failure>()
  const [isSaved, setIsSaved] = useState(false)
  const draft = useKeptDraft({ ...options, form, version, onRestore: setVersion })

  const markFields = ({ code, fields = {} }: Failure) => {
    for (const [name, message] of Object.entries(fields)) {
      form.setError(name as Path<DestinationValues>, { type: code, message })
    }
  }
  const showFailure = (next: Failure) => {
    setFailure(next)
    if (next.code === 'stale' || next.code === 'signed-out') return
    markFields(next)
    setProblems(failureErrors(next))
  }
  const clear = () => {
    form.clearErrors()
    setFailure(undefined)
    setProblems(NO_PROBLEMS)
  }
  const submitAt = async (at: number | undefined) => {
    clear()
    form.setValue('settings', withoutBlankRows(form.getValues('settings')))
    await form.handleSubmit(
      async (values) => {
        const result = await settle(save(values, at))
        if (!result.ok) return showFailure(result.error)
        setIsSaved(true)
        draft.forget(values)
        onSaved(result.value)
      },
      (errors) => setProblems(listErrors(errors)),
    )()
  }
  return {
    form,
    version,
    problems,
    failure,
    /** Saved, or being saved: the way to the next page. */
    isBusy: form.formState.isSubmitting || isSaved,
    hasChanges: form.formState.isDirty && !isSaved,
    isRestored: draft.isRestored,
    clear,
    markFields,
    submit: () => submitAt(version),
    /** Saves on top of a version that somebody else made meanwhile. */
    submitOver: (theirs: number) => {
      setVersion(theirs)
      return submitAt(theirs)
    },
    /** Goes back to what the form began with. */
    discard: () => {
      clear()
      setVersion(options.version)
      form.reset()
      draft.forget(options.initial)
    },
    /** Puts what somebody else saved in place of what was typed. */
    takeTheirs: (values: DestinationValues, theirs: number) => {
      clear()
      setVersion(theirs)
      form.reset(values)
      draft.forget(values)
    },
  }
}

type KeptDraft = Pick<DestinationFormOptions<unknown>, 'fields' | 'initial' | 'version' | 'draftKey'> & {
  form: UseFormReturn<DestinationValues>
  onRestore: (version: number | undefined) => void
}

/** Keeps a draft of the form in the tab's storage while it has changes, and restores it once. */
function useKeptDraft({ form, fields, initial, version, draftKey, onRestore }: KeptDraft) {
  const [isRestored, setIsRestored] = useState(false)
  const latest = useRef({ fields, version, onRestore })
  latest.current = { fields, version, onRestore }
  const unchanged = useRef(initial)
  const key = `switchyard:draft:${draftKey}`

  useEffect(() => {
    const text = sessionStorage.getItem(key)
    const kept = text === null ? undefined : readDraft(latest.current.fields, text, form.getValues())
    if (!kept) return
    form.reset(kept.values, { keepDefaultValues: true })
    latest.current.onRestore(kept.version)
    setIsRestored(true)
  }, [form, key])

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => {
          const { fields, version } = latest.current
          const text = writeDraft(fields, { version, values })
          if (text === writeDraft(fields, { version, values: unchanged.current })) sessionStorage.removeItem(key)
          else sessionStorage.setItem(key, text)
        },
      }),
    [form, key],
  )

  /** Drops the draft; from now on the form has changes when it differs from `next`. */
  const forget = (next: DestinationValues) => {
    unchanged.current = next
    sessionStorage.removeItem(key)
    setIsRestored(false)
  }
  return { isRestored, forget }
}
