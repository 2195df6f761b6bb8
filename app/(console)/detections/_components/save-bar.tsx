import { Button } from '@/components/ui/button'

type Props = { isSaving: boolean; onDiscard: () => void; action?: string; isBlocked?: boolean }

/** What to do with changes that are not saved; it stays in view at the foot of the screen. */
export function SaveBar({ isSaving, onDiscard, action = 'Save changes', isBlocked }: Props) {
  return (
    <div className="sticky bottom-3 z-10 flex animate-rise flex-wrap items-center justify-between gap-2 rounded-lg border border-line-strong bg-raised px-4 py-2.5 shadow-raised">
      <p className="text-sm text-soft">Changes that are not saved</p>
      <div className="flex gap-2">
        <Button variant="ghost" onPress={onDiscard} isDisabled={isSaving}>
          Discard
        </Button>
        <Button type="submit" variant="primary" isPending={isSaving} isDisabled={isBlocked}>
          {action}
        </Button>
      </div>
    </div>
  )
}
