import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Block, Body, Inline, ListItem, Mark, TableCell } from '../../domain/notice/body.ts'
import { BODY_LIMITS, bodyFault, isAllowedLink } from '../../domain/notice/body-check.ts'
import { WARNING_LEVELS } from '../../domain/notice/emergency-mark.ts'
import { CHANGE_KINDS } from '../../domain/notice/change.ts'
import type { DraftContent } from '../../domain/notice/content.ts'
import { completeDraft } from '../../domain/notice/empty-draft.ts'
import { NOTICE_LANGUAGES } from '../../domain/notice/language.ts'
import { AUDIENCES, DISCLOSURE_MODES } from '../../domain/notice/content.ts'
import { NOTICE_KINDS } from '../../domain/notice/notice-kind.ts'

/** Control characters break search, print and package; a lone surrogate has no UTF-8 form and so no hash. */
const BROKEN_TEXT = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/u

const plainText = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => text.isWellFormed() && !BROKEN_TEXT.test(text))

const oneLine = (max: number) => plainText(max).refine((text) => !/[\r\n]/.test(text))

const alignment = z.enum(['left', 'center', 'right'])
const span = z.int().min(1).max(BODY_LIMITS.span)

const mark: z.ZodType<Mark> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['bold', 'italic', 'underline', 'strike']) }),
  z.strictObject({
    type: z.literal('link'),
    attrs: z.strictObject({ href: z.string().refine(isAllowedLink) }),
  }),
])

const inline: z.ZodType<Inline> = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    text: plainText(BODY_LIMITS.jsonBytes).min(1),
    marks: z.array(mark).max(8).exactOptional(),
  }),
  z.strictObject({ type: z.literal('hardBreak') }),
])

const blocks: z.ZodType<readonly Block[]> = z.lazy(() => z.array(block))

const listItem: z.ZodType<ListItem> = z.strictObject({ type: z.literal('listItem'), content: blocks })

const tableCell: z.ZodType<TableCell> = z.strictObject({
  type: z.enum(['tableCell', 'tableHeader']),
  attrs: z
    .strictObject({
      colspan: span.exactOptional(),
      rowspan: span.exactOptional(),
      colwidth: z.array(z.int().min(0).max(10_000)).max(BODY_LIMITS.span).nullable().exactOptional(),
    })
    .exactOptional(),
  content: blocks,
})

const block: z.ZodType<Block> = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('paragraph'),
    attrs: z.strictObject({ textAlign: alignment.nullable().exactOptional() }).exactOptional(),
    content: z.array(inline).exactOptional(),
  }),
  z.strictObject({
    type: z.literal('heading'),
    attrs: z.strictObject({
      level: z.literal([1, 2, 3, 4]),
      textAlign: alignment.nullable().exactOptional(),
    }),
    content: z.array(inline).exactOptional(),
  }),
  z.strictObject({ type: z.literal('bulletList'), content: z.array(listItem) }),
  z.strictObject({
    type: z.literal('orderedList'),
    attrs: z.strictObject({ start: z.int().min(0).max(100_000).exactOptional() }).exactOptional(),
    content: z.array(listItem),
  }),
  z.strictObject({
    type: z.literal('table'),
    attrs: z
      .strictObject({ carry: z.array(z.int().min(0).max(BODY_LIMITS.span)).min(1).max(20).readonly() })
      .exactOptional(),
    content: z.array(z.strictObject({ type: z.literal('tableRow'), content: z.array(tableCell) })),
  }),
  z.strictObject({
    type: z.literal('image'),
    attrs: z.strictObject({ attachmentId: z.string().min(1).max(100), alt: oneLine(1000) }),
  }),
])

const withinLimits = z.unknown().superRefine((value, context) => {
  const fault = bodyFault(value)
  if (fault !== null) {
    context.addIssue({ code: 'custom', message: fault })
  } else if (Buffer.byteLength(JSON.stringify(value) ?? '', 'utf8') > BODY_LIMITS.jsonBytes) {
    context.addIssue({ code: 'custom', message: 'TOO_LARGE' })
  }
})

/**
 * Reads a body from the wire: exactly the tree of `domain/notice/body.ts`, nothing more, within `BODY_LIMITS`.
 * The limits are looked at first, so hostile nesting never reaches the recursive part.
 * @example bodySchema.safeParse({ type: 'doc', content: [] }).success // true
 */
export const bodySchema: z.ZodType<Body> = withinLimits.pipe(
  z.strictObject({ type: z.literal('doc'), content: blocks }),
)

/**
 * Reads a civil date `YYYY-MM-DD` that exists in the calendar.
 * @example civilDateSchema.safeParse('2026-02-30').success // false
 */
export const civilDateSchema: z.ZodType<string> = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isCivilDate)

function isCivilDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).year >= 1900
  } catch {
    // Temporal says "no such day" by throwing; here that is the expected answer.
    return false
  }
}

const instant = z.iso.datetime({ precision: 3 })

const displayPlan = z.strictObject({
  startsOn: civilDateSchema.nullable(),
  length: z.strictObject({ count: z.int().min(1).max(366), unit: z.enum(['CALENDAR_DAY', 'WORKING_DAY']) }),
  places: z
    .array(z.strictObject({ boardId: z.string().min(1).max(100).nullable(), name: oneLine(200) }))
    .max(50),
  objection: z.strictObject({
    telephone: oneLine(100),
    address: oneLine(300),
    person: oneLine(100),
    email: oneLine(200),
  }),
  basis: oneLine(300),
  renewal: z
    .strictObject({
      editionNumber: z.int().min(1),
      choice: z.enum(['RESTART', 'CONTINUE']),
      reason: plainText(500),
    })
    .exactOptional(),
})

// A draft on an older screen does not know these yet.
const whereSaid = {
  keywords: z.array(oneLine(40)).max(10).exactOptional(),
  abstract: plainText(2000).exactOptional(),
  validity: z
    .strictObject({ from: civilDateSchema.nullable(), to: civilDateSchema.nullable() })
    .exactOptional(),
  change: z
    .strictObject({ kind: z.enum(CHANGE_KINDS), note: oneLine(500) })
    .nullable()
    .exactOptional(),
  expiresAt: instant.nullable().exactOptional(),
  display: displayPlan.nullable().exactOptional(),
  emergency: z
    .strictObject({
      level: z.enum(WARNING_LEVELS).nullable(),
      issuer: oneLine(200),
      issuedAt: instant.nullable(),
      takeoverUntil: instant,
    })
    .nullable()
    .exactOptional(),
  texts: z
    .array(
      z.strictObject({
        language: z.enum(NOTICE_LANGUAGES),
        title: oneLine(500),
        body: bodySchema,
        translator: oneLine(100),
        machine: z.boolean(),
      }),
    )
    .max(NOTICE_LANGUAGES.length)
    .refine((texts) => new Set(texts.map(({ language }) => language)).size === texts.length)
    .exactOptional(),
}

/**
 * Reads what the handler wrote. A draft may be incomplete (empty title, empty body), but never malformed.
 * @example draftContentSchema.safeParse(content).success
 */
export const draftContentSchema: z.ZodType<DraftContent> = z
  .strictObject({
    title: oneLine(500),
    body: bodySchema,
    noticeKind: z.enum(NOTICE_KINDS),
    catalogueItemId: z.string().min(1).max(100).nullable(),
    documentNumber: oneLine(100),
    documentDate: civilDateSchema.nullable(),
    issueDate: civilDateSchema.nullable(),
    disclosureMode: z.enum(DISCLOSURE_MODES),
    disclosureModeReason: plainText(1000),
    audience: z.enum(AUDIENCES),
    addressee: oneLine(500),
    signature: oneLine(200),
    ...whereSaid,
  })
  .transform(completeDraft)
