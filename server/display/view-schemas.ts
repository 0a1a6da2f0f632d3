import { z } from 'zod'
import { DISCLOSURE_SCOPES, REGIMES } from '../../domain/catalogue/catalogue-item.ts'
import { CHANGE_KINDS } from '../../domain/notice/change.ts'
import { NOTICE_KINDS } from '../../domain/notice/notice-kind.ts'
import { VALIDITIES } from '../../domain/notice/validity.ts'
import { WITHDRAWAL_REASONS } from '../../domain/notice/notice-state.ts'
import { publicContentSchema } from '../../sealed/content-schema.ts'
import { publicMatterRefSchema } from '../matter/public-schemas.ts'
import type { TakeoverAnswer } from './takeover-view.ts'
import type {
  BoardHome,
  PublicEdition,
  PublicNotice,
  PublicPage,
  PublicRef,
  PublicRow,
  SearchAnswer,
  SheetData,
  Tombstone,
} from './views.ts'

const whole = z.int().min(0)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const civilDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/)

const office = z.strictObject({
  name: z.string(),
  uscc: z.string(),
  telephone: z.string(),
  address: z.string(),
  openingHours: z.string(),
})

const row = z.strictObject({
  indexNumber: z.string(),
  title: z.string(),
  noticeKind: z.enum(NOTICE_KINDS),
  documentNumber: z.string(),
  publishDate: civilDate,
  group: z.string(),
  change: z.enum(['CORRECTION', 'UPDATE']).nullable(),
  validity: z.enum(['REPEALED', 'LAPSED']).optional(),
  expiresAt: instant.optional(),
}) satisfies z.ZodType<PublicRow>

const parts = z.array(z.strictObject({ text: z.string(), hit: z.boolean() }))

/**
 * Shape of `GET /api/public/home`.
 * @example boardHomeSchema.safeParse(answer).success
 */
export const boardHomeSchema = z.strictObject({
  office,
  asOf: instant,
  clockDoubtful: z.boolean(),
  groups: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      catalogueName: z.string(),
      regime: z.enum(REGIMES),
      count: whole,
    }),
  ),
  newest: z.array(row),
  total: whole,
}) satisfies z.ZodType<BoardHome>

/**
 * Shape of `GET /api/public/notices`.
 * @example publicPageSchema.safeParse(answer).success
 */
export const publicPageSchema = z.strictObject({
  items: z.array(row),
  next: z.string().nullable(),
  total: whole,
}) satisfies z.ZodType<PublicPage>

/**
 * Shape of `GET /api/public/search`.
 * @example searchAnswerSchema.safeParse(answer).success
 */
export const searchAnswerSchema = z.strictObject({
  alsoCalled: z.array(z.string()).optional(),
  items: z.array(row.extend({ excerpt: parts, titleParts: parts })),
  next: z.string().nullable(),
  total: whole,
  totalIsLowerBound: z.boolean(),
}) satisfies z.ZodType<SearchAnswer>

const ref = z.strictObject({ indexNumber: z.string(), title: z.string() }) satisfies z.ZodType<PublicRef>

/**
 * Shape of `GET /api/public/editions/:hash`.
 * @example publicEditionSchema.safeParse(answer).success
 */
export const publicEditionSchema = z.strictObject({
  state: z.enum(['PUBLISHED', 'SUPERSEDED']),
  indexNumber: z.string(),
  editionNumber: z.int().min(1),
  hash: sha256,
  publishedAt: instant,
  publishDate: civilDate,
  content: publicContentSchema,
  metadata: z.strictObject({
    validity: z
      .strictObject({
        validity: z.enum(VALIDITIES),
        on: civilDate.nullable(),
        by: z.enum(['STATEMENT', 'DOCUMENT', 'PUBLICATION']),
      })
      .nullable(),
    validityReason: z.string(),
    replacedBy: ref.nullable(),
    replaces: z.array(ref),
    responsibleUnit: z.string(),
    scope: z.enum(DISCLOSURE_SCOPES).nullable(),
    telephone: z.string(),
  }),
  supersededBy: sha256.nullable(),
  editions: z.array(
    z.strictObject({
      hash: sha256,
      editionNumber: z.int().min(1),
      publishDate: civilDate,
      change: z.strictObject({ kind: z.enum(CHANGE_KINDS), note: z.string() }).nullable(),
    }),
  ),
  pair: z.strictObject({ interprets: ref.nullable(), interpretedBy: z.array(ref) }),
  matter: publicMatterRefSchema.nullable(),
}) satisfies z.ZodType<PublicEdition>

/**
 * Shape of `GET /api/public/emergency`.
 * @example takeoverSchema.safeParse(answer).success
 */
export const takeoverSchema = z.strictObject({
  asOf: instant,
  takeovers: z.array(z.strictObject({ until: instant, edition: publicEditionSchema })),
}) satisfies z.ZodType<TakeoverAnswer>

const tombstone = z.strictObject({
  state: z.literal('WITHDRAWN'),
  indexNumber: z.string(),
  title: z.string().nullable(),
  withdrawnDate: civilDate,
  reason: z.enum(WITHDRAWAL_REASONS),
  note: z.string(),
  consolidatedInto: ref.nullable(),
}) satisfies z.ZodType<Tombstone>

/**
 * Shape of `GET /api/public/notice`: the edition in force, or what stays of a notice that was taken down.
 * @example publicNoticeSchema.safeParse(answer).success
 */
export const publicNoticeSchema = z.union([publicEditionSchema, tombstone]) satisfies z.ZodType<PublicNotice>

/**
 * Shape of `GET /api/public/editions/:hash/sheet`.
 * @example sheetDataSchema.safeParse(answer).success
 */
export const sheetDataSchema = z.strictObject({
  draft: z.boolean(),
  office,
  indexNumber: z.string().nullable(),
  editionNumber: z.int().min(1).nullable(),
  hash: sha256,
  publishDate: civilDate.nullable(),
  content: publicContentSchema,
  attachmentBase: z.string(),
  code: z.string(),
  codeWords: z.array(z.string()),
  supersededBy: z.strictObject({ editionNumber: z.int().min(1), publishDate: civilDate }).nullable(),
  displayed: z
    .strictObject({ startsOn: civilDate, endsOn: civilDate, announced: civilDate.exactOptional() })
    .exactOptional(),
}) satisfies z.ZodType<SheetData>
