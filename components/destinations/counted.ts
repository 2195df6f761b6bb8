import { UNFINISHED_COUNTED_MAX } from '@/lib/domain/console'

/** A count of unfinished deliveries, which goes no further than it is counted. */
export const counted = (unfinished: number): string =>
  unfinished >= UNFINISHED_COUNTED_MAX
    ? `${UNFINISHED_COUNTED_MAX.toLocaleString('en')}+`
    : unfinished.toLocaleString('en')
