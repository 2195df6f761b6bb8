const INTERRUPTED = 130

/** What has to be undone at the end. The last that was begun is undone first. */
export type Teardown = { add(undo: () => void | Promise<void>): void }

/** Does `work`, and undoes what it began: at its end, after a failure, and when somebody stops the process. */
export async function withTeardown<T>(work: (teardown: Teardown) => Promise<T>): Promise<T> {
  const undos: (() => void | Promise<void>)[] = []
  const tearDown = async () => {
    for (let undo = undos.pop(); undo; undo = undos.pop()) {
      try {
        await undo()
      } catch (error) {
        // The rest has to be undone all the same.
        console.error(error)
      }
    }
  }
  const interrupted = () => void tearDown().then(() => process.exit(INTERRUPTED))
  process.on('SIGINT', interrupted).on('SIGTERM', interrupted)
  try {
    return await work({ add: (undo) => undos.push(undo) })
  } finally {
    await tearDown()
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted)
  }
}
