import type { Database } from 'better-sqlite3'
import { bodyText } from '../../domain/notice/body-text.ts'
import { completeDraft, type StoredDraft } from '../../domain/notice/empty-draft.ts'
import { indexTerms } from '../../platform/search/terms.ts'

type Row = { readonly state: string; readonly title: string; readonly content: string }

/**
 * Brings the working copy of a notice into the full-text index, in place of what stood there; a published one goes out of it,
 * because its edition is found. Only inside the transaction that writes the notice.
 * @example indexWorkingCopy(database, noticeId)
 */
export function indexWorkingCopy(database: Database, noticeId: string): void {
  const row = database
    .prepare<[string], Row>('SELECT state, title, content FROM notice WHERE id = ?')
    .get(noticeId)
  const known = database
    .prepare<[string], { id: number }>('SELECT id FROM notice_text WHERE notice_id = ?')
    .get(noticeId)
  if (known) {
    database.prepare('DELETE FROM notice_entry WHERE rowid = ?').run(known.id)
    if (row?.state === 'PUBLISHED') database.prepare('DELETE FROM notice_text WHERE id = ?').run(known.id)
  }
  if (!row || row.state === 'PUBLISHED') return
  const id =
    known?.id ??
    Number(database.prepare('INSERT INTO notice_text (notice_id) VALUES (?)').run(noticeId).lastInsertRowid)
  database
    .prepare('INSERT INTO notice_entry (rowid, title, body) VALUES (?, ?, ?)')
    .run(id, indexTerms(row.title), indexTerms(draftText(JSON.parse(row.content) as StoredDraft)))
}

function draftText(stored: StoredDraft): string {
  const { body, texts, documentNumber, addressee, signature } = completeDraft(stored)
  const others = texts.flatMap((one) => [one.title, bodyText(one.body)])
  return [bodyText(body), ...others, documentNumber, addressee, signature].join('\n')
}
