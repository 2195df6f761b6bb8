import type { DestinationInput } from '../../lib/contracts/destination'
import type { RunningConsole } from './start-console'

/** What a test begins with: made by the same use-cases as the console's own forms, without the screens in between. */
export type Given = {
  destination(overrides?: Partial<DestinationInput>): Promise<{ id: string; displayName: string }>
  detection(options?: { severity?: string; overrides?: string[]; body?: string }): Promise<string>
}

/** Works on the data of `console`. One console a process: the connection is kept. */
export async function givenOn(
  console: RunningConsole,
  variables: Readonly<Record<string, string>>,
): Promise<Given & { end(): Promise<void> }> {
  const { provideEnvironment } = await import('../../lib/env')
  const { readOrGenerateKey } = await import('../../lib/secrets/key-file')
  provideEnvironment({
    ...variables,
    DATABASE_URL: console.databaseUrl,
    SWITCHYARD_KEY: readOrGenerateKey(console.folder),
    SWITCHYARD_LOG_LEVEL: 'silent',
  })
  const { aRule, aWebhook } = await import('../../lib/testing/inputs')
  const { aCaller } = await import('../../lib/testing/callers')
  const { createDestination } = await import('../../lib/usecases/create-destination')
  const { saveDetectionFiles } = await import('../../lib/usecases/save-detection-files')
  const { disconnect } = await import('../../lib/repositories/db')
  const caller = () => aCaller({ now: new Date() })
  return {
    async destination(overrides = {}) {
      const input = aWebhook(overrides)
      const { id } = await createDestination(caller(), input)
      return { id, displayName: input.displayName }
    },
    async detection({ body, ...options } = {}) {
      const rule = aRule(options)
      await saveDetectionFiles(caller(), { yaml: rule.yaml, body: body ?? rule.body })
      return rule.id
    },
    end: disconnect,
  }
}
