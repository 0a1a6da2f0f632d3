import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { REGIMES } from '../../domain/catalogue/catalogue-item.ts'
import {
  DEADLINE_CLASSES,
  DEADLINE_EVENTS,
  DEADLINE_UNITS,
  PERIOD_OFFSETS,
} from '../../domain/duty/deadline/deadline-rule.ts'
import { isReckonable } from '../../domain/duty/calendar/day-number.ts'
import { DUTY_STATES, type DutyState } from '../../domain/duty/duty.ts'
import { RULE_SCOPES, VERIFICATIONS } from '../../domain/duty/rule-record.ts'

/** A civil date from which is reckoned. */
export const civilDate = z.string().refine(isReckonable)
/** An id of ours. */
export const id = z.string().min(1).max(100)
/** Why, in words; the procedures ask for it. */
export const reason = z.string().trim().max(1000)
/** Whose duties: of a unit, a regime, a person in charge (`none` for nobody). */
export const person = {
  unit: id.exactOptional(),
  regime: z.enum(REGIMES).exactOptional(),
  person: id.exactOptional(),
}
const states = z
  .string()
  .transform((text) => text.split(','))
  .refine((names): names is DutyState[] => names.every((name) => DUTY_STATES.some((state) => state === name)))
/** States, separated by commas, and where the list goes on. */
export const paging = { state: states.exactOptional(), cursor: z.string().max(200).exactOptional() }

const stage = z.strictObject({
  name: z.string().trim().min(1).max(60),
  amount: z.int(),
  unit: z.enum(DEADLINE_UNITS),
  from: z.enum(DEADLINE_EVENTS),
})
const deadlineRule = z.strictObject({
  class: z.enum(DEADLINE_CLASSES),
  amount: z.int().exactOptional(),
  unit: z.enum(DEADLINE_UNITS).exactOptional(),
  from: z.enum(DEADLINE_EVENTS).exactOptional(),
  monthday: z.int().exactOptional(),
  offset: z.enum(PERIOD_OFFSETS).exactOptional(),
  date: z
    .string()
    .regex(/^\d\d-\d\d$/)
    .exactOptional(),
  stages: z.array(stage).max(20).exactOptional(),
})
/** A rule as it is written anew. */
export const ruleRecord = z.strictObject({
  ruleId: z.string().trim().max(20),
  name: z.string().trim().max(100),
  rule: deadlineRule.nullable(),
  displayPeriod: z.strictObject({ min: z.int().nullable(), unit: z.enum(['workday', 'day']) }).nullable(),
  basis: z.string().trim().max(200),
  scope: z.enum(RULE_SCOPES),
  verified: z.enum(VERIFICATIONS),
  defaultFor: z.array(z.enum(REGIMES)).max(REGIMES.length),
  effectiveFrom: z.string().max(10).nullable(),
  effectiveTo: z.string().max(10).nullable(),
  note: z.string().trim().max(500),
})
/** Something that happened; an instant may come with any offset and goes on in UTC. */
export const dutyEvent = z.strictObject({
  unitId: id,
  itemId: id,
  event: z.string().trim().max(200),
  startsOn: z.string().max(10),
  startsAt: z.iso
    .datetime({ offset: true })
    .transform((text) => Temporal.Instant.from(text).toString({ smallestUnit: 'millisecond' }))
    .nullable(),
  ruleIds: z.array(id).max(10),
})
