import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DestinationInput } from '../../lib/contracts/destination'
import type { RunningConsole } from './start-console'

type Named = { id: string; displayName: string }
type DetectionOptions = { severity?: string; overrides?: string[]; body?: string }

/** What a test begins with: made by the same use-cases as the console's own forms, without the screens in between. */
export type Given = {
  destination(overrides?: Partial<DestinationInput>): Promise<Named>
  /** @returns its id. */
  detection(options?: DetectionOptions): Promise<string>
}

export type GivenOrder =
  | { kind: 'destination'; overrides: Partial<DestinationInput> }
  | { kind: 'detection'; options: DetectionOptions }
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
  const make = async (order: GivenOrder): Promise<Named> => {
    maker.send(order)
    const [answer]: GivenAnswer[] = await once(maker, 'message')
    if (!answer?.made) throw new Error(answer?.problem)
    return answer.made
  }
  return {
    destination: (overrides = {}) => make({ kind: 'destination', overrides }),
    detection: async (options = {}) => (await make({ kind: 'detection', options })).id,
    stop: () => maker.disconnect(),
  }
}
