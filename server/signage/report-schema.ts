import { z } from 'zod'
import { REFUSED_REASONS } from '../../domain/signage/legibility.ts'
import { SHOWN_KINDS } from '../../domain/signage/settle-shown.ts'
import { SHOWN_EXTENTS } from '../../domain/signage/shown-extent.ts'
import type { ScreenReport, ShownRecord } from './views.ts'

/** The longest picture: 64 KB of JPEG as a data URL. */
export const MOST_PICTURE = 65_536
const PICTURE_TEXT = Math.ceil(MOST_PICTURE / 3) * 4 + 64

// A quarter of an hour of turns of twelve seconds, on three parts of a screen.
const MOST_RECORDS = 240
const YEAR_MS = 366 * 86_400_000
// A quarter of an hour and what a slow page may add.
const MOST_SPAN = 20 * 60_000

const id = z.string().regex(/^[0-9a-f-]{36}$/)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().min(0).max(1_000_000)
const kind = z.enum(SHOWN_KINDS)
const withHash = (one: Pick<ShownRecord, 'kind' | 'hash' | 'extent'>) =>
  (one.hash !== null) === (one.kind === 'NOTICE' || one.kind === 'TAKEOVER') &&
  (one.hash !== null) === (one.extent !== null)

const shownSchema = z
  .strictObject({
    id,
    bootId: id,
    sequence: count,
    kind,
    hash: hash.nullable(),
    // An age that lies in the future is a lie or a fault; either way it is no age.
    endedAgo: z.number().min(0).max(YEAR_MS),
    spanned: z.number().min(0).max(MOST_SPAN),
    lasted: z.number().min(0).max(MOST_SPAN),
    fromBefore: z.boolean(),
    pagesShown: z.int().min(0).max(10_000),
    pagesTotal: z.int().min(0).max(10_000),
    extent: z.enum(SHOWN_EXTENTS).nullable(),
  })
  .refine(withHash, { path: ['hash'] })

const healthSchema = z.strictObject({
  programVersion: z.string().max(40),
  progressAgo: z.number().min(0).max(YEAR_MS),
  showing: z.strictObject({ kind, hash: hash.nullable(), page: z.int().min(0).max(10_000) }),
  shownFor: z.number().min(0).max(YEAR_MS),
  clock: z.iso.datetime(),
  viewport: z.strictObject({ width: count, height: count }),
  skipped: z.array(hash).max(200),
  leftOut: z.array(z.strictObject({ hash, reason: z.enum(REFUSED_REASONS) })).max(50),
  rung: z.enum(['WELL', 'RETRYING', 'SKIPPING', 'RECREATED', 'SAFE']),
})

// Judged one by one, `judgeRecords`: a report that is refused whole for one of them is sent again for ever.
const anyRecord = z.looseObject({ id: z.string().max(100) })

/** What a screen may send; everything is bounded before anything is believed. */
export const reportSchema = z.strictObject({
  bootId: id,
  health: healthSchema,
  shown: z.array(anyRecord).max(MOST_RECORDS),
  lost: count,
  picture: z
    .string()
    .max(PICTURE_TEXT)
    .regex(/^data:image\/jpeg;base64,[A-Za-z0-9+/]+=*$/)
    .nullable(),
})

/**
 * The report with those of its records that can be, and the ids of the others: the screen is to drop them.
 * @example judgeRecords(came).unfit // ['0193…']
 */
export function judgeRecords(came: z.infer<typeof reportSchema>): {
  readonly report: ScreenReport
  readonly unfit: readonly string[]
} {
  const judged = came.shown.map((one) => ({ id: one.id, read: shownSchema.safeParse(one) }))
  return {
    report: { ...came, shown: judged.flatMap(({ read }) => (read.success ? [read.data] : [])) },
    unfit: judged.flatMap(({ id: unread, read }) => (read.success ? [] : [unread])),
  }
}

/** What it is answered. */
export const reportAnswerSchema = z.object({
  accepted: z.array(z.string()),
  refused: z.array(z.string()),
  asOf: z.string(),
})
