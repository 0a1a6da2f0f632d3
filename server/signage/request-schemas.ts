import { z } from 'zod'
import { REGIMES } from '../../domain/catalogue/catalogue-item.ts'
import { NOTICE_KINDS } from '../../domain/notice/notice-kind.ts'
import { SCREEN_LAYOUTS, SCREEN_PANES } from '../../domain/signage/screen.ts'

// Shapes only: what lies beyond a limit is refused by the rule, which names the field and both ends.
const line = z
  .string()
  .max(200)
  .regex(/^[^\p{Cc}\p{Cf}]*$/u)
const id = z.string().min(1).max(64)
const window = z.strictObject({
  weekdays: z.array(z.int()).max(20),
  from: z.string().max(10),
  to: z.string().max(10),
})

const column = z.union([
  z.strictObject({ kind: z.literal('ALL') }),
  z.strictObject({ kind: z.literal('GROUP'), groupId: id }),
  z.strictObject({ kind: z.literal('UNIT'), unitId: id, regime: z.enum(REGIMES).nullable() }),
  z.strictObject({ kind: z.literal('NOTICE_KIND'), noticeKind: z.enum(NOTICE_KINDS) }),
])

/** What is said of a screen. */
export const screenDefinition = z.strictObject({
  name: line,
  place: line,
  unitId: id,
  geometry: z.strictObject({
    pixelWidth: z.number(),
    pixelHeight: z.number(),
    millimetreWidth: z.number(),
    millimetreHeight: z.number(),
    viewingDistanceMillimetres: z.number(),
    leastDegrees: z.number(),
  }),
  layout: z.enum(SCREEN_LAYOUTS),
  subscriptions: z
    .array(
      z.strictObject({
        id,
        pane: z.enum(SCREEN_PANES),
        column,
        windows: z.array(window).max(50),
        validFrom: z.string().max(10).nullable(),
        validUntil: z.string().max(10).nullable(),
        priority: z.number(),
        mostNotices: z.number(),
        mostPerHour: z.number().nullable(),
      }),
    )
    .max(100),
  openingHours: z.array(window).max(50),
  shift: z.boolean(),
})

/** A change of a screen, with the version it was made from. */
export const screenChange = z.strictObject({ version: z.int().min(1), definition: screenDefinition })

/** Why a screen is taken out of use. */
export const screenEnding = z.strictObject({ reason: line })

/** An instant that a simulation is asked for. */
export const simulationQuery = z.strictObject({ at: z.iso.datetime() })
