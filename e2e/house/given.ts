import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AlertInput } from '../../lib/contracts/alert'
import type { DestinationInput } from '../../lib/contracts/destination'
import type { RunningConsole } from './start-console'

type Named = { id: string; displayName: string }
type DetectionOptions = { severity?: string; overrides?: string[]; body?: string }
type AlertOptions = Partial<Omit<AlertInput, 'title'>>

/** What a test begins with: made by the same use-cases as the console's own forms, without the screens in between. */
export type Given = {
  destination(overrides?: Partial<DestinationInput>): Promise<Named>
  /** @returns its id. */
  detection(options?: DetectionOptions): Promise<string>
  /** An alert that was handed over, of a title of its own: what it is to be delivered to is on its way. */
  alert(options?: AlertOptions): Promise<{ id: string; title: string }>
  /** Deletes every destination, and cancels what is still to be sent to them. */
  noDestination(): Promise<void>
}

export type GivenOrder =
  | { kind: 'destination'; overrides: Partial<DestinationInput> }
  | { kind: 'detection'; options: DetectionOptions }
  | { kind: 'alert'; options: AlertOptions }
  | { kind: 'no-destination' }
export type GivenAnswer = { made?: Named; problem?: string }

/** Works on the data of `console`, in a process of its own. `variables` are the console's. */
export function startGiven(
  console: RunningConsole,
  variables: Readonly<Record<string, string>>,
): Given & { stop(): void } {
  const maker = fork(join(import.meta.dirname, 'make-given.ts'), {
    execArgv: ['--import', 'tsx'],
    env: {
      ...variables,
      NODE_ENV: 'production',
      DATABASE_URL: console.databaseUrl,
      SWITCHYARD_KEY: readFileSync(join(console.folder, 'key'), 'utf8').trim(),
      SWITCHYARD_LOG_LEVEL: 'silent',
    },
  })
  const tell = async (order: GivenOrder): Promise<GivenAnswer> => {
    maker.send(order)
    const [answer]: GivenAnswer[] = await once(maker, 'message')
    if (!answer || answer.problem !== undefined) throw new Error(answer?.problem)
    return answer
  }
  const make = async (order: GivenOrder): Promise<Named> => {
    const { made } = await tell(order)
    if (!made) throw new Error(`Nothing was made of ${order.kind}.`)
    return made
  }
  return {
    destination: (overrides = {}) => make({ kind: 'destination', overrides }),
    detection: async (options = {}) => (await make({ kind: 'detection', options })).id,
    async alert(options = {}) {
      const { id, displayName } = await make({ kind: 'alert', options })
      return { id, title: displayName }
    },
    async noDestination() {
      await tell({ kind: 'no-destination' })
    },
    stop: () => maker.disconnect(),
  }
}
