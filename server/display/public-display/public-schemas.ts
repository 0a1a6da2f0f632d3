import { z } from 'zod'
import type { PublicDisplay, PublicDisplayRow } from './views.ts'

const whole = z.int().min(0)
const civilDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/**
 * Shape of `GET /api/public/displays`.
 * @example publicDisplaysSchema.safeParse(answer).success
 */
export const publicDisplaysSchema = z.strictObject({
  displays: z.array(
    z.strictObject({ indexNumber: z.string(), title: z.string(), lastDay: civilDate, daysLeft: whole }),
  ),
}) satisfies z.ZodType<{ readonly displays: readonly PublicDisplayRow[] }>

/**
 * Shape of `GET /api/public/display`.
 * @example publicDisplaySchema.safeParse(answer).success
 */
export const publicDisplaySchema = z.strictObject({
  state: z.enum(['SCHEDULED', 'ON_DISPLAY', 'INTERRUPTED', 'ENDED', 'RESULT_PUBLISHED', 'REMOVED_EARLY']),
  startsOn: civilDate,
  lastDay: civilDate,
  daysLeft: whole.nullable(),
  term: z.strictObject({ amount: z.int().min(1), unit: z.enum(['workday', 'day']), start: civilDate }),
  provisional: z.boolean(),
  basis: z.string(),
  places: z.array(z.string()),
  route: z.strictObject({
    telephone: z.string(),
    address: z.string(),
    person: z.string(),
    email: z.string(),
  }),
  removal: z.strictObject({ on: civilDate, reason: z.string() }).nullable(),
  result: z.strictObject({ text: z.string(), on: civilDate }).nullable(),
  earlier: z.array(z.strictObject({ startsOn: civilDate, until: civilDate, reason: z.string() })),
}) satisfies z.ZodType<PublicDisplay>
