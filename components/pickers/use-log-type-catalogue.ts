'use client'

import { useEffect, useState } from 'react'

type LogTypes = typeof import('@/lib/domain/log-types') & typeof import('@/lib/domain/log-type-catalogue')

/** The catalogue of log types and what is said about a name; loaded after the page, `undefined` until then. */
export function useLogTypeCatalogue(): LogTypes | undefined {
  const [catalogue, setCatalogue] = useState<LogTypes>()
  useEffect(() => {
    let isCurrent = true
    Promise.all([import('@/lib/domain/log-types'), import('@/lib/domain/log-type-catalogue')]).then(
      ([rules, names]) => isCurrent && setCatalogue({ ...rules, ...names }),
      // Without the catalogue a log type can still be typed; the server checks its shape.
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
  }, [])
  return catalogue
}
