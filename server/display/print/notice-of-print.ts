import type { Reads } from '../../../db/store.ts'
import type { PrintSubject } from './views.ts'

/**
 * The notice that something to print belongs to, by which its draft and its other papers are found; null for a list of no
 * single notice.
 * @example noticeOfPrint(read, { kind: 'EDITION', hash, layout }) // the notice of that edition
 */
export function noticeOfPrint(read: Reads, subject: PrintSubject): string | null {
  switch (subject.kind) {
    case 'EDITION':
      return read.edition.byHash(subject.hash, subject.noticeId)?.noticeId ?? null
    case 'REVIEW_SLIP':
      return subject.noticeId
    case 'DISPLAY_CERTIFICATE':
      return read.publicDisplay.byId(subject.displayId)?.display.noticeId ?? null
    case 'POSTING_CERTIFICATE':
    case 'TAKE_DOWN_LIST':
      return null
  }
}
