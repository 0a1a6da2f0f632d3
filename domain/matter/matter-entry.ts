import type { CivilDate } from '../notice/content.ts'
import { accept, refuse, type Result } from '../refusal.ts'
import type { MatterKind } from './matter-kind.ts'

/** What is entered into a decision file; notices and consultations stand beside it. */
export const ENTRY_STEPS = [
  'BASIS', // 决策依据、调研论证
  'LEGALITY_REQUEST', // 送合法性审查
  'LEGALITY_RESULT', // 合法性审查意见
  'EARLY_REASON', // 未完成征求意见先行决定的理由
  'MEETING', // 集体讨论决定
  'PROPOSAL', // 村党组织提议
  'DISCUSSION', // 村“两委”会商议
  'DELIBERATION', // 党员大会审议
  'RESOLUTION', // 村民会议或村民代表会议决议
  'PROGRESS', // 执行情况
  'RECTIFICATION', // 督查、审计整改
  'VOID', // 作废一条记录
] as const
/** One step. */
export type EntryStep = (typeof ENTRY_STEPS)[number]

/** 四议, in their order: none before the one before it. */
export const FOUR_DISCUSSIONS = ['PROPOSAL', 'DISCUSSION', 'DELIBERATION', 'RESOLUTION'] as const

/** What a legality review (合法性审查) finds. */
export const LEGALITY_RESULTS = ['LAWFUL', 'LAWFUL_IF_CHANGED', 'UNLAWFUL'] as const
/** One result. */
export type LegalityResult = (typeof LEGALITY_RESULTS)[number]

/** Working days the reviewer has at the least (713号令第26条, townships by reference). */
export const LEGALITY_WORKDAYS = 7

/** One entry as a person writes it; what a step does not use is empty or null. */
export type MatterEntry = {
  readonly step: EntryStep
  /** The day it happened. */
  readonly on: CivilDate
  /** The meeting, the reviewer, who inspected. */
  readonly heading: string
  readonly text: string
  /** What was done about a finding (整改措施); RECTIFICATION only. */
  readonly measure: string
  readonly result: LegalityResult | null
  /** Working days given to the reviewer; LEGALITY_REQUEST only. */
  readonly workdays: number | null
  readonly noticeId: string | null
  readonly fileId: string | null
  /** The entry that is void from now on; VOID only. */
  readonly voids: number | null
}

/** The entries that stand, as far as a new one depends on them. */
export type EnteredStep = Pick<MatterEntry, 'step' | 'on'>

const VILLAGE_ONLY: readonly EntryStep[] = FOUR_DISCUSSIONS

/**
 * Checks an entry by itself and against those that stand. Refuses `matter.date-in-future`, `matter.text-required`,
 * `matter.step-not-of-kind`, `matter.step-out-of-order` naming the step that is missing before it,
 * `matter.legality-too-short`, `matter.legality-file-required`, `matter.step-entered` for a resolution entered twice,
 * `matter.date-before-step` and `matter.date-after-step` for a day that contradicts a step that stands, and
 * `matter.meeting-in-consultation` for a meeting held while opinions could be given.
 * @example checkEntry({ step: 'MEETING', on: '2026-09-16', … }, { kind: 'OTHER', today: '2026-09-16', entered: [], opinionsUntil: null }).ok
 */
export function checkEntry(
  entry: MatterEntry,
  matter: {
    readonly kind: MatterKind
    readonly today: CivilDate
    readonly entered: readonly EnteredStep[]
    /** Last day for opinions; null where none are gathered or somebody has recorded why it is decided before. */
    readonly opinionsUntil: CivilDate | null
  },
): Result<MatterEntry> {
  const trimmed: MatterEntry = {
    ...entry,
    heading: entry.heading.trim(),
    text: entry.text.trim(),
    measure: entry.measure.trim(),
  }
  const { step } = trimmed
  if (trimmed.on > matter.today) return refuse('matter.date-in-future', { date: trimmed.on })
  if (villageStep(step) && matter.kind !== 'VILLAGE_MATTER') {
    return refuse('matter.step-not-of-kind', { step })
  }
  const ordered = inOrder(step, matter.entered)
  if (!ordered.ok) return ordered
  const dated = inTime(trimmed, matter.entered)
  if (!dated.ok) return dated
  if (step === 'MEETING' && matter.opinionsUntil !== null && trimmed.on <= matter.opinionsUntil) {
    return refuse('matter.meeting-in-consultation', { date: matter.opinionsUntil })
  }
  if (step === 'LEGALITY_REQUEST' && (trimmed.workdays ?? 0) < LEGALITY_WORKDAYS) {
    return refuse('matter.legality-too-short', { days: LEGALITY_WORKDAYS })
  }
  if (step === 'LEGALITY_RESULT' && (trimmed.result === null || trimmed.fileId === null)) {
    return refuse('matter.legality-file-required')
  }
  const named = step === 'MEETING' || step === 'LEGALITY_REQUEST' ? trimmed.heading : trimmed.text
  const said = step === 'LEGALITY_RESULT' || villageStep(step) || named !== ''
  if (!said || (step === 'RECTIFICATION' && trimmed.measure === '')) return refuse('matter.text-required')
  return accept(trimmed)
}

function villageStep(step: EntryStep): boolean {
  return VILLAGE_ONLY.includes(step)
}

// What a step needs to have happened before it, the nearest first.
const BEFORE: Readonly<Partial<Record<EntryStep, readonly EntryStep[]>>> = {
  LEGALITY_RESULT: ['LEGALITY_REQUEST'],
  MEETING: ['LEGALITY_RESULT'],
  DISCUSSION: ['PROPOSAL'],
  DELIBERATION: ['DISCUSSION', 'PROPOSAL'],
  RESOLUTION: ['DELIBERATION', 'DISCUSSION', 'PROPOSAL'],
}

// A file whose days contradict each other proves nothing. A village step that was made void is entered again between the
// others, so it is held against those after it too; a legality review may be asked for again after a meeting.
function inTime({ step, on }: MatterEntry, entered: readonly EnteredStep[]): Result<true> {
  const last = (of: EntryStep) => entered.findLast((one) => one.step === of)
  const before = BEFORE[step]?.map(last).find((one) => one !== undefined)
  if (before && on < before.on)
    return refuse('matter.date-before-step', { step: before.step, date: before.on })
  if (!villageStep(step)) return accept(true)
  const after = VILLAGE_ONLY.slice(VILLAGE_ONLY.indexOf(step) + 1)
    .map(last)
    .find((one) => one !== undefined)
  return after && on > after.on
    ? refuse('matter.date-after-step', { step: after.step, date: after.on })
    : accept(true)
}

function inOrder(step: EntryStep, entered: readonly EnteredStep[]): Result<true> {
  const at = VILLAGE_ONLY.indexOf(step)
  if (at === -1) return accept(true)
  if (entered.some((one) => one.step === step)) return refuse('matter.step-entered', { step })
  const before = VILLAGE_ONLY[at - 1]
  if (before !== undefined && !entered.some((one) => one.step === before)) {
    return refuse('matter.step-out-of-order', { step, before })
  }
  return accept(true)
}
