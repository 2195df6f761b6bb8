'use client'

import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from './button'
import { IconButton } from './icon-button'

const SHOWN_MS = 1600

type CopyButtonProps = {
  text: string
  /** Names what is copied, for example "Copy address". */
  label: string
  /** Shows the label beside the icon. */
  hasText?: boolean
  className?: string
}

/** Puts a text on the clipboard and says so on the button itself. */
export function CopyButton({ text, label, hasText, className }: CopyButtonProps) {
  const [isCopied, setIsCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setIsCopied(false), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [isCopied])
  const copy = async () => setIsCopied(await writeClipboard(text))
  const icon = isCopied ? (
    <Check aria-hidden="true" size={14} className="text-positive-ink" />
  ) : (
    <Copy aria-hidden="true" size={14} />
  )
  return (
    <>
      {hasText ? (
        <Button size="sm" icon={icon} onPress={copy} className={className}>
          {label}
        </Button>
      ) : (
        <IconButton size="sm" label={label} onPress={copy} className={className}>
          {icon}
        </IconButton>
      )}
      <span role="status" className="sr-only">
        {isCopied ? 'Copied' : ''}
      </span>
    </>
  )
}

/** True when the text is on the clipboard; without https the browser's older way is used. */
async function writeClipboard(text: string): Promise<boolean> {
  if (window.isSecureContext) {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
  }
  const area = document.createElement('textarea')
  area.value = text
  document.body.append(area)
  area.select()
  const isDone = document.execCommand('copy')
  area.remove()
  return isDone
}
