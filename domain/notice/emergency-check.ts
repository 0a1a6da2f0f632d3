import { Temporal } from 'temporal-polyfill'
import { accept, refuse, type Result } from '../refusal.ts'
import { bodyText } from './body-text.ts'
import type { PublicContent } from './content.ts'

/** The longest time one person alone may hold the kiosk, in hours; a new word may be published before it ends. */
const MOST_HOURS = 72

/**
 * Refuses an emergency notice that does not say whose word it is: a warning level is given by whoever issued it
 * (`emergency.issuer-required`), and a relayed warning names its issuer and the time in title or text
 * (`emergency.issuer-not-named`, `emergency.issued-at-required`); also one that holds the kiosk longer than 72 hours from
 * `now` on, an instant (`emergency.takeover-invalid`); a later correction may hold it no more. A warning was issued before it
 * is relayed (`emergency.issued-at-future`). Source: 突发事件应对法 art. 64, domain book §13 no. 10; the 72
 * hours are the program's own. A notice that is no emergency passes.
 * @example emergencySound(content, '2026-07-18T13:45:00.000Z').ok
 */
export function emergencySound(
  content: Pick<PublicContent, 'title' | 'body' | 'emergency'>,
  now: string,
): Result<true> {
  const mark = content.emergency
  if (!mark) return accept(true)
  const issuer = mark.issuer.trim()
  if (mark.level !== null && issuer === '') return refuse('emergency.issuer-required')
  if (issuer !== '' && !`${content.title}\n${bodyText(content.body)}`.includes(issuer)) {
    return refuse('emergency.issuer-not-named', { issuer })
  }
  if (issuer !== '' && mark.issuedAt === null) return refuse('emergency.issued-at-required')
  if (mark.issuedAt !== null && mark.issuedAt > now) return refuse('emergency.issued-at-future')
  const hours = Temporal.Instant.from(now).until(mark.takeoverUntil).total('hours')
  return hours <= MOST_HOURS ? accept(true) : refuse('emergency.takeover-invalid', { hours: MOST_HOURS })
}
