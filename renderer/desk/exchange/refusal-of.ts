import type { RefusalCode } from '../../../domain/refusal-code.ts'
import type { RefusalParams } from '../../../domain/refusal.ts'
import { RefusalError } from '../../shared/request.ts'

/** A refusal that came as a part of an answer, in the form in which sentences are looked up. */
export function refusalOf(refusal: {
  readonly code: RefusalCode
  readonly params: RefusalParams
}): RefusalError {
  return new RefusalError(0, refusal.code, refusal.params, '')
}
