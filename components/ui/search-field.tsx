'use client'

import { Search, X } from 'lucide-react'
import type { Ref } from 'react'
import { Button } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import {
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
} from 'react-aria-components/SearchField'
import { classNames } from './class-names'
import { inputStyle } from './field-parts'

export type SearchFieldProps = Omit<AriaSearchFieldProps, 'className' | 'style' | 'children' | 'aria-label'> & {
  /** Names the field; also its placeholder unless one is given. */
  label: string
  placeholder?: string
  inputRef?: Ref<HTMLInputElement>
  className?: string
}

/** A search box with a clear button; Escape clears. */
export function SearchField({ label, placeholder = label, inputRef, className, ...field }: SearchFieldProps) {
  return (
    <AriaSearchField
      {...field}
      aria-label={label}
      className={classNames('group relative flex items-center', className)}
    >
      <Search aria-hidden="true" size={14} className="pointer-events-none absolute left-2.5 text-muted" />
      <Input
        ref={inputRef}
        placeholder={placeholder}
        className={classNames(inputStyle, 'h-8 pr-8 pl-8 text-sm [&::-webkit-search-cancel-button]:hidden')}
      />
      <Button className="absolute right-1 grid size-6 place-items-center rounded-sm text-muted group-data-empty:hidden hover:bg-hover hover:text-ink">
        <X aria-hidden="true" size={14} />
      </Button>
    </AriaSearchField>
  )
}
