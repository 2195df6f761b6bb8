import type { ReactNode } from 'react'
import { SwitchyardMark } from '../marks/switchyard-mark'

export type AuthLayoutProps = { title: string; description?: ReactNode; children: ReactNode }

/** The frame of the pages before sign-in: one card on a calm ground. */
export function AuthLayout({ title, description, children }: AuthLayoutProps) {
  return (
    <div className="grid min-h-dvh place-items-center bg-canvas bg-[radial-gradient(var(--color-line)_1px,transparent_1px)] bg-size-[20px_20px] px-4 py-10">
      <main id="content" className="w-full max-w-md">
        <div className="rounded-xl border bg-surface p-6 shadow-raised sm:p-8">
          <SwitchyardMark size={36} />
          <h1 className="mt-5 text-xl font-semibold tracking-tight text-balance">{title}</h1>
          {description && <p className="mt-1 text-base text-muted text-pretty">{description}</p>}
          <div className="mt-6">{children}</div>
        </div>
      </main>
    </div>
  )
}
