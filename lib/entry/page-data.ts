import 'server-only'
import { forbidden, notFound } from 'next/navigation'
import { AppError } from '../errors'

/**
 * What a page shows, from a use-case: what does not exist leads to the not-found page and what the caller may not see to the
 * forbidden one, each with its status. Everything else goes on to the error page.
 */
export async function pageData<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    if (error instanceof AppError && (error.code === 'not-found' || error.code === 'invalid-input')) notFound()
    if (error instanceof AppError && error.code === 'forbidden') forbidden()
    throw error
  }
}

/** Stops a page for a caller who may not use it: the forbidden page, with its status. */
export function requireAllowed(isAllowed: boolean): void {
  if (!isAllowed) forbidden()
}
