import { Button } from './button'
import { Callout } from './callout'

type Props = { title: string; error: Error; onRetry: () => void; isRetrying: boolean }

/** What stands where something could not be read, with the way to try again. */
export function ReadFailure({ title, error, onRetry, isRetrying }: Props) {
  return (
    <Callout
      tone="danger"
      title={title}
      isAnnounced
      action={
        <Button size="sm" onPress={onRetry} isPending={isRetrying}>
          Try again
        </Button>
      }
    >
      {error.message}
    </Callout>
  )
}
