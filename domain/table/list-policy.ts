import type { RefusalCode } from '../refusal-code.ts'
import type { RefusalParams } from '../refusal.ts'
import {
  atLeastAsStrict,
  FIELD_KINDS,
  type FieldAction,
  type FieldKind,
  possibleActions,
} from './field-kind.ts'
import type { ListType } from './list-type.ts'
import { NAME_RULES, type NameRule } from './name-mask.ts'

/** What happens to each kind of column of a list, and the mildest way its names may be written. */
export type ListPolicy = {
  readonly actions: Readonly<Partial<Record<FieldKind, FieldAction>>>
  readonly nameRule: NameRule
}

/** Something wrong with a table, as a refusal says it; rows count from 1 as the clerk's file does. */
export type TableFault = { readonly code: RefusalCode; readonly params: RefusalParams }

// By kind, for every list that does not say otherwise: what an identity thief could use goes, the rest stays. Nobody has
// confirmed them against a rule (domain book §7.2, inferred there), and the screens say so.
const COMMON: Readonly<Partial<Record<FieldKind, FieldAction>>> = {
  MEMBER: 'DROP',
  BIRTH: 'DROP',
  ID_NUMBER: 'DROP',
  PHONE: 'DROP',
  BANK_CARD: 'DROP',
  ADDRESS: 'TO_GROUP',
  DISEASE: 'DROP',
  DISABILITY_DETAIL: 'DROP',
  SEX: 'DROP',
  NOTE: 'DROP',
  OTHER: 'DROP',
}

const DEFAULTS: Readonly<Record<ListType, ListPolicy>> = {
  LOW_INCOME: { actions: {}, nameRule: 'FULL' },
  FARM_SUBSIDY: { actions: {}, nameRule: 'FULL' },
  HOUSING: { actions: { ADDRESS: 'DROP' }, nameRule: 'FULL' },
  DISABILITY: { actions: { NAME: 'MASK' }, nameRule: 'MIDDLE' },
  TEMPORARY_AID: { actions: { NAME: 'MASK' }, nameRule: 'MIDDLE' },
  LAND: { actions: {}, nameRule: 'FULL' },
  COMMENDATION: { actions: { OTHER: 'PRINT' }, nameRule: 'FULL' },
  EXAM: { actions: { OTHER: 'PRINT' }, nameRule: 'FULL' },
  PARTY: { actions: { SEX: 'PRINT', BIRTH: 'MASK', OTHER: 'PRINT' }, nameRule: 'FULL' },
  VILLAGE_FINANCE: { actions: { NOTE: 'PRINT', OTHER: 'PRINT' }, nameRule: 'FULL' },
  OTHER: { actions: { NAME: 'MASK' }, nameRule: 'MIDDLE' },
}

/**
 * The policy the program comes with for a kind of list (domain book §7.2), unconfirmed until an office sets its own.
 * @example defaultPolicy('DISABILITY').nameRule // 'MIDDLE'
 */
export function defaultPolicy(listType: ListType): ListPolicy {
  const { actions, nameRule } = DEFAULTS[listType]
  const all = FIELD_KINDS.map((kind) => [kind, actions[kind] ?? COMMON[kind] ?? 'PRINT'] as const)
  return { actions: Object.fromEntries(all), nameRule }
}

/**
 * What a policy asks for one kind of column; a kind it does not name is left out of the public copy.
 * @example actionFor(policy, 'PHONE') // 'DROP'
 */
export function actionFor(policy: ListPolicy, kind: FieldKind): FieldAction {
  const asked = policy.actions[kind] ?? 'DROP'
  return possibleActions(kind).includes(asked) ? asked : 'DROP'
}

/**
 * What is wrong with a policy an office wants: nothing that may never be printed can be allowed.
 * Faults `table.policy-too-mild` with the `kind`.
 * @example policyFault({ actions: { ID_NUMBER: 'PRINT' }, nameRule: 'FULL' })?.code // 'table.policy-too-mild'
 */
export function policyFault(policy: ListPolicy): TableFault | null {
  for (const kind of FIELD_KINDS) {
    const action = policy.actions[kind]
    if (action !== undefined && !possibleActions(kind).includes(action)) {
      return { code: 'table.policy-too-mild', params: { kind } }
    }
  }
  return null
}

/**
 * Says whether a policy shows anything that the one before it hides: a milder action for one kind of column, or names
 * written more fully.
 * @example isMilder(defaultPolicy('LOW_INCOME'), defaultPolicy('DISABILITY')) // true
 */
export function isMilder(next: ListPolicy, before: ListPolicy): boolean {
  return (
    NAME_RULES.indexOf(next.nameRule) < NAME_RULES.indexOf(before.nameRule) ||
    FIELD_KINDS.some((kind) => !atLeastAsStrict(actionFor(next, kind), actionFor(before, kind)))
  )
}

/** Kinds whose masked cells are names, written by the name rule. */
const NAMES: readonly FieldKind[] = ['NAME', 'MEMBER', 'STAFF']

/**
 * What is wrong with what a clerk chose for one list: it may hide more than the policy, never less, and calling a column
 * something else does not get round what its heading and cells tell (`told`, one list of kinds a column).
 * Faults `table.weaker-than-policy` with the `kind`.
 * @example choiceFault(policy, [{ kind: 'NAME', action: 'PRINT' }], 'FULL')
 */
export function choiceFault(
  policy: ListPolicy,
  columns: readonly { readonly kind: FieldKind; readonly action: FieldAction }[],
  nameRule: NameRule,
  told: readonly (readonly FieldKind[])[] = [],
): TableFault | null {
  for (const [column, { kind, action }] of columns.entries()) {
    // Of OTHER nobody knows what it is until the clerk says so.
    const kinds = [kind, ...(told[column] ?? []).filter((one) => one !== 'OTHER')]
    const mild = kinds.find((one) => !atLeastAsStrict(action, actionFor(policy, one)))
    if (mild) return { code: 'table.weaker-than-policy', params: { kind: mild } }
    if (!possibleActions(kind).includes(action)) return { code: 'table.weaker-than-policy', params: { kind } }
  }
  const masks = columns.some(({ kind, action }) => NAMES.includes(kind) && action === 'MASK')
  const weaker = NAME_RULES.indexOf(nameRule) < NAME_RULES.indexOf(policy.nameRule)
  // A column to be masked by a rule that masks nothing would be printed in full.
  return masks && (weaker || nameRule === 'FULL')
    ? { code: 'table.weaker-than-policy', params: { kind: 'NAME' } }
    : null
}
