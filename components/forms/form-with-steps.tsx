import type { ReactNode } from 'react'
import { Markdown } from '@/components/docs/markdown'
import { SetUpSteps } from './set-up-steps'

/** A destination's form with its type's set-up steps beside it. */
export function FormWithSteps({ docs, children }: { docs: string; children: ReactNode }) {
  return (
    <div className="grid items-start gap-6 min-[1100px]:grid-cols-[minmax(0,1fr)_minmax(20rem,25rem)]">
      {children}
      <SetUpSteps>
        <Markdown text={docs} topLevel={2} />
      </SetUpSteps>
    </div>
  )
}
