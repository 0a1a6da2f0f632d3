import { z } from 'zod'
import { LIST_CHANGE_KINDS, LIST_KINDS } from '../../domain/register/list-change.ts'
import type { PublicList, PublicLists } from './views.ts'

const whole = z.int().min(0)
const civilDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

const row = z.strictObject({
  id: z.string(),
  kind: z.enum(LIST_KINDS),
  name: z.string(),
  unit: z.string(),
  rowCount: whole,
  changedOn: civilDate,
})

/**
 * Shape of `GET /api/public/lists`.
 * @example publicListsSchema.safeParse(answer).success
 */
export const publicListsSchema = z.strictObject({ lists: z.array(row) }) satisfies z.ZodType<PublicLists>

/**
 * Shape of `GET /api/public/lists/:id`.
 * @example publicListSchema.safeParse(answer).success
 */
export const publicListSchema = row.extend({
  asOf: civilDate,
  columns: z.array(z.string()),
  rows: z.array(z.strictObject({ id: z.string(), texts: z.array(z.string()), since: civilDate })),
  changes: z.array(
    z.strictObject({
      on: civilDate,
      reason: z.string(),
      legalBasis: z.string(),
      first: z.boolean(),
      added: whole,
      changed: whole,
      removed: whole,
      name: z.string().nullable(),
      columns: z.array(z.string()).nullable(),
      rows: z.array(
        z.strictObject({
          kind: z.enum(LIST_CHANGE_KINDS),
          title: z.string().nullable(),
          fields: z.array(
            z.strictObject({
              label: z.string(),
              before: z.string().nullable(),
              after: z.string().nullable(),
            }),
          ),
        }),
      ),
    }),
  ),
}) satisfies z.ZodType<PublicList>
