'use client'

import { ChevronDown, CircleUser, ThumbsDown, ThumbsUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { ALERT_STATUS_LABELS, AlertStatusMark } from '@/components/marks/alert-status-mark'
import { Avatar } from '@/components/ui/avatar'
import { Button } from '@/components/ui/button'
import { ChoiceMenu } from '@/components/ui/choice-menu'
import type { AlertView, AssigneeView } from '@/lib/contracts/alert-view'
import { ALERT_QUALITIES, ALERT_STATUSES, type AlertQuality, type AlertStatus } from '@/lib/domain/alert-record'
import type { ChangeAlert } from './use-alert-changes'

const NOBODY = 'nobody'
const UNRATED = 'unrated'

export const QUALITY_LABELS: Record<AlertQuality, string> = { NOISE: 'Noise', USEFUL: 'Useful' }
const QUALITY_ICONS = { NOISE: ThumbsDown, USEFUL: ThumbsUp }

type Props = { alert: AlertView; assignees: readonly AssigneeView[]; onChange: ChangeAlert }

/** Where people are with the alert, whose it is, and whether it was worth raising: each a press and a choice. */
export function StateMenus({ alert: { status, assignee, quality }, assignees, onChange }: Props) {
  const changeAssignee = (id: string) =>
    onChange({ field: 'assignee', value: assignees.find((each) => each.id === id) ?? null })
  const changeQuality = (value: string) =>
    onChange({ field: 'quality', value: ALERT_QUALITIES.find((each) => each === value) ?? null })
  return (
    <>
      <ChoiceMenu<AlertStatus>
        label="Status"
        options={ALERT_STATUSES.map((value) => ({ value, label: ALERT_STATUS_LABELS[value] }))}
        value={status}
        onChange={(value) => onChange({ field: 'status', value })}
      >
        <MenuButton label="Status">
          <AlertStatusMark status={status} />
        </MenuButton>
      </ChoiceMenu>
      <ChoiceMenu
        label="Assignee"
        options={[
          { value: NOBODY, label: 'Nobody' },
          ...assignees.map(({ id, name }) => ({ value: id, label: name, icon: <Avatar name={name} size={18} /> })),
        ]}
        value={assignee?.id ?? NOBODY}
        onChange={changeAssignee}
      >
        <MenuButton label="Assignee">{assignee ? <Person name={assignee.name} /> : <Nobody />}</MenuButton>
      </ChoiceMenu>
      <ChoiceMenu
        label="Quality"
        options={[
          { value: UNRATED, label: 'Not rated' },
          ...ALERT_QUALITIES.map((value) => ({ value: value as string, label: QUALITY_LABELS[value] })),
        ]}
        value={quality ?? UNRATED}
        onChange={changeQuality}
      >
        <MenuButton label="Quality">{quality ? <Quality quality={quality} /> : 'Rate'}</MenuButton>
      </ChoiceMenu>
    </>
  )
}

/** The same, to read. */
export function StateFacts({ alert: { status, assignee, quality } }: Pick<Props, 'alert'>) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-soft">
      <AlertStatusMark status={status} />
      {assignee ? <Person name={assignee.name} /> : <Nobody />}
      {quality && <Quality quality={quality} />}
    </div>
  )
}

function MenuButton({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Button className="max-w-56 font-normal">
      <span className="sr-only">{label}: </span>
      {children}
      <ChevronDown aria-hidden="true" size={14} className="shrink-0 text-muted" />
    </Button>
  )
}

function Person({ name }: { name: string }) {
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Avatar name={name} size={18} />
      <span className="truncate">{name}</span>
    </span>
  )
}

function Nobody() {
  return (
    <span className="flex items-center gap-1.5 text-muted">
      <CircleUser aria-hidden="true" size={14} />
      Unassigned
    </span>
  )
}

function Quality({ quality }: { quality: AlertQuality }) {
  const Icon = QUALITY_ICONS[quality]
  return (
    <span className="flex items-center gap-1.5">
      <Icon aria-hidden="true" size={14} className="text-muted" />
      {QUALITY_LABELS[quality]}
    </span>
  )
}
