import type { Database } from 'better-sqlite3'
import { sha256 } from '../../platform/sha256.ts'
import { canonicalJson } from '../../domain/exchange/canonical-json.ts'
import { CHAIN_START, chainText, type AuditEntry } from '../../domain/audit/audit-event.ts'
import type { DraftContent } from '../../domain/notice/content.ts'
import type { NoticeKind } from '../../domain/notice/notice-kind.ts'
import { ownPlacement } from '../../domain/notice/placement.ts'
import { retainUntil, retentionOf } from '../../domain/notice/retention.ts'
import type { DecisionKind } from '../../domain/notice/notice-state.ts'

/** The catalogue for measuring says nothing more of its rows. */
const ITEM_WORDS = JSON.stringify({ legalBasis: '', deadline: '', channels: [] })

/** Of the township itself, working off what the item says. */
const OWN = JSON.stringify(ownPlacement())

/** A notice that is published already. */
type BulkNotice = {
  readonly id: string
  readonly indexNumber: string
  readonly draft: DraftContent
  readonly handlerId: string
  readonly at: string
}

/** What was handed in for it. */
type BulkSubmission = {
  readonly id: string
  readonly noticeId: string
  readonly hash: string
  readonly text: string
  readonly by: string
  readonly at: string
  readonly itemId: string | null
}

/** Its first edition. */
type BulkEdition = Omit<BulkSubmission, 'id' | 'itemId'> & {
  readonly indexNumber: string
  readonly submissionId: string
  readonly publishDate: string
  readonly title: string
  readonly kind: NoticeKind
  readonly documentNumber: string
  readonly groupId: string
}

/** Writers of the rows that publishing writes, prepared once. */
export type BulkInserts = {
  readonly serial: (series: string) => number
  readonly notice: (row: BulkNotice) => void
  readonly submission: (row: BulkSubmission) => void
  readonly approval: (submissionId: string, kind: DecisionKind, by: string, at: string) => void
  /** Also counts in the heading and fills the outbox; gives the number of the row. */
  readonly edition: (row: BulkEdition) => number
  readonly audit: (entry: AuditEntry) => void
}

/**
 * Prepares the statements for `board bench-data`; the repositories build theirs anew for every row, which takes
 * longer than the rows themselves when there are 100,000.
 * @example bulkInserts(store.database).serial('11…/2026-#') // 1
 */
export function bulkInserts(database: Database): BulkInserts {
  const serial = database
    .prepare(
      `INSERT INTO index_series (series, last) VALUES (?, 1)
       ON CONFLICT (series) DO UPDATE SET last = last + 1 RETURNING last`,
    )
    .pluck()
  const notice = database.prepare(
    `INSERT INTO notice (id, state, index_number, content, title, catalogue_item_id, revision, handler_id, updated_by,
       created_at, updated_at) VALUES (?, 'PUBLISHED', ?, ?, ?, ?, 2, ?, ?, ?, ?)`,
  )
  const author = database.prepare(
    'INSERT INTO notice_author (notice_id, edition_number, account_id) VALUES (?, 1, ?)',
  )
  const submission = database.prepare(
    `INSERT INTO submission (id, notice_id, hash, content, submitted_by, submitted_at, closed, revision, catalogue_item_id,
       placement, author_ids, item_words) VALUES (?, ?, ?, ?, ?, ?, 1, 2, ?, ?, ?, ?)`,
  )
  const decision = database.prepare(
    `INSERT INTO submission_decision (submission_id, kind, language, decision, account_id, reason, at)
     VALUES (?, ?, '', 'APPROVED', ?, '', ?)`,
  )
  const edition = database.prepare(
    `INSERT INTO edition (notice_id, edition_number, hash, content, index_number, submission_id, published_by,
       published_at, publish_date, state, title, notice_kind, document_number, public_group_id)
     VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, 'PUBLISHED', ?, ?, ?, ?)`,
  )
  const group = database.prepare('UPDATE public_group SET published_count = published_count + 1 WHERE id = ?')
  const kept = database.prepare(
    `INSERT INTO edition_record (edition_id, unit_id, retention, retain_until, change_note)
     VALUES (?, 'township', ?, ?, '')`,
  )
  const outbox = database.prepare(`INSERT INTO outbox (kind, edition_id, queued_at) VALUES ('EDITION', ?, ?)`)
  const audit = database.prepare('INSERT INTO audit_event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const newest = database
    .prepare('SELECT sequence, hash FROM audit_event ORDER BY sequence DESC LIMIT 1')
    .get() as { sequence: number; hash: string } | undefined
  let chain = newest ?? { sequence: 0, hash: CHAIN_START }
  return {
    serial: (series) => serial.get(series) as number,
    notice: ({ id, indexNumber, draft, handlerId, at }) => {
      const content = JSON.stringify(draft)
      notice.run(id, indexNumber, content, draft.title, draft.catalogueItemId, handlerId, handlerId, at, at)
      author.run(id, handlerId)
    },
    submission: (row) => {
      const { id, noticeId, hash, text, by, at, itemId } = row
      submission.run(id, noticeId, hash, text, by, at, itemId, OWN, JSON.stringify([by]), ITEM_WORDS)
    },
    approval: (submissionId, kind, by, at) => decision.run(submissionId, kind, by, at),
    edition: (row) => {
      const { lastInsertRowid } = edition.run(
        row.noticeId,
        row.hash,
        row.text,
        row.indexNumber,
        row.submissionId,
        row.by,
        row.at,
        row.publishDate,
        row.title,
        row.kind,
        row.documentNumber,
        row.groupId,
      )
      const retention = retentionOf(row.kind, null)
      kept.run(lastInsertRowid, retention, retainUntil(retention, row.publishDate))
      group.run(row.groupId)
      outbox.run(lastInsertRowid, row.at)
      return Number(lastInsertRowid)
    },
    audit: (entry) => {
      const sequence = chain.sequence + 1
      const hash = sha256(chainText(entry, sequence, chain.hash))
      audit.run(
        sequence,
        entry.at,
        entry.actor.id,
        entry.actor.name,
        entry.action,
        entry.subjectKind,
        entry.subjectId,
        canonicalJson(entry.detail),
        chain.hash,
        hash,
      )
      chain = { sequence, hash }
    },
  }
}
