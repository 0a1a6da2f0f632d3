/** What a notice is within a matter: before, at and after the decision. */
export const MATTER_ROLES = [
  'DRAFT', // 征求意见稿
  'ADOPTION', // 采纳情况反馈
  'DECISION', // 决定、决议
  'INTERPRETATION', // 政策解读
  'PROGRESS', // 执行情况、整改情况
] as const
/** One role. */
export type MatterRole = (typeof MATTER_ROLES)[number]
