/** Runs `step` again and again, `ms` after it last ended, until stopped. */
export function every(ms: number, step: () => Promise<void>): { stop(): Promise<void> } {
  let isStopped = false
  let running: Promise<void> = Promise.resolve()
  let timer = setTimeout(run, ms)

  function run() {
    running = step().finally(() => {
      if (!isStopped) timer = setTimeout(run, ms)
    })
  }

  return {
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}
