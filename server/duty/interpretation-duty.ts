import type { StoredDuty } from '../../db/repos/duty-repo.ts'
import type { Reads } from '../../db/store.ts'
import type { Regime } from '../../domain/catalogue/catalogue-item.ts'
import { groundOfRule } from '../../domain/duty/duty-ground.ts'
import { ruleInForce } from '../../domain/duty/rule-set.ts'
import { eventTerm } from '../../domain/duty/term.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import type { NoticePlacement } from '../../domain/notice/placement.ts'
import { regimeOfUnit } from '../../domain/office/unit.ts'
import { civilDateOf } from '../../platform/clock.ts'
import { closeDuty, type DutyTransaction, moveDuty, reopenDuty } from './close-duty.ts'
import { makeDuty } from './make-duty.ts'
import { rulesOf } from './rules-of.ts'

/** A policy document that is being published. */
export type PublishedPolicy = {
  readonly noticeId: string
  readonly title: string
  readonly itemId: string | null
  readonly placement: Pick<NoticePlacement, 'unitId' | 'policy'>
  /** It takes the place of a former edition that hung until now. */
  readonly supersedes: boolean
  readonly at: string
  readonly on: CivilDate
}

/** The rule of the set by which a policy document is interpreted. */
const INTERPRETATION_RULE = 'SEED3D'
const POLICY_WITHDRAWN = '政策文件已撤下'
const NOT_WANTED = '更正后不再需要解读'

function endedHere({ closing }: StoredDuty): boolean {
  return closing?.kind === 'WAIVED' && [POLICY_WITHDRAWN, NOT_WANTED].includes(closing.reason)
}

function waive(transaction: DutyTransaction, duty: StoredDuty, at: string, reason: string): void {
  const closing = { kind: 'WAIVED', at, on: civilDateOf(at), noticeId: null } as const
  closeDuty(transaction, duty, { ...closing, reason, clockDoubt: false })
}

/** The regime of the item it stands under, else that of its unit. */
function regimeOf(read: Reads, { itemId, placement }: PublishedPolicy): Regime {
  const item = itemId === null ? undefined : read.catalogue.item(itemId)
  return item?.regime ?? regimeOfUnit(read.unit.byId(placement.unitId)?.kind ?? 'TOWNSHIP')
}

/**
 * Keeps the duty of interpreting a policy document in step with its publication, inside the transaction: a plan starts the
 * three working days once; published anew after it was taken down they begin anew; a correction that plans no
 * interpretation any more ends the duty, and one that plans it again opens it with the days of the first plan.
 * @example keepInterpretation(transaction, { noticeId, title, itemId: null, placement, at, on: '2026-12-11' })
 */
export function keepInterpretation(transaction: DutyTransaction, policy: PublishedPolicy): void {
  const { read } = transaction
  const { noticeId, placement, title, on, at } = policy
  const known = read.duty.interpretationOf(noticeId)
  if (placement.policy?.interpretation !== 'PLANNED') {
    if (known?.closing === null) waive(transaction, known, at, NOT_WANTED)
    return
  }
  const rule = ruleInForce(rulesOf(read), INTERPRETATION_RULE, on)
  const ground = rule && groundOfRule(rule)
  const term = ground && eventTerm(ground.rule, { on, at })
  if (!ground || !term) return
  if (known) {
    const reason = policy.supersedes ? '更正后重新安排解读' : '政策文件重新发布'
    if (!endedHere(known)) return
    reopenDuty(transaction, known, reason)
    if (!policy.supersedes) moveDuty(transaction, known, { term, startsOn: on }, reason)
    return
  }
  makeDuty(transaction, {
    ...{ kind: 'INTERPRETATION', unitId: placement.unitId, itemId: null, regime: regimeOf(read, policy) },
    ...{ title, policyNoticeId: noticeId, startsOn: on, term, ground },
  })
}

/**
 * Ends the duty of interpreting a document that is taken down, inside the transaction: nobody has to explain what is not on
 * the board.
 * @example endInterpretation(transaction, policyNoticeId, at)
 */
export function endInterpretation(transaction: DutyTransaction, policyNoticeId: string, at: string): void {
  const duty = transaction.read.duty.interpretationOf(policyNoticeId)
  if (duty?.closing === null) waive(transaction, duty, at, POLICY_WITHDRAWN)
}
