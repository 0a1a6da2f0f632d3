import { z } from 'zod'
import { ENTRY_STEPS, LEGALITY_RESULTS } from '../../domain/matter/matter-entry.ts'
import { MATTER_KINDS } from '../../domain/matter/matter-kind.ts'
import { MATTER_ROLES } from '../../domain/matter/matter-notice.ts'
import { ADOPTION_RESULTS } from '../../domain/voice/opinion.ts'
import { TYPED_CHANNELS } from '../../domain/voice/opinion-channel.ts'

const id = z.string().min(1).max(64)
const civilDate = z.iso.date()
const line = z.string().max(500)
const text = z.string().max(5000)
// Read by the public: one line, without characters that steer a screen.
const publicLine = z
  .string()
  .max(300)
  .regex(/^[^\p{Cc}\p{Cf}]*$/u)

/**
 * Body of `POST /matters` and `PUT /matters/:id`.
 * @example matterFactsSchema.parse(body).kind
 */
export const matterFactsSchema = z.strictObject({
  unitId: id,
  kind: z.enum(MATTER_KINDS),
  title: publicLine,
  target: text,
  measures: text,
  owner: line,
})

/**
 * Body of `POST /matters/:id/entries`.
 * @example entrySchema.parse(body).step
 */
export const entrySchema = z.strictObject({
  step: z.enum(ENTRY_STEPS),
  on: civilDate,
  heading: line,
  text,
  measure: text,
  result: z.enum(LEGALITY_RESULTS).nullable(),
  workdays: z.int().min(1).max(60).nullable(),
  noticeId: id.nullable(),
  fileId: id.nullable(),
  voids: z.int().min(1).nullable(),
})

/**
 * Body of `POST /matters/:id/notices`.
 * @example matterNoticeSchema.parse(body).role
 */
export const matterNoticeSchema = z.strictObject({
  role: z.enum(MATTER_ROLES),
  noticeId: id.nullable(),
})

/**
 * Body of `POST /matters/:id/consultations` and `PUT /consultations/:id`.
 * @example planSchema.parse(body).amount
 */
export const planSchema = z.strictObject({
  opensOn: civilDate.nullable(),
  amount: z.int().min(1).max(365),
  unit: z.enum(['day', 'workday']),
  channels: z
    .array(z.strictObject({ channel: z.enum([...TYPED_CHANNELS, 'KIOSK']), detail: publicLine }))
    .max(20),
  shorterReason: publicLine,
})

/**
 * Body of `POST /consultations/:id/opinions` and `PUT /opinions/:id`.
 * @example opinionSchema.parse(body).channel
 */
export const opinionSchema = z.strictObject({
  // KIOSK is written by the kiosk alone.
  channel: z.enum(TYPED_CHANNELS),
  receivedOn: civilDate,
  name: z.string().max(100),
  contact: z.string().max(200),
  text,
})

/**
 * Body of `POST /opinions/:id/answer`.
 * @example answerSchema.parse(body).result
 */
export const answerSchema = z.strictObject({
  result: z.enum(ADOPTION_RESULTS),
  reason: z.string().max(2000),
  summary: z.string().max(1000),
})

/**
 * Body of `POST /opinions/:id/merge`: what is merged into it.
 * @example mergeSchema.parse(body).others.length
 */
export const mergeSchema = z.strictObject({ others: z.array(id).min(1).max(500) })

/**
 * Body of a write whose address says all.
 * @example nothingSchema.parse({})
 */
export const nothingSchema = z.strictObject({})
