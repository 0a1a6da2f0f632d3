import { z } from 'zod'
import { REGIMES } from '../../domain/catalogue/catalogue-item.ts'
import { VERIFICATIONS } from '../../domain/duty/rule-record.ts'
import {
  PHOTO_MOMENTS,
  PHOTO_SOURCES,
  PHOTO_VIEWS,
  POSTING_STATES,
} from '../../domain/posting/posting-state.ts'
import { civilDateSchema } from '../notice/content-schema.ts'

const id = z.string().min(1).max(100)
const line = z.string().max(500)
const millimetres = z.int().min(0).max(20_000)
const spot = z
  .strictObject({
    panelId: id,
    x: millimetres,
    y: millimetres,
    width: millimetres.min(1),
    height: millimetres.min(1),
  })
  .nullable()
/** A step of the life of a sheet that a photograph can show. */
const sheetMoment = z.enum(PHOTO_MOMENTS).exclude(['BOARD'])

/**
 * Body of `PUT /boards/:id/panels`.
 * @example panelsSchema.parse({ revision: 0, panels: [] }).panels.length
 */
export const panelsSchema = z.strictObject({
  revision: z.int().min(0),
  panels: z
    .array(z.strictObject({ id: id.nullable(), name: z.string().max(60), width: z.int(), height: z.int() }))
    .max(100),
})

/**
 * Query of `GET /postings`.
 * @example postingListSchema.parse({ state: 'DAMAGED' }).state
 */
export const postingListSchema = z.strictObject({
  notice: id.optional(),
  board: id.optional(),
  state: z.enum(POSTING_STATES).optional(),
  early: z.literal('true').optional(),
})

/**
 * Body of `POST /postings`: a notice, or an edition by its hash.
 * @example planSchema.parse(body).plannedOn
 */
export const planSchema = z
  .strictObject({
    noticeId: id.optional(),
    hash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
    boardId: id,
    plannedOn: civilDateSchema,
    spot,
  })
  .refine(({ noticeId, hash }) => (noticeId === undefined) !== (hash === undefined), { path: ['noticeId'] })

/**
 * Body of `POST /postings/:id/spot`.
 * @example spotSchema.parse({ spot: null }).spot
 */
export const spotSchema = z.strictObject({ spot })

/**
 * Body of `POST /postings/:id/posted`.
 * @example postedSchema.parse({ on: '2026-11-23', witness: '', note: '' }).on
 */
export const postedSchema = z.strictObject({ on: civilDateSchema, witness: z.string().max(60), note: line })

/**
 * Body of `POST /postings/:id/checked`, `/damaged` and `/reposted`.
 * @example roundSchema.parse({ on: '2026-11-23', note: '' }).on
 */
export const roundSchema = z.strictObject({ on: civilDateSchema, note: line })

/**
 * Body of `POST /postings/:id/removed`.
 * @example removedSchema.parse({ on: '2026-11-23', reason: '', note: '' }).reason
 */
export const removedSchema = z.strictObject({ on: civilDateSchema, reason: line, note: line })

/**
 * Body of `POST /postings/:id/cancelled`.
 * @example cancelledSchema.parse({ reason: '改期' }).reason
 */
export const cancelledSchema = z.strictObject({ reason: line })

/**
 * Body of `POST /postings/:id/error` and `POST /postings/:id/photos/:photoId/error`.
 * @example errorSchema.parse({ reason: '登记到了别的公开栏' }).reason
 */
export const errorSchema = z.strictObject({ reason: line })

/**
 * Fields of the form of `POST /postings/:id/photos`.
 * @example photoFieldsSchema.parse({ moment: 'POSTED', view: 'CLOSE', source: 'FILE' }).view
 */
export const photoFieldsSchema = z.strictObject({
  moment: sheetMoment,
  view: z.enum(PHOTO_VIEWS),
  // What came by phone or stick came through their own doors.
  source: z.enum(PHOTO_SOURCES).extract(['FILE']).default('FILE'),
})

/**
 * Body of `POST /postings/:id/photo-ticket`.
 * @example ticketSchema.parse({ moment: 'POSTED' }).moment
 */
export const ticketSchema = z.strictObject({ moment: sheetMoment })

/**
 * Body of `POST /postings/:id/photo-ticket/:photoId`.
 * @example waitingSchema.parse({ take: true, view: 'DISTANT' }).take
 */
export const waitingSchema = z.strictObject({ take: z.boolean(), view: z.enum(PHOTO_VIEWS) })

/**
 * Body of `POST /postings/:id/stick-photo`.
 * @example stickSchema.parse({ token: 'x', moment: 'POSTED', view: 'CLOSE' }).token
 */
export const stickSchema = z.strictObject({ token: id, moment: sheetMoment, view: z.enum(PHOTO_VIEWS) })

/**
 * Body of `PUT /posting-rules`.
 * @example ruleSchema.parse(body).days
 */
export const ruleSchema = z.strictObject({
  regime: z.enum(REGIMES),
  effectiveFrom: civilDateSchema,
  days: z.int().min(1).max(400).nullable(),
  unit: z.enum(['day', 'workday']),
  basis: line,
  verified: z.enum(VERIFICATIONS),
})

/**
 * Query of `GET /board-places`: a free place for a sheet of this size, in millimetres.
 * @example placeQuerySchema.parse({ board: 'x', width: '210', height: '297' }).width
 */
export const placeQuerySchema = z.strictObject({
  board: id,
  width: z.coerce.number().int().min(1).max(20_000),
  height: z.coerce.number().int().min(1).max(20_000),
})
