import type { ActionResult } from '@/lib/contracts/result'

/** An action's answer; when the server could not be reached that is a failure like any other, so that nothing typed is lost. */
export async function settle<T>(answer: Promise<ActionResult<T>>): Promise<ActionResult<T>> {
  return answer.catch(() => ({
    ok: false,
    error: { code: 'unexpected', message: 'The server did not answer. Check your connection, then try again.' },
  }))
}
