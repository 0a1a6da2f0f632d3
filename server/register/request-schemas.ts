import { z } from 'zod'
import { EXEMPTION_GROUNDS } from '../../domain/register/exemption-ground.ts'
import { LIST_CHANGE_KINDS, LIST_KINDS } from '../../domain/register/list-change.ts'
import { REVIEW_OUTCOMES } from '../../domain/register/undisclosed-matter.ts'
import { LIST_DECISIONS } from './decide-changes.ts'

const id = z.string().min(1).max(64)
const civilDate = z.iso.date()
const line = z.string().max(500)
const text = z.string().max(5000)

/**
 * Body of `POST /undisclosed` and `PUT /undisclosed/:id`.
 * @example undisclosedEntrySchema.parse(body).ground
 */
export const undisclosedEntrySchema = z.strictObject({
  unitId: id,
  title: line,
  alias: z.boolean(),
  informationNumber: line,
  description: text,
  documentNumber: line,
  producedOn: civilDate.nullable(),
  ground: z.enum(EXEMPTION_GROUNDS),
  reason: text,
  reviewerId: id,
  decidedOn: civilDate,
  reviewDue: civilDate,
})

/**
 * Body of `POST /undisclosed/:id/reviews`.
 * @example reviewSchema.parse(body).outcome
 */
export const reviewSchema = z.strictObject({
  outcome: z.enum(REVIEW_OUTCOMES),
  reason: text,
  nextDue: civilDate.nullable(),
})

/**
 * Body of `POST /lists/:id/changes`.
 * @example proposalSchema.parse(body).changes.length
 */
export const proposalSchema = z.strictObject({
  name: line.nullable(),
  columns: z
    .array(z.strictObject({ id: id.nullable(), label: line }))
    .max(60)
    .nullable(),
  reason: text,
  legalBasis: text,
  effectiveOn: civilDate,
  sourceFile: line,
  personal: z.boolean().default(false),
  changes: z
    .array(
      z.strictObject({
        kind: z.enum(LIST_CHANGE_KINDS),
        rowId: id.nullable(),
        texts: z.array(text).max(60).nullable(),
        place: z.number().optional(),
        base: id.nullable(),
      }),
    )
    .max(10_000),
})

/**
 * Body of `POST /lists`.
 * @example newListSchema.parse(body).kind
 */
export const newListSchema = z.strictObject({
  unitId: id,
  kind: z.enum(LIST_KINDS),
  proposal: proposalSchema,
})

/**
 * Body of `POST /list-changes/:id/decision`.
 * @example listDecisionSchema.parse(body).decision
 */
export const listDecisionSchema = z.strictObject({
  decision: z.enum(LIST_DECISIONS),
  reason: text,
  personal: z.boolean().default(false),
})

/**
 * Body of `POST /lists/:id/standing`.
 * @example listStandingSchema.parse(body).action
 */
export const listStandingSchema = z.strictObject({ action: z.enum(['HIDDEN', 'SHOWN']), reason: text })

/**
 * Query that names a day.
 * @example onSchema.parse({ on: '2026-12-01' }).on
 */
export const onSchema = z.strictObject({ on: civilDate.optional() })

/**
 * Body of `POST /undisclosed-export`.
 * @example exportSchema.parse({ unitId: null }).unitId
 */
export const exportSchema = z.strictObject({ unitId: id.nullable() })

/**
 * Body of a write whose address says all.
 * @example emptySchema.parse({})
 */
export const emptySchema = z.strictObject({})
