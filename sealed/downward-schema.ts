import { z } from 'zod'
import { DOWNWARD_FORMAT, DOWNWARD_KINDS } from '../domain/exchange/downward.ts'
import type { DownwardManifest } from '../domain/exchange/downward.ts'
import { DOWNWARD_ITEM_NAME } from '../domain/exchange/package-name.ts'
import {
  fromOneShape,
  instantShape,
  officeShape,
  sha256Shape,
  uuidShape,
  wholeShape,
} from './field-shapes.ts'

/**
 * Shape of `manifest.json` in a package from the county.
 * @example downwardSchema.safeParse(value).success
 */
export const downwardSchema: z.ZodType<DownwardManifest> = z.strictObject({
  format: z.literal(DOWNWARD_FORMAT),
  county: z.strictObject({
    name: z.string().min(1),
    code: z.string().regex(/^\d{6}$/),
    instanceId: uuidShape,
  }),
  office: officeShape,
  sequence: fromOneShape,
  claimedAt: instantShape,
  items: z
    .array(
      z.strictObject({
        kind: z.enum(DOWNWARD_KINDS),
        key: z.string().min(1).max(200),
        version: fromOneShape,
        title: z.string().min(1).max(500),
        fileName: z.string().min(1).max(200),
        path: z.string().regex(DOWNWARD_ITEM_NAME),
        sha256: sha256Shape,
        size: wholeShape,
      }),
    )
    .min(1)
    .max(1000),
})
