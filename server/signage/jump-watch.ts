import { isSteady } from '../../domain/notice/publish-time.ts'
import type { Clock } from '../../platform/clock.ts'

/** Whether the office's clock was set while the program ran, as far as nobody has vouched for it since. */
export type JumpWatch = {
  /** Looks at the clock; `newestRecord` is the latest instant in the log. */
  readonly isSet: (newestRecord: string | null) => boolean
}

/**
 * Watches one clock over all reports. One that jumped stays in doubt until it agrees again with what the program counted, or until
 * something was put into the log under it: by a person, or by the program that ran a day since (`openClockWatch`). A doubt of one
 * report only would believe everything after it, days ahead of the truth.
 * @example openJumpWatch(clock).isSet(read.audit.latestInstant()) // false
 */
export function openJumpWatch(clock: Clock): JumpWatch {
  const look = () => ({ now: clock.now(), elapsed: clock.elapsed() })
  let believed = look()
  let jumpedTo: string | null = null
  return {
    isSet: (newestRecord) => {
      const here = look()
      if (isSteady(believed, here)) jumpedTo = null
      else if (jumpedTo === null || here.now < jumpedTo) jumpedTo = here.now
      const isVouched =
        jumpedTo !== null && newestRecord !== null && newestRecord > jumpedTo && newestRecord <= here.now
      if (isVouched) jumpedTo = null
      if (jumpedTo === null) believed = here
      return jumpedTo !== null
    },
  }
}
