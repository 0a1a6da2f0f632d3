import type { Database } from 'better-sqlite3'
import { sha256 } from '../../platform/sha256.ts'
import { fullyApproved, type GivenDecision, neededDecisions } from '../../domain/notice/decisions.ts'
import { type ReviewChain, USUAL_CHAIN } from '../../domain/notice/review-chain.ts'
import type { DecisionKind } from '../../domain/notice/notice-state.ts'
import type { BoardFault } from './board-fault.ts'
import { approvalKey, type LoggedActs, loggedActs, overrideKey, withdrawKey } from './logged-acts.ts'

type EditionRow = {
  readonly id: number
  readonly noticeId: string
  readonly editionNumber: number
  readonly hash: string
  readonly indexNumber: string
  readonly publishedBy: string
  readonly state: 'PUBLISHED' | 'SUPERSEDED' | 'WITHDRAWN'
  readonly submissionHash: string | null
  readonly submissionNotice: string | null
  /** JSON (ReviewChain). */
  readonly chain: string
  /** JSON: the other languages it holds. */
  readonly languages: string
  /** JSON: kind, language, decision, person, reason for the exception, hash of the slip. */
  readonly decisions: string
  /** JSON: ids of everybody who had written on it when it was handed in. */
  readonly authors: string
  readonly submittedBy: string
  readonly emergencyReason: string
  readonly searchable: 0 | 1
  readonly reason: string | null
  readonly withdrawnBy: string | null
  readonly withdrawnAt: string | null
}

const EDITIONS = `SELECT e.id, e.notice_id AS noticeId, e.edition_number AS editionNumber, e.hash,
    e.index_number AS indexNumber, e.published_by AS publishedBy, e.state,
    s.hash AS submissionHash, s.notice_id AS submissionNotice,
    s.chain, (SELECT json_group_array(json_extract(t.value, '$.language')) FROM json_each(s.content, '$.texts') t) AS languages,
    (SELECT json_group_array(json_array(d.kind, d.language, d.decision, d.account_id, d.exception_reason, d.slip_sha256))
       FROM submission_decision d WHERE d.submission_id = e.submission_id) AS decisions,
    s.author_ids AS authors, s.submitted_by AS submittedBy, s.emergency_reason AS emergencyReason,
    EXISTS (SELECT 1 FROM search_entry_docsize WHERE id = e.id) AS searchable,
    w.reason, w.account_id AS withdrawnBy, w.at AS withdrawnAt
  FROM edition e LEFT JOIN submission s ON s.id = e.submission_id LEFT JOIN withdrawal w ON w.edition_id = e.id
  ORDER BY e.id`

/**
 * Proves what hangs on the board against the log: every edition was submitted, approved as its chain needs by people who had
 * not written it (or published in an emergency, as the log says), and published under its index number; every withdrawal
 * was made by somebody and still holds; the public lists and the search show exactly what is current; every override is the one that was logged. The log itself is proved by its
 * chain. A row that was put into the tables past the program shows here, because the log does not tell of it.
 * @example publicationFaults(store.database) // [{ code: 'EDITION_NOT_LOGGED', subject: '31' }]
 */
export function publicationFaults(database: Database): BoardFault[] {
  const acts = loggedActs(database)
  const faults: BoardFault[] = []
  const seen = new Set<string>()
  const withdrawals: EditionRow[] = []
  for (const row of database.prepare(EDITIONS).iterate() as IterableIterator<EditionRow>) {
    const subject = String(row.id)
    const key = `${row.noticeId} ${row.editionNumber}`
    seen.add(key)
    const logged = acts.published.get(key)
    if (
      logged?.hash !== row.hash ||
      logged.indexNumber !== row.indexNumber ||
      logged.actorId !== row.publishedBy
    ) {
      faults.push({ code: 'EDITION_NOT_LOGGED', subject })
    }
    if (!wasApproved(row, acts)) faults.push({ code: 'EDITION_NOT_APPROVED', subject })
    if ((row.state === 'PUBLISHED') !== (row.searchable === 1)) {
      faults.push({ code: 'SEARCH_ENTRY_WRONG', subject })
    }
    if (row.withdrawnAt !== null) withdrawals.push(row)
    if ((row.state === 'WITHDRAWN') !== (row.withdrawnAt !== null)) {
      faults.push({
        code: row.state === 'WITHDRAWN' ? 'WITHDRAWAL_NOT_LOGGED' : 'WITHDRAWAL_UNDONE',
        subject,
      })
    }
  }
  for (const [key, { sequence }] of acts.published) {
    if (!seen.has(key)) faults.push({ code: 'EDITION_MISSING', subject: String(sequence) })
  }
  faults.push(
    ...withdrawalFaults(withdrawals, acts),
    ...countFaults(database),
    ...overrideFaults(database, acts),
  )
  return faults
}

function wasApproved(row: EditionRow, acts: LoggedActs): boolean {
  if (row.submissionHash !== row.hash || row.submissionNotice !== row.noticeId) return false
  type Given = [DecisionKind, string, GivenDecision['decision'], string, string, string | null]
  const given = JSON.parse(row.decisions) as Given[]
  const logged = given.every(([kind, language, decision, accountId, exceptionReason, slip]) => {
    const exceptionHash = exceptionReason === '' ? '' : sha256(exceptionReason)
    const of = { kind, language, accountId, exceptionHash, slipHash: slip ?? '' }
    return decision === 'RETURNED' || acts.approvals.has(approvalKey(row.noticeId, row.hash, of))
  })
  // One person published it, and the log says so; others decide afterwards.
  if (row.emergencyReason !== '') {
    return logged && acts.published.get(`${row.noticeId} ${row.editionNumber}`)?.emergency === true
  }
  const chain = JSON.parse(row.chain) as ReviewChain
  // Nor does it help to make the chain shorter afterwards.
  const handedInFor = acts.chains.get(`${row.noticeId} ${row.hash}`) ?? USUAL_CHAIN.flat()
  if (handedInFor.some((kind) => !chain.flat().includes(kind as DecisionKind))) return false
  const needed = neededDecisions(chain, JSON.parse(row.languages) as string[])
  const decisions = given.map(([kind, language, decision, accountId, exceptionReason]): GivenDecision => ({
    ...{ kind, language, decision, accountId, exceptionReason },
  }))
  // The log names the authors of each submission: taking a reviewer out of the table does not help.
  const handedIn = acts.authors.get(`${row.noticeId} ${row.hash}`) ?? []
  const authors = [...(JSON.parse(row.authors) as string[]), ...handedIn, row.submittedBy]
  return logged && fullyApproved(needed, decisions, authors).ok
}

/** One event takes down the current edition, which it names, and the former ones with it, at the same instant. */
function withdrawalFaults(rows: readonly EditionRow[], acts: LoggedActs): BoardFault[] {
  const told = new Set<string>()
  const found = new Set<string>()
  for (const row of rows) {
    const key = withdrawKey(row.noticeId, row.hash, row.reason ?? '', row.withdrawnBy ?? '')
    if (!acts.withdrawn.has(key)) continue
    found.add(key)
    told.add(`${row.noticeId} ${row.withdrawnAt}`)
  }
  return [
    ...rows
      .filter((row) => !told.has(`${row.noticeId} ${row.withdrawnAt}`))
      .map((row): BoardFault => ({ code: 'WITHDRAWAL_NOT_LOGGED', subject: String(row.id) })),
    ...[...acts.withdrawn]
      .filter(([key]) => !found.has(key))
      .map(([, sequence]): BoardFault => ({ code: 'WITHDRAWAL_UNDONE', subject: String(sequence) })),
  ]
}

function countFaults(database: Database): BoardFault[] {
  const wrong = database
    .prepare(
      `SELECT g.id FROM public_group g WHERE g.published_count <>
         (SELECT count(*) FROM edition e WHERE e.public_group_id = g.id AND e.state = 'PUBLISHED')
       UNION SELECT e.public_group_id FROM edition e WHERE e.state = 'PUBLISHED'
         AND NOT EXISTS (SELECT 1 FROM public_group g WHERE g.id = e.public_group_id)`,
    )
    .pluck()
    .all() as string[]
  return wrong.map((subject) => ({ code: 'GROUP_COUNT_WRONG', subject }))
}

function overrideFaults(database: Database, acts: LoggedActs): BoardFault[] {
  const rows = database
    .prepare(
      `SELECT sequence, notice_id AS noticeId, fingerprint, reason, account_id AS accountId FROM privacy_override`,
    )
    .all() as { sequence: number; noticeId: string; fingerprint: string; reason: string; accountId: string }[]
  return rows
    .filter(
      (row) =>
        !acts.overrides.has(overrideKey(row.noticeId, row.fingerprint, sha256(row.reason), row.accountId)),
    )
    .map(({ sequence }) => ({ code: 'OVERRIDE_NOT_LOGGED', subject: String(sequence) }))
}
