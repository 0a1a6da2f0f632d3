/** Kinds of matters of which the office keeps a decision file; 四议两公开 is how a village decides. */
export const MATTER_KINDS = [
  'MAJOR_DECISION', // 重大行政决策
  'NORMATIVE_DOCUMENT', // 规范性文件
  'VILLAGE_MATTER', // 村级重大事项（四议两公开）
  'OTHER',
] as const
/** One kind. */
export type MatterKind = (typeof MATTER_KINDS)[number]

/**
 * Whether a matter of this kind may go to a meeting only with the result of the legality review.
 * @example needsLegalityReview('VILLAGE_MATTER') // false
 */
export function needsLegalityReview(kind: MatterKind): boolean {
  return kind === 'MAJOR_DECISION' || kind === 'NORMATIVE_DOCUMENT'
}

/**
 * Whether a matter of this kind is decided in a meeting of the office (集体讨论; 713号令第30条).
 * @example needsMeeting('OTHER') // false
 */
export function needsMeeting(kind: MatterKind): boolean {
  return kind === 'MAJOR_DECISION' || kind === 'NORMATIVE_DOCUMENT'
}

/**
 * Whether a matter of this kind is decided only after its draft was open to opinions (R-014; 713号令第15条).
 * @example needsConsultation('NORMATIVE_DOCUMENT') // true
 */
export function needsConsultation(kind: MatterKind): boolean {
  return kind === 'MAJOR_DECISION' || kind === 'NORMATIVE_DOCUMENT'
}
