import { z } from 'zod'
import { REGIMES } from '../../../domain/catalogue/catalogue-item.ts'
import { CONTENT_GROUPS } from '../../../domain/display/content-group.ts'
import { PUBLIC_BOARDS } from '../../../domain/display/public-board.ts'
import { UNIT_KINDS } from '../../../domain/office/unit.ts'
import type { PublicShelves } from './views.ts'

const whole = z.int().min(0)

/**
 * Shape of `GET /api/public/units`.
 * @example publicShelvesSchema.safeParse(answer).success
 */
export const publicShelvesSchema = z.strictObject({
  asOf: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/),
  contentGroups: z.array(z.strictObject({ contentGroup: z.enum(CONTENT_GROUPS), count: whole })),
  boards: z.array(z.strictObject({ board: z.enum(PUBLIC_BOARDS), count: whole })),
  units: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      kind: z.enum(UNIT_KINDS),
      regime: z.enum(REGIMES),
      count: whole,
    }),
  ),
}) satisfies z.ZodType<PublicShelves>
