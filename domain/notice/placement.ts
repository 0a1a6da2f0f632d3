import { TOWNSHIP_UNIT_ID } from '../office/unit.ts'
import { accept, refuse, type Result } from '../refusal.ts'
import type { DraftContent } from './content.ts'

/**
 * Plan for the interpretation of a policy document: by whom it is written, or why there is none.
 * Document and interpretation plan are approved together.
 */
export type NoticePolicy =
  | { readonly interpretation: 'PLANNED'; readonly plan: string }
  | { readonly interpretation: 'WAIVED'; readonly reason: string }
  | { readonly interpretation: 'OPEN' }

/** The seven elements of an interpretation (S004): what it has to tell. */
export const INTERPRETATION_ELEMENTS = [
  'BACKGROUND', // 背景依据
  'PURPOSE', // 宗旨任务
  'CONTENT', // 主要内容
  'SCOPE', // 涉及范围
  'STANDARD', // 执行口径
  'ATTENTION', // 注意事项
  'DIFFERENCE', // 新旧政策差异
] as const
/** One element. */
export type InterpretationElement = (typeof INTERPRETATION_ELEMENTS)[number]

/** What a notice interprets, and how each of the seven elements was dealt with; an element left out is still open. */
export type NoticeInterpretation = {
  readonly ofNoticeId: string
  readonly elements: Readonly<Partial<Record<InterpretationElement, 'COVERED' | 'NOT_APPLICABLE'>>>
}

/** Where a notice belongs, beside its text. */
export type NoticePlacement = {
  readonly unitId: string
  /** The duty it works off; null takes the oldest open one of item and unit that has begun, if there is one. */
  readonly dutyId: string | null
  /** True when it works off none, although item and unit may have one open. */
  readonly noDuty?: boolean
  /** Null when it is no policy document. */
  readonly policy: NoticePolicy | null
  readonly interpretation: NoticeInterpretation | null
}

/**
 * Where a notice belongs while nobody has said: it is the township's own and works off what its item says.
 * @example ownPlacement().unitId // 'township'
 */
export function ownPlacement(unitId: string = TOWNSHIP_UNIT_ID): NoticePlacement {
  return { unitId, dutyId: null, noDuty: false, policy: null, interpretation: null }
}

/**
 * What a notice interprets: only a notice of the kind 政策解读 does, whatever its placement still holds from before.
 * @example interpretationOf({ noticeKind: 'NOTIFICATION' }, placement) // null
 */
export function interpretationOf(
  draft: Pick<DraftContent, 'noticeKind'>,
  placement: NoticePlacement,
): NoticeInterpretation | null {
  return draft.noticeKind === 'INTERPRETATION' ? placement.interpretation : null
}

/**
 * Elements of an interpretation nobody has spoken for, in their order (S004: seven elements).
 * @example openElements({ ofNoticeId: 'a', elements: {} }).length // 7
 */
export function openElements(interpretation: NoticeInterpretation): readonly InterpretationElement[] {
  return INTERPRETATION_ELEMENTS.filter((element) => interpretation.elements[element] === undefined)
}

/**
 * Refuses `notice.interpretation-incomplete` with the number of elements left open.
 * @example elementsSettled({ ofNoticeId: 'a', elements: {} }).ok // false
 */
export function elementsSettled(interpretation: NoticeInterpretation): Result<true> {
  const count = openElements(interpretation).length
  return count === 0 ? accept(true) : refuse('notice.interpretation-incomplete', { count })
}

/**
 * Refuses `notice.interpretation-plan-missing` for a policy document of which nobody has said who interprets it or why
 * nobody does; document and plan are approved together.
 * @example interpretationPlanned({ interpretation: 'OPEN' }).ok // false
 */
export function interpretationPlanned(policy: NoticePolicy | null): Result<true> {
  const said =
    policy === null ||
    (policy.interpretation === 'PLANNED' && policy.plan.trim() !== '') ||
    (policy.interpretation === 'WAIVED' && policy.reason.trim() !== '')
  return said ? accept(true) : refuse('notice.interpretation-plan-missing')
}

/**
 * The interpretation plan of a notice; an interpretation is never itself a policy document.
 * @example policyOf({ noticeKind: 'INTERPRETATION' }, placement) // null
 */
export function policyOf(
  draft: Pick<DraftContent, 'noticeKind'>,
  placement: NoticePlacement,
): NoticePolicy | null {
  return draft.noticeKind === 'INTERPRETATION' ? null : placement.policy
}
