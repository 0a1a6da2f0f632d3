import { useEffect } from 'react'
import type { Stage } from '../stage.ts'

const LOOK_MS = 30_000

/** Tells the stage that the whole glass shows one thing that does not turn, and goes on telling that it is looked after. */
export function useStandsStill(stage: Stage | null, kind: 'CLOSED' | 'SAFE'): void {
  useEffect(() => {
    if (stage === null) return undefined
    stage.shown({ pane: null, kind, hash: null, page: 0, pages: 1, extent: null })
    const timer = window.setInterval(() => {
      stage.progress()
    }, LOOK_MS)
    return () => {
      window.clearInterval(timer)
      stage.gone(null)
    }
  }, [stage, kind])
}
