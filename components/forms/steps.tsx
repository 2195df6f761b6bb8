import { Check } from 'lucide-react'
import { classNames } from '@/components/ui/class-names'

const STEPS = ['Choose type', 'Configure', 'Done'] as const

/** How far the creation of a destination is. */
export function Steps({ current }: { current: (typeof STEPS)[number] }) {
  const currentIndex = STEPS.indexOf(current)
  return (
    <ol aria-label="Steps" className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      {STEPS.map((step, index) => (
        <li
          key={step}
          aria-current={step === current ? 'step' : undefined}
          className={classNames(
            'flex items-center gap-1.5',
            index === currentIndex ? 'font-medium text-ink' : 'text-muted',
          )}
        >
          <span
            className={classNames(
              'grid size-5 place-items-center rounded-full border text-xs tabular-nums',
              index === currentIndex ? 'border-accent-ink text-accent-ink' : 'border-line-strong',
            )}
          >
            {index < currentIndex ? <Check aria-hidden="true" size={12} /> : index + 1}
          </span>
          {step}
        </li>
      ))}
    </ol>
  )
}
