import type { Database } from 'better-sqlite3'

/**
 * Puts the terms (`indexTerms`) of a file's public copy into the full-text index, in place of what stood there; what was
 * dropped from the copy is never found. Only inside the transaction that writes the file's row.
 * @example indexAttachment(database, id, indexTerms(text))
 */
export function indexAttachment(database: Database, attachmentId: string, terms: string): void {
  const known = database
    .prepare<[string], { id: number }>('SELECT id FROM attachment_text WHERE attachment_id = ?')
    .get(attachmentId)
  if (known) database.prepare('DELETE FROM attachment_entry WHERE rowid = ?').run(known.id)
  const id =
    known?.id ??
    Number(
      database.prepare('INSERT INTO attachment_text (attachment_id) VALUES (?)').run(attachmentId)
        .lastInsertRowid,
    )
  database.prepare('INSERT INTO attachment_entry (rowid, body) VALUES (?, ?)').run(id, terms)
}
