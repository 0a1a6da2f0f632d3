import { z } from 'zod'
import { FIELD_ACTIONS, FIELD_KINDS } from '../../../domain/table/field-kind.ts'
import type { ListPolicy } from '../../../domain/table/list-policy.ts'
import { LIST_TYPES } from '../../../domain/table/list-type.ts'
import { NAME_RULES } from '../../../domain/table/name-mask.ts'
import type { TableReading } from '../../../domain/table/table-reading.ts'
import type { TableChange } from './edit-table.ts'

const MOST_ROWS = 20_000
const MOST_COLUMNS = 256

const row = z.int().min(0).max(MOST_ROWS)
const line = z
  .string()
  .max(100)
  .regex(/^[^\p{Cc}]*$/u)
const kind = z.enum(FIELD_KINDS)
const action = z.enum(FIELD_ACTIONS)

/** The kind of list in an address. */
export const listTypeSchema = z.strictObject({ listType: z.enum(LIST_TYPES) })

const finance = z.strictObject({
  unit: line,
  month: line,
  opening: line,
  closing: line,
  cash: line,
  bank: line,
  receivable: line,
  payable: line,
  preparer: line,
  director: line,
  accountant: line,
  supervisor: line,
})

const reading: z.ZodType<TableReading> = z.strictObject({
  sheet: z.int().min(0).max(1000),
  headerRow: row,
  withHidden: z.boolean(),
  listType: z.enum(LIST_TYPES),
  columns: z.array(z.strictObject({ kind, action })).max(MOST_COLUMNS),
  nameRule: z.enum(NAME_RULES),
  leftOut: z.array(row).max(MOST_ROWS),
  entries: z.array(row).max(MOST_ROWS).exactOptional(),
  finance: finance.nullable(),
})

/** What a clerk changes of a list. */
export const tableChangeSchema: z.ZodType<TableChange> = z.strictObject({
  revision: z.int().min(1),
  reading: reading.exactOptional(),
  propose: z
    .strictObject({
      sheet: z.int().min(0).max(1000).exactOptional(),
      headerRow: row.exactOptional(),
      listType: z.enum(LIST_TYPES).exactOptional(),
    })
    .exactOptional(),
  correct: z
    .array(
      z.strictObject({
        row,
        column: z.int().min(0).max(MOST_COLUMNS),
        text: z
          .string()
          .max(1000)
          .regex(/^[^\p{Cc}]*$/u),
      }),
    )
    .max(1000)
    .exactOptional(),
})

/** Which state of a list and of the text is taken over, and behind which block of the text. */
export const takeTableSchema = z.strictObject({
  revision: z.int().min(1),
  draftRevision: z.int().min(1),
  after: z.int().min(0).max(100_000).nullable(),
})

/** Which state of a list is set aside. */
export const discardTableSchema = z.strictObject({ revision: z.int().min(1) })

const policy: z.ZodType<ListPolicy> = z.strictObject({
  actions: z.partialRecord(kind, action),
  nameRule: z.enum(NAME_RULES),
})

/** A policy an office sets, with what it rests on. */
export const setPolicySchema = z.strictObject({ policy, basis: z.string().max(500) })
