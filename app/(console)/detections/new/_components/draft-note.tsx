import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'

/** Says that what was typed before a reload is back. */
export function DraftNote({ onDiscard }: { onDiscard: () => void }) {
  return (
    <Callout
      isAnnounced
      action={
        <Button size="sm" onPress={onDiscard}>
          Discard
        </Button>
      }
    >
      Your draft was restored.
    </Callout>
  )
}
