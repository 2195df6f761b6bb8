'use client'

import { ArrowUp } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { NEW_COUNTED_MAX } from '@/lib/domain/alert-search'

/** Says that there are others above, without moving what is being read. */
export function NewAlertsBar({ count, onShow }: { count: number; onShow: () => void }) {
  const amount = count >= NEW_COUNTED_MAX ? `${NEW_COUNTED_MAX - 1}+` : count
  return (
    <div
      role="status"
      className="pointer-events-none sticky top-[calc(var(--sticky-top)+2.75rem)] z-20 flex h-0 justify-center"
    >
      {count > 0 && (
        <Button
          size="sm"
          variant="primary"
          onPress={onShow}
          icon={<ArrowUp aria-hidden="true" size={14} />}
          className="pointer-events-auto animate-rise rounded-full! shadow-raised"
        >
          {amount} new {count === 1 ? 'alert' : 'alerts'}
        </Button>
      )}
    </div>
  )
}
