import { z } from 'zod'
import { INTERPRETATION_ELEMENTS, type NoticePlacement } from '../../domain/notice/placement.ts'

const id = z.string().min(1).max(100)
const words = z.string().max(1000)

/**
 * Reads where a notice belongs from the wire; a plan or reason may still be empty while it is written.
 * @example placementSchema.safeParse({ unitId: 'township', dutyId: null, policy: null, interpretation: null }).success
 */
export const placementSchema: z.ZodType<NoticePlacement> = z.strictObject({
  unitId: id,
  dutyId: id.nullable(),
  noDuty: z.boolean().exactOptional(),
  policy: z
    .discriminatedUnion('interpretation', [
      z.strictObject({ interpretation: z.literal('PLANNED'), plan: words }),
      z.strictObject({ interpretation: z.literal('WAIVED'), reason: words }),
      z.strictObject({ interpretation: z.literal('OPEN') }),
    ])
    .nullable(),
  interpretation: z
    .strictObject({
      ofNoticeId: id,
      elements: z.partialRecord(z.enum(INTERPRETATION_ELEMENTS), z.enum(['COVERED', 'NOT_APPLICABLE'])),
    })
    .nullable(),
})

/**
 * Reads what a notice is begun from.
 * @example noticeStartSchema.safeParse({ dutyId: '0193…' }).success // true
 */
export const noticeStartSchema = z.strictObject({
  catalogueItemId: z.string().nullish(),
  unitId: z.string().nullish(),
  dutyId: z.string().nullish(),
  interpretsNoticeId: z.string().nullish(),
})
