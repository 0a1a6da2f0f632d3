import { REFUSAL_CODES, type RefusalCode } from '../../../domain/refusal-code.ts'
import { type Refusal, refuse, type RefusalParams } from '../../../domain/refusal.ts'

/**
 * What the county refuses, in words of the office: of a package, an enrolment or the county's own store as the county says it; everything
 * else it may say is one refusal, with its code for the log.
 * @example refusedBy({ code: 'package.older', params: { sequence: 3, held: 5 } }).code // 'package.older'
 */
export function refusedBy(said: {
  readonly code: string
  readonly params?: RefusalParams | undefined
}): Refusal {
  const known = REFUSAL_CODES.find((one): one is RefusalCode => one === said.code)
  const own = known !== undefined && /^(?:package|enrolment|county)\./u.test(known)
  return own ? refuse(known, said.params ?? {}) : refuse('network.refused', { reason: said.code })
}
