import { accept, refuse, type Result } from '../refusal.ts'

/** What a higher body may answer to a 请示. */
export const REFERRAL_RESULTS = [
  'ALLOWED', // 同意公开
  'ALLOWED_WITH_CHANGES', // 修改后公开
  'NOT_ALLOWED', // 不予公开
] as const
/** One answer. */
export type ReferralResult = (typeof REFERRAL_RESULTS)[number]

/** An answer as it bears on words: named by the hash of what was referred; null while it is awaited. */
type ReferredWords = { readonly hash: string; readonly result: ReferralResult | null }

/**
 * What the answers to earlier 请示 say about what is handed in now, oldest first: the last answer on the very same words
 * holds as it is. Of other words nobody has judged these; where the last answer forbade them or asked for changes, the
 * approval has to say how that is met. Null is nothing to heed. Source: R-070.
 * @example answerFor('b', [{ hash: 'a', result: 'NOT_ALLOWED' }]) // 'ALLOWED_WITH_CHANGES'
 */
export function answerFor(hash: string, referrals: readonly ReferredWords[]): ReferralResult | null {
  const answered = referrals.filter(({ result }) => result !== null)
  const same = answered.findLast((one) => one.hash === hash)
  if (same) return same.result
  const last = answered.at(-1)?.result ?? null
  return last === null || last === 'ALLOWED' ? null : 'ALLOWED_WITH_CHANGES'
}

/**
 * Says whether a submission may still be approved after it was put before a higher body: what is not allowed can only be
 * returned, and where changes were asked for, the approval says how they are met, since the frozen text cannot have
 * changed. Null is a submission nobody has referred.
 * Refuses `notice.referral-not-allowed`, `notice.referral-changes-unmet`. Source: R-070 (S002, 请示上级).
 * @example referralAllows('NOT_ALLOWED', '').ok // false
 */
export function referralAllows(result: ReferralResult | null, reason: string): Result<true> {
  if (result === 'NOT_ALLOWED') return refuse('notice.referral-not-allowed')
  return result === 'ALLOWED_WITH_CHANGES' && reason.trim() === ''
    ? refuse('notice.referral-changes-unmet')
    : accept(true)
}
