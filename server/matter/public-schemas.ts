import { z } from 'zod'
import { MATTER_KINDS } from '../../domain/matter/matter-kind.ts'
import { OPINION_CHANNELS } from '../../domain/voice/opinion-channel.ts'
import type { PublicMatter, PublicMatterRef, PublicMatters } from './public-matter-views.ts'

const civilDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const notice = z.strictObject({ indexNumber: z.string(), title: z.string(), publishDate: civilDate })

const row = z.strictObject({
  id: z.string(),
  title: z.string(),
  kind: z.enum(MATTER_KINDS),
  unit: z.string(),
  state: z.enum(['PLANNED', 'OPEN', 'CLOSED', 'ANSWERED', 'DECIDED']),
  closesOn: civilDate.nullable(),
  publishDate: civilDate,
})

/**
 * Shape of `GET /api/public/matters`.
 * @example publicMattersSchema.safeParse(answer).success
 */
export const publicMattersSchema = z.strictObject({
  matters: z.array(row),
  next: z.string().nullable(),
  total: z.int().min(0),
  open: z.int().min(0),
}) satisfies z.ZodType<PublicMatters>

/**
 * Shape of `GET /api/public/matters/:id`.
 * @example publicMatterSchema.safeParse(answer).success
 */
export const publicMatterSchema = row.extend({
  asOf: civilDate,
  consultations: z.array(
    z.strictObject({
      state: z.enum(['PLANNED', 'OPEN', 'CLOSED', 'ANSWERED']),
      draft: notice,
      opensOn: civilDate,
      closesOn: civilDate,
      channels: z.array(z.strictObject({ channel: z.enum(OPINION_CHANNELS), detail: z.string() })),
      shorterReason: z.string(),
      feedback: notice.extend({ hash: z.string() }).nullable(),
    }),
  ),
  decisions: z.array(notice),
  interpretations: z.array(notice),
  progress: z.array(notice),
  difference: z.boolean(),
}) satisfies z.ZodType<PublicMatter>

/**
 * Shape of `matter` in `GET /api/public/editions/:hash`.
 * @example publicMatterRefSchema.safeParse(edition.matter).success
 */
export const publicMatterRefSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  consultation: z.strictObject({ opensOn: civilDate, closesOn: civilDate }).nullable(),
}) satisfies z.ZodType<PublicMatterRef>

/**
 * Shape of `GET /api/public/matters/:id/difference`: title, fields, text and files that differ, as the screens draw them.
 * @example publicDifferenceSchema.safeParse(answer).success
 */
export const publicDifferenceSchema = z.looseObject({ same: z.boolean(), cut: z.int().min(0) })
