import type { RuleRecord } from '../../domain/duty/rule-record.ts'
import { type Drizzle, orm } from '../drizzle.ts'
import { deadlineRule } from '../schema/duty.ts'

const { asc } = orm

/** A rule as stored, with who wrote it. */
export type StoredRule = typeof deadlineRule.$inferSelect

/**
 * Reading the rules the office or the county has added.
 * @example ruleReads(db).list()
 */
export function ruleReads(db: Drizzle) {
  return {
    /** All versions, by rule and version. */
    list: (): RuleRecord[] =>
      db
        .select()
        .from(deadlineRule)
        .orderBy(asc(deadlineRule.ruleId), asc(deadlineRule.version))
        .all()
        .map(({ createdBy: _, createdAt: __, ...rule }) => rule),
  }
}

/**
 * Writing rules; a rule is changed by a new version, never in place.
 * @example ruleWrites(db).insert(rule)
 */
export function ruleWrites(db: Drizzle) {
  return {
    /** Adds a version. */
    insert: (row: StoredRule): void => {
      db.insert(deadlineRule).values(row).run()
    },
  }
}
