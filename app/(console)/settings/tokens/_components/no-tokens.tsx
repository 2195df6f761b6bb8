import type { ReactNode } from 'react'
import { CodeBlock } from '@/components/ui/code-block'
import { EmptyState } from '@/components/ui/empty-state'
import { handOverLine } from './curl'

/** What stands here before the first token. */
export function NoTokens({ origin, action }: { origin: string; action: ReactNode }) {
  return (
    <>
      <EmptyState title="No program comes in yet" action={action}>
        A token lets a program in with the permissions you give it. With AlertModify it can hand over an alert:
      </EmptyState>
      <div className="mx-auto max-w-2xl">
        <CodeBlock label="Command to hand over an alert" code={handOverLine(origin, '<token>')} />
      </div>
    </>
  )
}
