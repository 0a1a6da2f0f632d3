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
      /** Published by one person, to be reviewed afterwards. */
      readonly emergency: boolean
    }
  >
  /** Every approval by `approvalKey`. */
  readonly approvals: ReadonlySet<string>
  /** Ids of the authors, by notice and hash of what was handed in. */
  readonly authors: ReadonlyMap<string, readonly string[]>
  /** Kinds of decision each submission was handed in to get, by notice and hash; missing in an earlier program's events. */
  readonly chains: ReadonlyMap<string, readonly string[]>
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
 * Names an approval: notice, hash of what was handed in, kind and language, person, hash of the reason where one person gave
 * two, hash of the slip of a committee.
 * @example approvalKey(noticeId, hash, { kind: 'REVIEW', language: '', accountId, exceptionHash: '', slipHash: '' })
 */
export function approvalKey(
  noticeId: string,
  hash: string,
  of: {
    readonly kind: string
    readonly language: string
    readonly accountId: string
    readonly exceptionHash: string
    readonly slipHash: string
  },
): string {
  return [noticeId, hash, of.kind, of.language, of.accountId, of.exceptionHash, of.slipHash].join(' ')
}

/**
 * Gathers the acts on notices from the log in one walk. Events whose details are no JSON are passed over: the chain does
 * not fit there, and the check names them by that.
 * @example loggedActs(database).approvals.size
 */
export function loggedActs(database: Database): LoggedActs {
  const published = new Map<
    string,
    { sequence: number; hash: unknown; indexNumber: unknown; actorId: string; emergency: boolean }
  >()
  const approvals = new Set<string>()
  const authors = new Map<string, string[]>()
  const chains = new Map<string, string[]>()
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
    const said = (name: string): string => (typeof detail[name] === 'string' ? detail[name] : '')
    switch (action) {
      case 'notice.publish': {
        const { hash, indexNumber } = detail
        const emergency = typeof detail['emergency'] === 'string'
        published.set(`${noticeId} ${text('editionNumber')}`, {
          sequence,
          hash,
          indexNumber,
          actorId,
          emergency,
        })
        break
      }
      case 'notice.approve':
        approvals.add(
          approvalKey(noticeId, text('hash'), {
            ...{ kind: text('kind'), accountId: actorId },
            language: said('language'),
            exceptionHash: said('exceptionSha256'),
            slipHash: said('slipSha256'),
          }),
        )
        break
      case 'notice.submit':
        authors.set(`${noticeId} ${text('hash')}`, text('authors').split(' '))
        if (said('chain') !== '') chains.set(`${noticeId} ${text('hash')}`, said('chain').split(','))
        break
      case 'notice.withdraw':
        withdrawn.set(withdrawKey(noticeId, text('hash'), text('reason'), actorId), sequence)
        break
      default:
        overrides.add(overrideKey(noticeId, text('fingerprint'), text('reasonSha256'), actorId))
    }
  }
  return { published, approvals, authors, chains, withdrawn, overrides }
}
