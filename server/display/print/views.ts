import type { SheetForm } from '../../../domain/sheet/template.ts'
import type { PrintState } from '../../../domain/sheet/print-state.ts'
import type { NoticeLanguage } from '../../../domain/notice/language.ts'
import type { GlyphPlace, GlyphRole } from './sheet-glyphs.ts'

/** What is to be printed. */
export type PrintSubject =
  /** `noticeId` says which of two notices with one text is meant. */
  | {
      readonly kind: 'EDITION'
      readonly hash: string
      readonly noticeId?: string | undefined
      readonly layout: LanguageLayout
    }
  | { readonly kind: 'REVIEW_SLIP'; readonly noticeId: string; readonly submissionId: string | null }
  | { readonly kind: 'DISPLAY_CERTIFICATE'; readonly displayId: string; readonly interim: boolean }
  | { readonly kind: 'POSTING_CERTIFICATE'; readonly postingId: string }
  | { readonly kind: 'TAKE_DOWN_LIST'; readonly boardId: string | null; readonly on: string }

/**
 * Which languages go on paper and how: Chinese alone, another alone, one after the other as a joined file, or both on one sheet
 * (short notices only; refused with `print.pair-too-long` when either side does not fit).
 */
export type LanguageLayout =
  | { readonly kind: 'CHINESE' }
  | { readonly kind: 'ONE'; readonly language: NoticeLanguage }
  | { readonly kind: 'JOINED'; readonly language: NoticeLanguage }
  | { readonly kind: 'PAIR'; readonly language: NoticeLanguage }

/** A character that the face of its role has not got. `shownIn` null: no face on this computer has it. */
export type MissingGlyph = {
  readonly character: string
  readonly role: GlyphRole
  /** The face that would draw it instead. */
  readonly shownIn: string | null
  /** Where it stands, at most five places. */
  readonly places: readonly GlyphPlace[]
}

/** A face really used, as read from the PDF. */
export type UsedFace = {
  readonly name: string
  readonly embedded: boolean
  readonly pages: readonly number[]
}

/** What the computer says of its letters for a sheet. */
export type TypeReport = {
  /** For each role, the face the sheet is mainly set in, and whether it is the one the role means (仿宋 proper) or stands in for it. */
  readonly roles: readonly { readonly role: GlyphRole; readonly face: string; readonly standsIn: boolean }[]
  readonly missing: readonly MissingGlyph[]
  readonly faces: readonly UsedFace[]
}

/** How it reached paper: a printer of this computer, the system's own viewer, or the browser's dialog. */
export const PRINT_ROUTES = ['PRINTER', 'VIEWER', 'BROWSER'] as const
/** One way. */
export type PrintRoute = (typeof PRINT_ROUTES)[number]

/** One sending of a job; reprints of single pages are further ones. */
export type PrintRun = {
  readonly number: number
  readonly route: PrintRoute
  readonly printer: string
  readonly copies: number
  /** As typed, e.g. `1-3,5`; empty for all pages. */
  readonly pages: string
  readonly sentAt: string
  readonly by: string
  /** The system took nothing: no paper, nothing to be told. */
  readonly refused: boolean
  /** What a person said came out; null while nobody has. */
  readonly outcome: {
    readonly came: 'ALL' | 'PART' | 'NOTHING'
    /** With PART the pages that did come out, like `1,3`; empty otherwise. */
    readonly pages: string
    readonly at: string
    readonly by: string
  } | null
}

/** A print job at the desk. */
export type PrintJobView = {
  readonly id: string
  readonly title: string
  readonly subject: PrintSubject
  /** The notice it belongs to; null for a list of no single one. */
  readonly noticeId: string | null
  readonly template: { readonly id: string; readonly form: SheetForm; readonly name: string } | null
  readonly state: PrintState
  /** Code of the refusal when FAILED, with its parameters. */
  readonly refusal: {
    readonly code: string
    readonly params: Readonly<Record<string, string | number>>
  } | null
  readonly pages: number | null
  /** SHA-256 (hex) of the PDF. */
  readonly sha256: string | null
  readonly editionHash: string | null
  readonly type: TypeReport | null
  /** Glyphs are missing and nobody has decided yet: it cannot be sent. */
  readonly undecided: boolean
  /** Characters somebody left for the pen: an empty square stands for each. */
  readonly byHand: readonly string[]
  readonly runs: readonly PrintRun[]
  readonly createdAt: string
  readonly by: string
}

/** A stretch of what was sent to paper, the last sent first; `next` is the job after which it goes on, null at the end. */
export type PrintHistory = { readonly jobs: readonly PrintJobView[]; readonly next: string | null }

/** A printer of this computer. */
export type PrinterView = { readonly name: string; readonly displayName: string; readonly isDefault: boolean }

/** What this computer can print with; `printers` null: it cannot be asked (plain browser on Windows). */
export type PrintMeans = {
  readonly browser: boolean
  readonly printers: readonly PrinterView[] | null
  readonly viewer: boolean
}

/*
 * Routes at the desk (any signed-in person whose role works with what is printed):
 * GET  /api/desk/print/means → PrintMeans
 * GET  /api/desk/print/jobs → PrintJobView[] (those with which something is to be done, newest first)
 * GET  /api/desk/print/history?[words=][&notice=ID][&before=JOB] → PrintHistory (what was sent to paper)
 * POST /api/desk/print/jobs {subject, templateId|null} → PrintJobView (BUILDING; poll GET /jobs/:id)
 * POST /api/desk/print/jobs/many {subjects: [{subject, templateId}], order: 'AS_GIVEN'} → PrintJobView[] (hanging order, at most 200)
 * GET  /api/desk/print/jobs/:id → PrintJobView ; GET /api/desk/print/jobs/:id/pdf → the file, inline
 * POST /api/desk/print/jobs/:id/decide {byHand: string[]} → PrintJobView (accepts the fallback for the rest; rebuilds when byHand is not empty)
 * POST /api/desk/print/jobs/:id/send {route, printer, copies, pages} → PrintJobView
 * POST /api/desk/print/jobs/:id/outcome {run, came, pages} → PrintJobView
 * POST /api/desk/print/jobs/:id/cancel → PrintJobView
 * While a sending is not told of (SENT, UNSURE) nothing else is sent and nothing is given up; after PART or NOTHING the job is
 * READY again. PDFs lie in `<data>/spool` for two weeks, in no backup: afterwards `print.file-gone`, and a new job makes a new one.
 */
