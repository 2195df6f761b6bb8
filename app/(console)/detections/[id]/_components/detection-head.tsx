'use client'

import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { DETECTION_KIND_LABELS } from '@/components/detections/kinds'
import { SeverityMark } from '@/components/marks/severity-mark'
import { Badge } from '@/components/ui/badge'
import { CopyButton } from '@/components/ui/copy-button'
import { RowMenu } from '@/components/ui/menu'
import { PageHeader } from '@/components/ui/page-header'
import { RelativeTime } from '@/components/ui/relative-time'
import { Switch } from '@/components/ui/switch'
import type { DetectionView } from '@/lib/contracts/detection'
import type { DetectionOperations } from '../../_components/operations'
import { DeleteDetection } from './delete-detection'

type Props = {
  detection: DetectionView
  canModify: boolean
  onEnable: (isEnabled: boolean) => Promise<void>
  remove: DetectionOperations['remove']
}

const CRUMBS = [{ label: 'Detections', href: '/detections' }]

/** What the detection is, whether it runs, and the way to delete it. */
export function DetectionHead({ detection, canModify, onEnable, remove }: Props) {
  const [isDeleting, setIsDeleting] = useState(false)
  const { id, displayName, kind, severity, logTypes, updatedAt, updatedBy } = detection
  return (
    <>
      <PageHeader
        crumbs={CRUMBS}
        title={displayName}
        actions={
          <>
            <EnabledSwitch isEnabled={detection.isEnabled} isDisabled={!canModify} onChange={onEnable} />
            {canModify && (
              <RowMenu
                label={`Actions for ${displayName}`}
                actions={[
                  {
                    id: 'delete',
                    label: 'Delete detection',
                    icon: <Trash2 aria-hidden="true" size={14} />,
                    isDestructive: true,
                    onAction: () => setIsDeleting(true),
                  },
                ]}
              />
            )}
          </>
        }
      />
      <div className="-mt-3 mb-4 flex flex-wrap items-center gap-x-4 gap-y-1.5 text-sm text-muted">
        <span className="flex min-w-0 items-center gap-1">
          <code className="min-w-0 font-mono text-xs break-all text-soft">{id}</code>
          <CopyButton text={id} label="Copy id" />
        </span>
        <Badge>{DETECTION_KIND_LABELS[kind]}</Badge>
        <SeverityMark severity={severity} />
        {logTypes.length > 0 && <span className="min-w-0 break-words">{logTypes.join(', ')}</span>}
        <span>
          Changed <RelativeTime at={updatedAt} /> by {updatedBy}
        </span>
      </div>
      {isDeleting && <DeleteDetection detection={detection} remove={remove} onClose={() => setIsDeleting(false)} />}
    </>
  )
}

type EnabledSwitchProps = {
  isEnabled: boolean
  isDisabled: boolean
  onChange: (isEnabled: boolean) => Promise<void>
}

function EnabledSwitch({ isEnabled, isDisabled, onChange }: EnabledSwitchProps) {
  const [wanted, setWanted] = useState<boolean>()
  const change = async (next: boolean) => {
    setWanted(next)
    await onChange(next)
    setWanted(undefined)
  }
  return (
    <Switch isSelected={wanted ?? isEnabled} isDisabled={isDisabled || wanted !== undefined} onChange={change}>
      Enabled
    </Switch>
  )
}
