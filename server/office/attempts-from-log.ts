import { Temporal } from 'temporal-polyfill'
import type { Deps } from '../deps.ts'
import { type AttemptCounter, WAIT_SECONDS } from '../../platform/sign-in-attempts.ts'

const FORGOTTEN_MINUTES = 15

/**
 * The wrong passwords of a person as the log knows them, for a program that lives for one command: counted only in its
 * memory, every command would begin with free guesses. After a quarter of an hour without a wrong one they are forgotten.
 * @example await checkPasswordOf(deps, attemptsFromLog(deps, accountId), accountId, password)
 */
export function attemptsFromLog(deps: Pick<Deps, 'store' | 'clock'>, accountId: string): AttemptCounter {
  const last = deps.store.read.audit.ofSubject('account', accountId).at(-1)
  const attempts: AttemptCounter = new Map()
  if (last?.action !== 'session.wrong-password') return attempts
  const age = Temporal.Instant.from(deps.clock.now()).since(last.at).total('seconds')
  // A clock set back must not keep a person out.
  if (age < 0 || age > FORGOTTEN_MINUTES * 60) return attempts
  attempts.set(accountId, {
    failures: Number(last.detail['failures']),
    blockedUntil: deps.clock.elapsed() + (WAIT_SECONDS - age) * 1000,
  })
  return attempts
}
