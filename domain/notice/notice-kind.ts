/**
 * Kinds of notice on a board. The first fifteen are the statutory document types
 * (党政机关公文处理工作条例 art. 8); the rest are used on boards without being statutory.
 * Only those a township publishes are offered.
 */
export const NOTICE_KINDS = [
  'NOTIFICATION', // 通知
  'ANNOUNCEMENT', // 公告
  'CIRCULAR', // 通告
  'DECISION', // 决定
  'OPINION', // 意见
  'BULLETIN', // 通报
  'REPORT', // 报告
  'REPLY', // 批复
  'LETTER', // 函
  'MINUTES', // 纪要
  'PUBLIC_DISPLAY', // 公示
  'INTERPRETATION', // 政策解读
  'SERVICE_GUIDE', // 服务指南
  'NAME_LIST', // 名单
  'FINANCE_TABLE', // 财务公开表
  'WORK_PLAN', // 工作方案、工作要点
  'ANNUAL_REPORT', // 年度报告
  'OTHER', // 其他
] as const

/** One kind of notice. */
export type NoticeKind = (typeof NOTICE_KINDS)[number]
