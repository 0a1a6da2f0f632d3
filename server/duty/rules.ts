import type { Reads } from '../../db/store.ts'
import { isReckonable } from '../../domain/duty/calendar/day-number.ts'
import { isDueAmount } from '../../domain/duty/due-amount.ts'
import { fitsEmergency } from '../../domain/duty/emergency-rules.ts'
import { groundFor, saysWhen } from '../../domain/duty/duty-ground.ts'
import type { DeadlineRule } from '../../domain/duty/deadline/deadline-rule.ts'
import type { RuleRecord } from '../../domain/duty/rule-record.ts'
import { STARTER_RULES } from '../../domain/duty/starter-rules.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import { rulesOf } from './rules-of.ts'
import { todayOf } from './today.ts'
import { startUpkeep } from './upkeep.ts'
import type { RuleView } from './views.ts'

/** How many catalogue items in use stand on which rule of the set, and for how many the time limit is not settled. */
export type RuleUse = {
  readonly byRule: ReadonlyMap<string, number>
  /** By catalogue: items of the version in use without a rule by which they are due (时限未定). */
  readonly unsettled: ReadonlyMap<string, number>
}

/**
 * Counts on which rules the items in use stand.
 * @example ruleUse(deps.store.read, today).unsettled.get(catalogueId) // 4
 */
export function ruleUse(read: Reads, today: CivilDate): RuleUse {
  const rules = rulesOf(read)
  const byRule = new Map<string, number>()
  const unsettled = new Map<string, number>()
  const add = (to: Map<string, number>, key: string): void => {
    to.set(key, (to.get(key) ?? 0) + 1)
  }
  for (const catalogue of read.catalogue.list()) {
    for (const item of read.catalogue.items(catalogue.id)) {
      const ground = groundFor(item, rules, catalogue.regime, today)
      if (!ground) add(unsettled, catalogue.id)
      else if (ground.ruleId !== null) add(byRule, ground.ruleId)
    }
  }
  return { byRule, unsettled }
}

function viewsOf(read: Reads, today: CivilDate): RuleView[] {
  const { byRule } = ruleUse(read, today)
  const builtIn = new Set(STARTER_RULES)
  const versions = Map.groupBy(rulesOf(read), ({ ruleId }) => ruleId)
  return [...versions].flatMap(([ruleId, all]) => {
    const [newest, ...former] = all.toSorted((one, other) => other.version - one.version)
    return newest
      ? [{ ...newest, builtIn: builtIn.has(newest), former, usedBy: byRule.get(ruleId) ?? 0 }]
      : []
  })
}

/**
 * The rules, each in its newest version with the former ones, and how many items stand on it.
 * @example ruleViews(deps)[0]?.ruleId // 'OGI26'
 */
export function ruleViews(deps: Deps): RuleView[] {
  const { read } = deps.store
  return viewsOf(read, todayOf(read, deps.clock.now()).today)
}

/** The member of a rule that is not as it should be, or null. */
function faultOf(rule: Omit<RuleRecord, 'version'>): string | null {
  const { rule: deadline, displayPeriod } = rule
  if (!/^[A-Z0-9][A-Z0-9-]{1,19}$/.test(rule.ruleId)) return 'ruleId'
  if (rule.name === '') return 'name'
  if (deadline === null && displayPeriod === null) return 'rule'
  if (deadline !== null && !deadlineHolds(deadline)) return 'rule'
  if (!fitsEmergency(rule)) return 'rule'
  if (
    displayPeriod !== null &&
    displayPeriod.min !== null &&
    !isDueAmount(displayPeriod.min, displayPeriod.unit)
  ) {
    return 'displayPeriod'
  }
  if (rule.basis === '' && rule.verified !== 'UNVERIFIED') return 'basis'
  for (const name of ['effectiveFrom', 'effectiveTo'] as const) {
    const date = rule[name]
    if (date !== null && !isReckonable(date)) return name
  }
  const { effectiveFrom, effectiveTo } = rule
  return effectiveFrom !== null && effectiveTo !== null && effectiveTo < effectiveFrom ? 'effectiveTo' : null
}

function deadlineHolds(rule: DeadlineRule): boolean {
  const { amount, unit, monthday, date } = rule
  if (!saysWhen(rule)) return false
  if (amount !== undefined && (unit === undefined || !isDueAmount(amount, unit))) return false
  if (monthday !== undefined && (monthday < 1 || monthday > 31)) return false
  // A leap year, so that 29 February is one.
  if (date !== undefined && !isReckonable(`2028-${date}`)) return false
  return (rule.stages ?? []).every((stage) => stage.name !== '' && isDueAmount(stage.amount, stage.unit))
}

/**
 * Writes a new version of a rule, or a new rule. Duties that stand on it are reckoned anew beside. Needs ADMINISTRATOR or
 * DEPUTY_LEADER. Refuses `rule.invalid` with the member that is not as it should be.
 * @example setRule(deps, administrator, { ...rule, monthday: 20 })
 */
export function setRule(
  deps: Deps,
  principal: Principal,
  rule: Omit<RuleRecord, 'version'>,
): Result<RuleView> {
  const allowed = requireRole(principal, 'ADMINISTRATOR', 'DEPUTY_LEADER')
  if (!allowed.ok) return allowed
  const field = faultOf(rule)
  if (field !== null) return refuse('rule.invalid', { field })
  const done = deps.store.tx((write, read): Result<number> => {
    const version = Math.max(
      0,
      ...rulesOf(read).flatMap((one) => (one.ruleId === rule.ruleId ? [one.version] : [])),
    )
    write.rule.insert({
      ...rule,
      version: version + 1,
      createdBy: principal.id,
      createdAt: deps.clock.now(),
    })
    record(deps, write, principal, 'rule.set', { kind: 'rule', id: rule.ruleId }, { version: version + 1 })
    return accept(version + 1)
  })
  if (!done.ok) return done
  startUpkeep(deps)
  const view = ruleViews(deps).find(({ ruleId }) => ruleId === rule.ruleId)
  if (!view) throw new Error('the rule was written a line above')
  return accept(view)
}
