import { useEffect, useState } from 'react'

/** The value as it was once it stood still for `delayMs`; values are compared as JSON. */
export function useDebounced<T>(value: T, delayMs: number): T {
  const [settled, setSettled] = useState(value)
  const written = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(written) as T), delayMs)
    return () => clearTimeout(timer)
  }, [written, delayMs])
  return settled
}
