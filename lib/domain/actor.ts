/** Who changed something: a person, an API token, or Switchyard itself. */
export type Actor = { id: string; type: 'user' | 'api-token' | 'system'; name: string }

export const SYSTEM_ACTOR: Actor = { id: 'switchyard', type: 'system', name: 'Switchyard' }
