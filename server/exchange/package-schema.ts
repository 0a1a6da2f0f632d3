import { z } from 'zod'
import { PACKAGE_ENTRY_NAME } from '../../domain/exchange/package-name.ts'
import { PACKAGE_ENTRY_KINDS, PACKAGE_FORMAT } from '../../domain/exchange/package-records.ts'
import type {
  EditionRecord,
  PackageManifest,
  WithdrawalRecord,
} from '../../domain/exchange/package-records.ts'
import { AUDIENCES, DISCLOSURE_MODES } from '../../domain/notice/content.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import { NOTICE_KINDS } from '../../domain/notice/notice-kind.ts'
import { WITHDRAWAL_REASONS } from '../../domain/notice/notice-state.ts'
import { UNIT_KINDS } from '../../domain/office/unit.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/)
const civilDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const whole = z.int().min(0)
const fromOne = z.int().min(1)
const officeRef = z.strictObject({
  name: z.string().min(1),
  uscc: z.string().regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/),
})

/**
 * Shape of `manifest.json`.
 * @example manifestSchema.safeParse(value).success
 */
export const manifestSchema: z.ZodType<PackageManifest> = z.strictObject({
  format: z.literal(PACKAGE_FORMAT),
  office: officeRef,
  instanceId: z.string().min(1),
  sequence: fromOne,
  previous: sha256.nullable(),
  createdAt: instant,
  auditHead: z.strictObject({ sequence: fromOne, hash: sha256 }),
  counts: z.strictObject({ editions: whole, withdrawals: whole, attachments: whole }),
  entries: z.array(
    z.strictObject({
      path: z.string().regex(PACKAGE_ENTRY_NAME),
      sha256,
      size: whole,
      kind: z.enum(PACKAGE_ENTRY_KINDS),
    }),
  ),
})

const BODY_NODES = [
  'doc',
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
  'tableHeader',
  'image',
  'text',
  'hardBreak',
] as const

const bodyNode = z
  .strictObject({
    type: z.enum(BODY_NODES),
    attrs: z.record(z.string(), z.unknown()).optional(),
    get content() {
      return z.array(bodyNode).optional()
    },
    text: z.string().optional(),
    marks: z
      .array(
        z.strictObject({
          type: z.enum(['bold', 'italic', 'underline', 'strike', 'link']),
          attrs: z.record(z.string(), z.unknown()).optional(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'bodyNode' })

const content = z.strictObject({
  format: z.literal('board-edition/1'),
  office: officeRef,
  unit: z
    .strictObject({ name: z.string().min(1), kind: z.enum(UNIT_KINDS).exclude(['TOWNSHIP']) })
    .exactOptional()
    .describe('the unit under the office; absent when the notice is the office’s own'),
  interprets: z
    .strictObject({ indexNumber: z.string().min(1), title: z.string().min(1) })
    .exactOptional()
    .describe(
      'the published document that this notice interprets (政策解读); absent when it interprets none',
    ),
  catalogue: z.strictObject({ name: z.string(), level1: z.string(), level2: z.string() }).nullable(),
  title: z.string().min(1),
  body: bodyNode,
  noticeKind: z.enum(NOTICE_KINDS).describe('文种'),
  documentNumber: z.string().describe('发文字号; empty when the document has none'),
  documentDate: civilDate.nullable().describe('成文日期, civil date in Asia/Shanghai'),
  issueDate: civilDate.nullable().describe('印发日期, civil date in Asia/Shanghai'),
  disclosureMode: z.enum(DISCLOSURE_MODES).describe('公开属性'),
  audience: z.enum(AUDIENCES).describe('公开对象'),
  addressee: z.string().describe('主送机关; empty when there is none'),
  signature: z.string().describe('署名; empty means the name of the unit, or of the office'),
  attachments: z.array(
    z.strictObject({
      id: z.string().min(1),
      name: z.string().min(1),
      mediaType: z.string(),
      size: whole,
      sha256,
      role: z.enum(['ATTACHMENT', 'INLINE_IMAGE']),
    }),
  ),
})

const edition = z.strictObject({
  format: z.literal('board-edition-record/1'),
  indexNumber: z.string().min(1).describe('索引号'),
  editionNumber: fromOne,
  publishedAt: instant,
  supersedes: sha256.nullable().describe('hash of the edition that this one replaces'),
  hash: sha256.describe('SHA-256 of the canonical JSON of content'),
  content,
})

/**
 * Shape of an edition's `content`, in packages and in public answers.
 * @example publicContentSchema.safeParse(edition.content).success
 */
export const publicContentSchema: z.ZodType<PublicContent> = content as unknown as z.ZodType<PublicContent>

/**
 * Shape of `editions/<sha256>.json`. The body is a closed set of node types; their attributes are the reader's to use.
 * @example editionSchema.safeParse(value).success
 */
export const editionSchema: z.ZodType<EditionRecord> = edition as unknown as z.ZodType<EditionRecord>

/**
 * Shape of `withdrawals/<sha256>.json`.
 * @example withdrawalSchema.safeParse(value).success
 */
export const withdrawalSchema: z.ZodType<WithdrawalRecord> = z.strictObject({
  format: z.literal('board-withdrawal/1'),
  indexNumber: z.string().min(1),
  editionNumber: fromOne,
  editionHash: sha256,
  title: z.string().nullable(),
  withdrawnAt: instant,
  reason: z.enum(WITHDRAWAL_REASONS),
  note: z.string(),
})
