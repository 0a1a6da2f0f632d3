/** Keys under which the notice screens keep answers. */
export const noticeKey = (id: string) => ['notice', id] as const
export const gateKey = (id: string) => ['notice', id, 'gate'] as const
export const NOTICES_KEY = ['notices'] as const
export const dutyChoicesKey = (id: string) => ['notice', id, 'duty-choices'] as const
export const NOTICE_WARNINGS_KEY = ['notice-warnings'] as const
