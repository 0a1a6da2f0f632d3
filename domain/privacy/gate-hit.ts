import type { NoticeLanguage } from '../notice/language.ts'

/** What a detector found. Order and patterns: domain book §7.4. */
export const HIT_KINDS = [
  'DISABILITY_CERTIFICATE',
  'RESIDENT_ID',
  'RESIDENT_ID_OLD',
  'BANK_CARD',
  'MOBILE',
  'TELEPHONE',
  'PASSPORT',
  'SENSITIVE_WORD',
  'MINOR_BIRTH_DATE',
  // Stood in an imported list and was left out of it or masked.
  'REMOVED_VALUE',
] as const
/** One kind of hit. */
export type HitKind = (typeof HIT_KINDS)[number]

/** BLOCK stops submitting and publishing; WARN is shown to the reviewers; NOTE is only told (office telephones). */
export type HitSeverity = 'BLOCK' | 'WARN' | 'NOTE'

/** Where a hit stands. `path` walks `content` indexes from the body's root to the text's parent block. */
export type HitPlace =
  | { readonly part: 'TITLE' }
  | {
      readonly part: 'FIELD'
      /** The catalogue's path and the names of office and unit are printed with a notice, but mended where they are kept. */
      readonly field:
        | 'addressee'
        | 'signature'
        | 'documentNumber'
        | 'catalogue'
        | 'office'
        | 'unit'
        | 'keywords'
        | 'abstract'
        | 'change'
        | 'display'
        | 'emergency'
        | 'consultation'
    }
  /** The notice in another language: `path` as in a body, null for its title or, with `of`, its translator. */
  | {
      readonly part: 'LANGUAGE'
      readonly language: NoticeLanguage
      readonly path: readonly number[] | null
      readonly tableRow: number | null
      readonly of?: 'IMAGE_ALT' | 'LINK' | 'TRANSLATOR'
    }
  | {
      readonly part: 'BODY'
      readonly path: readonly number[]
      /** Row in the innermost table, counted from 1; null outside a table. */
      readonly tableRow: number | null
      /** Absent for the text itself. `LINK`: the number stands in the address behind the text at start–end. */
      readonly of?: 'IMAGE_ALT' | 'LINK'
    }
  | { readonly part: 'ATTACHMENT_NAME'; readonly attachmentId: string }
  | {
      readonly part: 'ATTACHMENT'
      readonly attachmentId: string
      /** Where inside the file, in words a clerk follows: 工作表“名单” C17（隐藏列）. */
      readonly where: AttachmentPlace
    }

/** A place inside a file, as data so that each language can say it. */
export type AttachmentPlace =
  | {
      readonly kind: 'CELL' | 'CELL_COMMENT'
      readonly sheet: string
      readonly cell: string
      readonly hidden: boolean
    }
  | { readonly kind: 'SHEET_HEADER_FOOTER' | 'SHEET_NAME'; readonly sheet: string }
  | {
      readonly kind:
        'PARAGRAPH' | 'HEADER' | 'FOOTER' | 'COMMENT' | 'FOOTNOTE' | 'TRACKED_CHANGE' | 'HIDDEN_TEXT'
      readonly paragraph: number
    }
  | { readonly kind: 'PROPERTY'; readonly property: string }
  | { readonly kind: 'PAGE'; readonly page: number }
  | { readonly kind: 'OTHER'; readonly entry: string }

/** One find. The value itself is not part of it, because hits are sent, logged and counted. */
export type GateHit = {
  /** Stable within one notice while the text around it does not change. */
  readonly id: string
  readonly kind: HitKind
  readonly severity: HitSeverity
  readonly place: HitPlace
  /** UTF-16 offsets in the text of the place. */
  readonly start: number
  readonly end: number
  /** The value as it would stand after masking, e.g. `110105********002X`; safe to show. */
  readonly masked: string
  /** Keyed fingerprint (hex) of the value: lets an override follow a value without keeping it. */
  readonly fingerprint: string
  /** False where only the person can act (text inside a PDF or a picture). */
  readonly maskable: boolean
  /** The hit does not survive into the public copy (hidden columns, comments, properties are dropped from it). */
  readonly droppedFromPublicCopy: boolean
  /** Set when the secrecy reviewer has allowed this value with a written reason. */
  readonly override: { readonly by: string; readonly at: string; readonly reason: string } | null
}
