const NS_PER_MS = 1e6

/** Milliseconds of the system's monotonic clock: the same for every process of the machine. */
export const monotonicMs = () => Number(process.hrtime.bigint()) / NS_PER_MS
