'use client'

import { CircleAlert, CircleCheck, Info, X } from 'lucide-react'
import { Text } from 'react-aria-components/Text'
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as AriaToastContent,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast'
import { Button } from './button'
import { IconButton } from './icon-button'
import { type ToastContent, toastQueue } from './toast'

const icons: Record<ToastContent['tone'], { Icon: typeof Info; colour: string }> = {
  neutral: { Icon: Info, colour: 'text-muted' },
  positive: { Icon: CircleCheck, colour: 'text-positive' },
  danger: { Icon: CircleAlert, colour: 'text-danger-ink' },
}

/** Where toasts appear; once per page, in the shell. */
export function Toaster() {
  return (
    <ToastRegion
      queue={toastQueue}
      aria-label="Messages"
      className="fixed right-4 bottom-4 z-50 flex w-[calc(100vw-2rem)] max-w-96 flex-col-reverse gap-2 rounded-lg outline-none"
    >
      {({ toast }) => <Message toast={toast} />}
    </ToastRegion>
  )
}

function Message({ toast }: { toast: Parameters<typeof AriaToast<ToastContent>>[0]['toast'] }) {
  const { tone, title, description, action } = toast.content
  const { Icon, colour } = icons[tone]
  const handleAction = () => {
    action?.onPress()
    toastQueue.close(toast.key)
  }
  return (
    <AriaToast
      toast={toast}
      className="flex animate-rise items-start gap-2.5 rounded-lg border bg-raised py-3 pr-2 pl-3.5 shadow-raised"
    >
      <Icon aria-hidden="true" size={16} className={`mt-0.5 shrink-0 ${colour}`} />
      <AriaToastContent className="min-w-0 flex-1">
        <Text slot="title" className="block font-medium break-words">
          {title}
        </Text>
        {description && (
          <Text slot="description" className="block text-sm break-words text-muted">
            {description}
          </Text>
        )}
      </AriaToastContent>
      {action && (
        <Button size="sm" onPress={handleAction} className="-my-1">
          {action.label}
        </Button>
      )}
      <IconButton label="Dismiss" size="sm" slot="close" className="-my-1">
        <X aria-hidden="true" size={14} />
      </IconButton>
    </AriaToast>
  )
}
