import { z } from 'zod'
import { REGIMES } from '../../domain/catalogue/catalogue-item.ts'
import { NOTICE_KINDS } from '../../domain/notice/notice-kind.ts'
import { SCREEN_LAYOUTS, SCREEN_PANES } from '../../domain/signage/screen.ts'
import { sheetDataSchema } from '../display/view-schemas.ts'
import type { ScreenFeed } from './views.ts'

const instant = z.string()
const window = z.strictObject({ weekdays: z.array(z.int()), from: z.string(), to: z.string() })

const column = z.union([
  z.strictObject({ kind: z.literal('ALL') }),
  z.strictObject({ kind: z.literal('GROUP'), groupId: z.string() }),
  z.strictObject({ kind: z.literal('UNIT'), unitId: z.string(), regime: z.enum(REGIMES).nullable() }),
  z.strictObject({ kind: z.literal('NOTICE_KIND'), noticeKind: z.enum(NOTICE_KINDS) }),
])

const screen = z.strictObject({
  id: z.string(),
  name: z.string(),
  place: z.string(),
  unitId: z.string(),
  geometry: z.strictObject({
    pixelWidth: z.number(),
    pixelHeight: z.number(),
    millimetreWidth: z.number(),
    millimetreHeight: z.number(),
    viewingDistanceMillimetres: z.number(),
    leastDegrees: z.number(),
  }),
  layout: z.enum(SCREEN_LAYOUTS),
  subscriptions: z.array(
    z.strictObject({
      id: z.string(),
      pane: z.enum(SCREEN_PANES),
      column,
      windows: z.array(window),
      validFrom: z.string().nullable(),
      validUntil: z.string().nullable(),
      priority: z.number(),
      mostNotices: z.number(),
      mostPerHour: z.number().nullable(),
    }),
  ),
  openingHours: z.array(window),
  shift: z.boolean(),
})

/**
 * Shape of `GET /api/public/screens/:screen/feed`.
 * @example screenFeedSchema.safeParse(answer).success
 */
export const screenFeedSchema = z.strictObject({
  asOf: instant,
  clockState: z.enum(['TRUSTED', 'BEHIND', 'AHEAD']),
  version: z.string(),
  office: sheetDataSchema.shape.office,
  screen,
  unitName: z.string(),
  columnNames: z.record(z.string(), z.string()),
  entries: z.record(z.string(), z.array(z.strictObject({ hash: z.string(), expiresAt: instant.nullable() }))),
  takeovers: z.array(
    z.strictObject({ hash: z.string(), until: instant, screenIds: z.array(z.string()).nullable() }),
  ),
  items: z.record(
    z.string(),
    z.strictObject({
      sheet: sheetDataSchema,
      noticeKind: z.enum(NOTICE_KINDS),
      expiresAt: instant.nullable(),
      shortened: z.boolean(),
      emergency: z.strictObject({ issuer: z.string(), issuedAt: instant.nullable() }).nullable(),
    }),
  ),
}) satisfies z.ZodType<ScreenFeed>
