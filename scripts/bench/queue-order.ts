/** What a worker's process of the queue's bench is told. One that holds takes work and never finishes it. */
export type QueueOrder = { kind: 'start'; holds: boolean } | { kind: 'taken' } | { kind: 'stop' }

/** How many deliveries or jobs it has begun. */
export type QueueAnswer = { taken: number }

export const BOSS_QUEUE = 'bench'
/** As often as the least that is allowed. */
export const BOSS_HEARTBEAT_SECONDS = 10
export const BOSS_BATCH = 50
