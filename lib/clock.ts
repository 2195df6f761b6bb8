/** Where the time comes from: the real one in production, a fixed one in tests. */
export type Clock = { now(): Date }

export const systemClock: Clock = { now: () => new Date() }
