import { z } from 'zod'
import { DISCLOSURE_SCOPES } from '../../domain/catalogue/catalogue-item.ts'
import {
  DEADLINE_CLASSES,
  DEADLINE_EVENTS,
  DEADLINE_UNITS,
  PERIOD_OFFSETS,
} from '../../domain/duty/deadline/deadline-rule.ts'

const cell = z.string().max(20_000).exactOptional()
const cells = z.array(z.string().max(500)).max(100).readonly().exactOptional()
const amount = z.int().min(1).max(100_000)

const deadlineRule = z.strictObject({
  class: z.enum(DEADLINE_CLASSES),
  amount: amount.exactOptional(),
  unit: z.enum(DEADLINE_UNITS).exactOptional(),
  from: z.enum(DEADLINE_EVENTS).exactOptional(),
  monthday: z.int().min(1).max(31).exactOptional(),
  offset: z.enum(PERIOD_OFFSETS).exactOptional(),
  date: z.string().max(5).exactOptional(),
  stages: z
    .array(
      z.strictObject({
        name: z.string().max(100),
        amount,
        unit: z.enum(DEADLINE_UNITS),
        from: z.enum(DEADLINE_EVENTS),
      }),
    )
    .max(20)
    .readonly()
    .exactOptional(),
})
const displayPeriod = z.strictObject({
  min: z.int().min(1).max(3650).nullable(),
  unit: z.enum(['workday', 'day']),
})

/**
 * Cells of a row as they come in: every one may be left out, none is unknown.
 * @example rowChange.safeParse({ deadlineText: '20个工作日内' }).success // true
 */
export const rowChange = z.strictObject({
  serial: cell,
  itemLevel1: cell,
  itemLevel2: cell,
  itemLevel3: cell,
  contentElements: cell,
  legalBasis: cell,
  deadlineText: cell,
  deadlineRule: deadlineRule.nullable().exactOptional(),
  deadlineRuleSet: z.boolean().exactOptional(),
  displayPeriod: displayPeriod.nullable().exactOptional(),
  publishingUnit: cell,
  channels: cells,
  audience: z.enum(['ALL', 'SPECIFIC_GROUP', 'UNSTATED']).exactOptional(),
  audienceNote: cell,
  disclosureScope: z.enum(DISCLOSURE_SCOPES).exactOptional(),
  disclosureMode: z.enum(['PROACTIVE', 'ON_REQUEST', 'UNSTATED']).exactOptional(),
  levels: cells,
  extra: z.record(z.string().max(200), z.string().max(20_000)).exactOptional(),
  sourceSheet: z.string().max(200).exactOptional(),
  sourceRow: z.int().min(0).max(1_048_576).exactOptional(),
})
