/** Roles of people at the desk. One person may hold several, but never decides on the own notice. */
export const ROLES = [
  'HANDLER', // 经办人
  'REVIEWER', // 审核人
  'SECRECY_REVIEWER', // 保密审查员
  'DEPUTY_LEADER', // 分管领导
  'ADMINISTRATOR', // 管理员
] as const
/** One role. */
export type Role = (typeof ROLES)[number]
