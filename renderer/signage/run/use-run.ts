import { useEffect, useState } from 'react'
import type { FeedKeeper } from '../feed/feed-keeper.ts'
import { PROGRAM_VERSION } from './program-version.ts'
import type { Stage } from '../stage.ts'

/** What the run asks of the page. */
export type Run = {
  /** Grows when everything is to be drawn anew; a key of the player. */
  readonly attempt: number
  /** The page that cannot fail stands instead of the programme. */
  readonly isSafe: boolean
}

/** Keeps the screen of this page going; a simulation is only looked at. */
export function useRun(screenId: string, keeper: FeedKeeper, stage: Stage, isStill: boolean): Run {
  const [run, setRun] = useState<Run>({ attempt: 0, isSafe: false })
  useEffect(() => {
    if (isStill) return undefined
    let stop: () => void = () => undefined
    let isOver = false
    void import('./start-run.ts').then(async ({ startRun }) => {
      const end = await startRun({
        ...{ screenId, keeper, stage },
        programVersion: PROGRAM_VERSION,
        redraw: () => {
          setRun((was) => ({ ...was, attempt: was.attempt + 1 }))
        },
        safe: (isSafe) => {
          setRun((was) => (was.isSafe === isSafe ? was : { ...was, isSafe }))
        },
      })
      if (isOver) end()
      else stop = end
    })
    return () => {
      isOver = true
      stop()
    }
  }, [screenId, keeper, stage, isStill])
  return run
}
