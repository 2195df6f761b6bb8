import { spawn } from 'node:child_process'

/** What a step answers: whether it passed, and what to show when it did not. */
type StepResult = { isPassed: boolean; output: string }

/** A step that throws failed, and its message is shown. */
export type Step = { name: string; run: () => Promise<StepResult> }
export type Tally = { passed: number; failed: number }

const MAX_SHOWN_LINES = 200

/** A step that runs a command of the shell, without input; it passes when the command ends with 0. */
export function commandStep(name: string, command: string, environment: Record<string, string> = {}): Step {
  const run = () =>
    new Promise<StepResult>((resolve) => {
      const chunks: Buffer[] = []
      const child = spawn(command, {
        shell: true,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, ...environment },
      })
      child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
      child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
      child.on('error', (error) => resolve({ isPassed: false, output: `${command}\n${error.message}` }))
      child.on('close', (code) =>
        resolve({ isPassed: code === 0, output: `$ ${command}\n${Buffer.concat(chunks).toString('utf8')}` }),
      )
    })
  return { name, run }
}

/** The last lines of a long text, and how many were left out. */
export function lastLines(text: string): string {
  const lines = text.trimEnd().split('\n')
  const leftOut = lines.length - MAX_SHOWN_LINES
  if (leftOut <= 0) return lines.join('\n')
  return [`(${leftOut} lines before this are left out)`, ...lines.slice(-MAX_SHOWN_LINES)].join('\n')
}

async function resultOf({ run }: Step): Promise<StepResult> {
  try {
    return await run()
  } catch (error) {
    return { isPassed: false, output: error instanceof Error ? error.message : String(error) }
  }
}

async function runStep(step: Step, print: (line: string) => void): Promise<boolean> {
  const start = performance.now()
  const { isPassed, output } = await resultOf(step)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  print(`${isPassed ? 'passed' : 'FAILED'}  ${step.name.padEnd(18)} ${seconds.padStart(6)} s`)
  if (!isPassed) print(`${lastLines(output)}\n`)
  return isPassed
}

/** Runs steps that do not need each other, `atOnce` at a time, and prints each one's time, and its output if it failed. */
export async function runSteps(
  steps: readonly Step[],
  { atOnce, print }: { atOnce: number; print: (line: string) => void },
): Promise<Tally> {
  const waiting = [...steps]
  const tally: Tally = { passed: 0, failed: 0 }
  const takeTurns = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      if (await runStep(step, print)) tally.passed++
      else tally.failed++
    }
  }
  await Promise.all(Array.from({ length: atOnce }, takeTurns))
  return tally
}
