import type { Database } from 'better-sqlite3'

/**
 * Path of a stored file inside a data folder, by its SHA-256.
 * @example blobPath('ab12…') // 'blobs/ab/12…'
 */
export function blobPath(hash: string): string {
  return `blobs/${hash.slice(0, 2)}/${hash.slice(2)}`
}

/**
 * Every stored file that a row names, by SHA-256: originals and public copies of attachments, and the public copies
 * that editions and submissions froze (the latter may differ from today's: masking makes a new public copy), signed slips
 * and answers of higher bodies, files of matters, photographs of sheets and boards.
 * @example namedBlobs(database).length
 */
export function namedBlobs(database: Database): string[] {
  return database
    .prepare(
      `SELECT original_sha256 AS hash FROM attachment
       UNION SELECT public_sha256 FROM attachment
       UNION SELECT file.value ->> 'sha256' FROM edition, json_each(edition.content, '$.attachments') AS file
       UNION SELECT file.value ->> 'sha256' FROM submission, json_each(submission.content, '$.attachments') AS file
       UNION SELECT slip_sha256 FROM submission_decision WHERE slip_sha256 IS NOT NULL
       UNION SELECT scan_sha256 FROM referral_answer WHERE scan_sha256 IS NOT NULL
       UNION SELECT sha256 FROM matter_file
       UNION SELECT sha256 FROM downward_item
       UNION SELECT sha256 FROM posting_photo
       UNION SELECT sha256 FROM board_photo
       ORDER BY hash`,
    )
    .pluck()
    .all() as string[]
}
