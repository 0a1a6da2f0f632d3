import type { Stage } from '../stage.ts'
import { useStandsStill } from '../player/use-stands-still.ts'

/** What stands while there is nothing to go by: before the first answer, or on an address that is no screen. */
export function SafeFace({ words, stage }: { readonly words: string; readonly stage: Stage | null }) {
  useStandsStill(stage, 'SAFE')
  return (
    <p className="sg-safe" role="status">
      {words}
    </p>
  )
}
