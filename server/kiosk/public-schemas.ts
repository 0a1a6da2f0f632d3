import { z } from 'zod'
import {
  MAINTENANCE_ACTIONS,
  type KioskSettings,
  type MaintenanceDone,
  type MaintenanceGrant,
  type VisitTicket,
} from './views.ts'

const seen = z.boolean().nullable()

/**
 * Shape of `GET /api/public/kiosk/settings`.
 * @example kioskSettingsSchema.safeParse(answer).success
 */
export const kioskSettingsSchema = z.strictObject({
  idleSeconds: z.int(),
  warningSeconds: z.int(),
  attract: z.boolean(),
  readingRoom: z.boolean(),
  hasPin: z.boolean(),
}) satisfies z.ZodType<KioskSettings>

/**
 * Shape of `POST /api/public/kiosk/maintenance`.
 * @example maintenanceGrantSchema.safeParse(answer).success
 */
export const maintenanceGrantSchema = z.strictObject({
  grant: z.string(),
  until: z.iso.datetime(),
}) satisfies z.ZodType<MaintenanceGrant>

/**
 * Shape of `POST /api/public/kiosk/maintenance/actions`.
 * @example maintenanceDoneSchema.safeParse(answer).success
 */
export const maintenanceDoneSchema = z.strictObject({
  action: z.enum(MAINTENANCE_ACTIONS),
  system: z
    .strictObject({
      platform: z.enum(['WINDOWS', 'LINUX', 'MAC', 'OTHER']),
      release: z.string(),
      edition: z.string(),
      programVersion: z.string(),
      administrator: seen,
      ownShell: seen,
      edgeSwipeOff: seen,
      automaticSignIn: seen,
    })
    .nullable(),
  closes: z.boolean(),
  asOf: z.iso.datetime(),
}) satisfies z.ZodType<MaintenanceDone>

/**
 * Shape of `POST /api/public/reading-room/visits`.
 * @example visitTicketSchema.safeParse(answer).success
 */
export const visitTicketSchema = z.strictObject({ ticket: z.string() }) satisfies z.ZodType<VisitTicket>

/**
 * Shape of an answer that says no more than that it was done.
 * @example doneSchema.parse({ done: true })
 */
export const doneSchema = z.strictObject({ done: z.literal(true) })
