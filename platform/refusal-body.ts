import type { Refusal, RefusalParams } from '../domain/refusal.ts'
import type { RefusalCode } from '../domain/refusal-code.ts'

/** A refusal on the wire: what the screen turns into a sentence, and the number a technician finds in the log. */
export type RefusalBody = {
  readonly code: RefusalCode
  readonly params: RefusalParams
  readonly requestId: string
}

/**
 * A refusal as it goes over the wire.
 * @example refusalBody(refuse('notice.not-found'), 'a1b2').code // 'notice.not-found'
 */
export function refusalBody(refusal: Refusal, requestId: string): RefusalBody {
  return { code: refusal.code, params: refusal.params, requestId }
}
