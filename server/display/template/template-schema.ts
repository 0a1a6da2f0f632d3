import { z } from 'zod'
import {
  PAPER_SIZES,
  SHEET_FORMS,
  SHEET_PARTS,
  TYPE_ROLES,
  WIDE_TABLE_WAYS,
} from '../../../domain/sheet/template.ts'

const length = z.number().min(0).max(420)
const type = z.strictObject({
  role: z.enum(TYPE_ROLES),
  // Whole and half points only: printers and people know no others.
  points: z.number().min(1).max(500).multipleOf(0.5),
  bold: z.boolean(),
})

/** Name of a template: one line that shows. */
export const templateName = z
  .string()
  .transform((name) => name.normalize('NFC').trim())
  .pipe(
    z
      .string()
      .min(1)
      .max(40)
      .regex(/^[^\p{Cc}\p{Cf}]*$/u),
  )

/** Id of a template: a form of the product, or that of one of the office's. */
export const templateId = z.union([z.enum(SHEET_FORMS), z.uuid()])

/** Shape of what may be adjusted; whether its numbers fit one another is `checkTemplate`'s to say. */
export const templateDefinition = z.strictObject({
  paper: z.strictObject({ size: z.enum(PAPER_SIZES), orientation: z.enum(['PORTRAIT', 'LANDSCAPE']) }),
  margin: z.strictObject({ top: length, right: length, bottom: length, left: length }),
  grid: z.strictObject({ lines: z.int().min(1).max(200), characters: z.int().min(1).max(200) }).nullable(),
  leading: z.number().min(0).max(10),
  type: z.strictObject({
    head: type,
    title: type,
    heading: type,
    subheading: type,
    text: type,
    table: type,
    note: type,
  }),
  leastTablePoints: z.number().min(0).max(500).multipleOf(0.5),
  wideTable: z.enum(WIDE_TABLE_WAYS),
  pageNumber: z.enum(['OUTSIDE', 'RIGHT', 'CENTRE', 'NONE']),
  parts: z
    .array(z.enum(SHEET_PARTS))
    .max(SHEET_PARTS.length)
    .refine((parts) => new Set(parts).size === parts.length),
  readFrom: z.number().min(0).max(1000),
})
