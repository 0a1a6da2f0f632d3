import type { Database } from 'better-sqlite3'

/** What the log says was done, by what the tables can be held against. */
export type LoggedActs = {
  /** By notice and number of the edition. */
  readonly published: ReadonlyMap<
    string,
    {
      readonly sequence: number
      readonly hash: unknown
      readonly indexNumber: unknown
      readonly actorId: string
    }
  >
  /** Notice, hash, kind and person, as one text each. */
  readonly approvals: ReadonlySet<string>
  /** Ids of the authors, by notice and hash of what was handed in. */
  readonly authors: ReadonlyMap<string, readonly string[]>
  /** Number of the event, by `withdrawKey`. */
  readonly withdrawn: ReadonlyMap<string, number>
  /** Every override by `overrideKey`. */
  readonly overrides: ReadonlySet<string>
}

type EventRow = {
  readonly sequence: number
  readonly actorId: string
  readonly action: string
  readonly noticeId: string
  readonly detail: string
}

/**
 * Names a withdrawal: notice, hash of the edition, reason, person.
 * @example withdrawKey(noticeId, hash, 'EXPIRED', accountId)
 */
export function withdrawKey(noticeId: string, hash: string, reason: string, accountId: string): string {
  return `${noticeId} ${hash} ${reason} ${accountId}`
}

/**
 * Names an override: notice, fingerprint of the value, hash of the written reason, person.
 * @example overrideKey(noticeId, fingerprint, sha256(reason), accountId)
 */
export function overrideKey(
  noticeId: string,
  fingerprint: string,
  reasonHash: string,
  accountId: string,
): string {
  return `${noticeId} ${fingerprint} ${reasonHash} ${accountId}`
}

/**
 * Gathers the acts on notices from the log in one walk. Events whose details are no JSON are passed over: the chain does
 * not fit there, and the check names them by that.
 * @example loggedActs(database).approvals.size
 */
export function loggedActs(database: Database): LoggedActs {
  const published = new Map<
    string,
    { sequence: number; hash: unknown; indexNumber: unknown; actorId: string }
  >()
  const approvals = new Set<string>()
  const authors = new Map<string, string[]>()
  const withdrawn = new Map<string, number>()
  const overrides = new Set<string>()
  const events = database
    .prepare(
      `SELECT sequence, actor_id AS actorId, action, subject_id AS noticeId, detail FROM audit_event
       WHERE subject_kind = 'notice' AND json_valid(detail) AND action IN
         ('notice.publish', 'notice.approve', 'notice.submit', 'notice.withdraw', 'notice.override')
       ORDER BY sequence`,
    )
    .iterate() as IterableIterator<EventRow>
  for (const { sequence, actorId, action, noticeId, detail: json } of events) {
    const detail = JSON.parse(json) as Readonly<Record<string, unknown>>
    const text = (name: string): string => String(detail[name])
    switch (action) {
      case 'notice.publish': {
        const { hash, indexNumber } = detail
        published.set(`${noticeId} ${text('editionNumber')}`, { sequence, hash, indexNumber, actorId })
        break
      }
      case 'notice.approve':
        approvals.add(`${noticeId} ${text('hash')} ${text('kind')} ${actorId}`)
        break
      case 'notice.submit':
        authors.set(`${noticeId} ${text('hash')}`, text('authors').split(' '))
        break
      case 'notice.withdraw':
        withdrawn.set(withdrawKey(noticeId, text('hash'), text('reason'), actorId), sequence)
        break
      default:
        overrides.add(overrideKey(noticeId, text('fingerprint'), text('reasonSha256'), actorId))
    }
  }
  return { published, approvals, authors, withdrawn, overrides }
}
