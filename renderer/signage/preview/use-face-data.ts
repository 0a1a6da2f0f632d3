import { useEffect, useState } from 'react'
import type { SheetData } from '../../../server/display/views.ts'
import { RefusalError, send } from '../../shared/request.ts'
import { sheetAddress } from '../../sheet/sheet-address.ts'

/** What the screen has to show: one notice, the wait for it, or why there is none. */
export type FaceData =
  { readonly step: 'loading' | 'offline' | 'gone' } | { readonly step: 'shown'; readonly data: SheetData }

const AGAIN_MS = 15_000

/** Reads the notice the address names, as the paper does, and tries again while the board cannot be reached. */
export function useFaceData(search: string): FaceData {
  const [face, setFace] = useState<FaceData>(() => ({
    step: sheetAddress(search) === null ? 'gone' : 'loading',
  }))
  useEffect(() => {
    const address = sheetAddress(search)
    if (address === null) return undefined
    const stop = new AbortController()
    let timer = 0
    const load = () => {
      send(address, { signal: stop.signal })
        .then((answer) => answer.json() as Promise<SheetData>)
        .then(
          (data) => {
            setFace({ step: 'shown', data })
          },
          (error: unknown) => {
            if (stop.signal.aborted) return
            const silent = error instanceof RefusalError && (error.status === 0 || error.status >= 500)
            setFace({ step: silent ? 'offline' : 'gone' })
            if (silent) timer = window.setTimeout(load, AGAIN_MS)
          },
        )
    }
    load()
    return () => {
      stop.abort()
      window.clearTimeout(timer)
    }
  }, [search])
  return face
}
