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
  /** Null when it is no policy document. */
  readonly policy: NoticePolicy | null
  readonly interpretation: NoticeInterpretation | null
}
