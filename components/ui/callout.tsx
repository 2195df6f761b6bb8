import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'

export type CalloutTone = 'info' | 'warning' | 'danger'

const tones: Record<CalloutTone, { box: string; icon: string; Icon: typeof Info }> = {
  info: { box: 'border-line bg-sunken', icon: 'text-muted', Icon: Info },
  warning: { box: 'border-warning-line bg-warning-soft', icon: 'text-warning-ink', Icon: TriangleAlert },
  danger: { box: 'border-danger-line bg-danger-soft', icon: 'text-danger-ink', Icon: CircleAlert },
}

export type CalloutProps = {
  tone?: CalloutTone
  title?: string
  action?: ReactNode
  children?: ReactNode
  isAnnounced?: boolean
}

/** Something to know on this page; `isAnnounced` reads it out when it appears. */
export function Callout({ tone = 'info', title, action, children, isAnnounced }: CalloutProps) {
  const { box, icon, Icon } = tones[tone]
  return (
    <div
      role={isAnnounced ? (tone === 'danger' ? 'alert' : 'status') : undefined}
      className={classNames('flex flex-wrap items-start gap-x-4 gap-y-2 rounded-lg border px-3.5 py-3', box)}
    >
      <div className="flex min-w-0 flex-1 basis-60 gap-2.5">
        <Icon aria-hidden="true" size={16} className={classNames('mt-0.5 shrink-0', icon)} />
        <div className="min-w-0 text-base text-soft">
          {title && <p className="font-medium text-ink">{title}</p>}
          {children}
        </div>
      </div>
      {action}
    </div>
  )
}
