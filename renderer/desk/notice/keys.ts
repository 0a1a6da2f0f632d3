/** Keys under which the notice screens keep answers. */
export const noticeKey = (id: string) => ['notice', id] as const
export const gateKey = (id: string) => ['notice', id, 'gate'] as const
/** The gate over what was handed in; below the other, so that it is asked again with it. */
export const submissionGateKey = (id: string) => ['notice', id, 'gate', 'submission'] as const
export const NOTICES_KEY = ['notices'] as const
export const dutyChoicesKey = (id: string) => ['notice', id, 'duty-choices'] as const
export const NOTICE_WARNINGS_KEY = ['notice-warnings'] as const
export const differenceKey = (id: string) => ['notice', id, 'difference'] as const
export const noticeRecordKey = (id: string) => ['notice', id, 'record'] as const
export const EDITION_TASKS_KEY = ['edition-tasks'] as const
export const ARCHIVE_KEY = ['archive'] as const
