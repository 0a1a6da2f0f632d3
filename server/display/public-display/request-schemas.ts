import { z } from 'zod'
import { DISPLAY_RESULT_KINDS } from '../../../domain/display/display-result.ts'
import { OBJECTION_CHANNELS } from '../../../domain/display/objection.ts'

const civilDate = z.iso.date()
const line = z.string().max(500)
const text = z.string().max(5000)

/**
 * Query of `GET /displays`: those under way, or all, one page before a display.
 * @example displayListSchema.parse({ show: 'all' }).show
 */
export const displayListSchema = z.strictObject({
  show: z.enum(['under-way', 'all']).optional(),
  before: z.string().max(64).optional(),
})

/**
 * Body of `POST /displays/:id/objections`.
 * @example objectionSchema.parse(body).channel
 */
export const objectionSchema = z.strictObject({
  receivedOn: civilDate,
  channel: z.enum(OBJECTION_CHANNELS),
  name: line,
  contact: line,
  text,
})

/**
 * Body of `POST /displays/:id/objections/:objectionId/entries`.
 * @example objectionActSchema.parse({ kind: 'ANSWERED', answer: '经复核，面积无误。' }).kind
 */
export const objectionActSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ANSWERED'), answer: text }),
  z.strictObject({ kind: z.literal('MERGED'), into: z.string().min(1).max(64) }),
])

/**
 * Body of `POST /displays/:id/results`.
 * @example resultSchema.parse(body).kind
 */
export const resultSchema = z.strictObject({ kind: z.enum(DISPLAY_RESULT_KINDS), text })

/**
 * Body of `POST /displays/:id/results/:resultId/decision`.
 * @example resultDecisionSchema.parse(body).decision
 */
export const resultDecisionSchema = z.strictObject({
  decision: z.enum(['CONFIRMED', 'RETURNED']),
  reason: text,
})

/**
 * Body of `POST /displays/:id/removal`.
 * @example removalSchema.parse({ reason: '名单有误' }).reason
 */
export const removalSchema = z.strictObject({ reason: text })

/**
 * Body of `POST /displays/:id/interruption`.
 * @example interruptionSchema.parse(body).on
 */
export const interruptionSchema = z.strictObject({ on: civilDate, reason: text })

/**
 * Query of `GET /displays/:id/again`.
 * @example againQuerySchema.parse({ startsOn: '2026-03-10' }).startsOn
 */
export const againQuerySchema = z.strictObject({ startsOn: civilDate })

/**
 * Body of `POST /displays/:id/runs`.
 * @example againSchema.parse(body).counting
 */
export const againSchema = z.strictObject({
  startsOn: civilDate,
  counting: z.enum(['ANEW', 'REMAINING']),
  reason: text,
})

/**
 * Query and body of the certificate.
 * @example certificateSchema.parse({ interim: true }).interim
 */
export const certificateSchema = z.strictObject({ interim: z.boolean() })
