import type { StoredSubmission } from '../../db/repos/submission-repo.ts'
import type { Reads } from '../../db/store.ts'
import type { GateOverride } from '../../domain/privacy/gate.ts'
import { writersOf } from './review/approved.ts'

/**
 * The overrides that hold for a draft, or for what was handed in and is open. A person who wrote it would be passing their
 * own words. What was allowed for one edition was never allowed for the next; and what is allowed for the next draft, while
 * a submission is open, was never read with that submission and lets nothing of it out. Before and after is the order of
 * the log: a clock set back must not revive an override.
 * @example standingOverrides(read, noticeId, undefined).length
 */
export function standingOverrides(
  read: Reads,
  noticeId: string,
  open: StoredSubmission | undefined,
): readonly GateOverride[] {
  const given = read.notice.overrides(noticeId)
  if (given.length === 0) return []
  const authors = new Set(open ? writersOf(open) : read.notice.authors(noticeId).map((author) => author.id))
  const events = read.audit.ofSubject('notice', noticeId)
  const published = events.findLastIndex((event) => event.action === 'notice.publish')
  const handedIn = (before: number, hash: unknown) =>
    events.findLastIndex(
      (event, at) => at < before && event.action === 'notice.submit' && event.detail['hash'] === hash,
    )
  const from = published === -1 ? 0 : handedIn(published, events[published]?.detail['hash']) + 1
  const until = open ? handedIn(events.length, open.hash) : events.length
  const during = events.slice(from, until).filter((event) => event.action === 'notice.override')
  const allowed = new Set(during.map((event) => event.detail['fingerprint']))
  return given
    .filter(({ accountId, fingerprint }) => !authors.has(accountId) && allowed.has(fingerprint))
    .map(({ fingerprint, byName, at, reason }) => ({ fingerprint, by: byName, at, reason }))
}
