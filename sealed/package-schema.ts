import { z } from 'zod'
import { REGIMES } from '../domain/catalogue/catalogue-item.ts'
import { DUTY_STATES } from '../domain/duty/duty.ts'
import type { DutyStatistic } from '../domain/exchange/duty-statistic.ts'
import { PACKAGE_ENTRY_NAME } from '../domain/exchange/package-name.ts'
import { PACKAGE_FORMAT, RECORD_KINDS } from '../domain/exchange/package-records.ts'
import type { EditionRecord, PackageManifest, WithdrawalRecord } from '../domain/exchange/package-records.ts'
import { WITHDRAWAL_REASONS } from '../domain/notice/notice-state.ts'
import { publicContentSchema } from './content-schema.ts'
import {
  civilDateShape,
  fromOneShape,
  instantShape,
  officeShape,
  publicKeyShape,
  recipientShape,
  sha256Shape,
  uuidShape,
  wholeShape,
} from './field-shapes.ts'

/**
 * Shape of `manifest.json`.
 * @example manifestSchema.safeParse(value).success
 */
export const manifestSchema: z.ZodType<PackageManifest> = z.strictObject({
  format: z.literal(PACKAGE_FORMAT),
  producer: z.strictObject({ name: z.literal('disclosure-board'), version: z.string().min(1).max(100) }),
  office: officeShape,
  instance: z.strictObject({
    id: uuidShape,
    former: z.array(uuidShape).describe('ids of the database before it was restored, oldest first'),
  }),
  sequence: fromOneShape,
  previous: sha256Shape.nullable().describe('SHA-256 of the seal of the package before this one'),
  chain: z
    .array(z.strictObject({ sequence: fromOneShape, seal: sha256Shape }))
    .describe('seals of packages before this one, oldest first, without gaps up to previous'),
  changes: z.strictObject({
    first: fromOneShape,
    last: wholeShape.describe('first - 1 when the package carries statistics only'),
    heldBack: wholeShape,
  }),
  claimedAt: instantShape.describe('what the clock said; nothing is ordered by it'),
  lastReceipt: z.strictObject({ countyInstanceId: uuidShape, number: fromOneShape }).nullable(),
  nextKey: z.strictObject({ publicKey: publicKeyShape, recipient: recipientShape }).nullable(),
  auditHead: z.strictObject({ sequence: fromOneShape, hash: sha256Shape }),
  counts: z.strictObject({
    editions: wholeShape,
    withdrawals: wholeShape,
    statistics: wholeShape,
    attachments: wholeShape,
  }),
  files: z.array(
    z.strictObject({
      path: z.string().regex(PACKAGE_ENTRY_NAME),
      kind: z.enum([...RECORD_KINDS, 'ATTACHMENT']),
      sha256: sha256Shape,
      size: wholeShape,
    }),
  ),
})

/**
 * Shape of a line of `records/editions.ndjson`. The body is a closed set of node types; their attributes are the reader's to use.
 * @example editionSchema.safeParse(value).success
 */
export const editionSchema: z.ZodType<EditionRecord> = z.strictObject({
  format: z.literal('board-edition-record/2'),
  change: fromOneShape.describe('number of the change in the office’s outbox'),
  indexNumber: z.string().min(1).describe('索引号'),
  editionNumber: fromOneShape,
  publishedAt: instantShape,
  supersedes: sha256Shape.nullable().describe('hash of the edition that this one replaces'),
  hash: sha256Shape.describe('SHA-256 of the canonical JSON of content'),
  content: publicContentSchema,
})

/**
 * Shape of a line of `records/withdrawals.ndjson`.
 * @example withdrawalSchema.safeParse(value).success
 */
export const withdrawalSchema: z.ZodType<WithdrawalRecord> = z.strictObject({
  format: z.literal('board-withdrawal/2'),
  change: fromOneShape.describe('number of the change in the office’s outbox'),
  indexNumber: z.string().min(1),
  editionNumber: fromOneShape,
  editionHash: sha256Shape,
  title: z.string().nullable(),
  withdrawnAt: instantShape,
  reason: z.enum(WITHDRAWAL_REASONS),
  note: z.string(),
  consolidatedInto: z
    .string()
    .min(1)
    .exactOptional()
    .describe('index number of the notice it went into; absent unless CONSOLIDATED'),
})

/**
 * Shape of a line of `records/statistics.ndjson`.
 * @example statisticSchema.safeParse(value).success
 */
export const statisticSchema: z.ZodType<DutyStatistic> = z.strictObject({
  format: z.literal('board-duty-statistic/1'),
  dutyId: z.string().min(1).max(100),
  regime: z.enum(REGIMES),
  catalogue: z.strictObject({ name: z.string(), level1: z.string(), level2: z.string() }).nullable(),
  unit: z.string(),
  title: z.string(),
  period: z.string(),
  due: civilDateShape,
  state: z.enum(DUTY_STATES),
  closedOn: civilDateShape.nullable(),
  indexNumber: z.string().nullable(),
})
