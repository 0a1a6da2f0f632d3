/** Key of everything that shows boards and what hangs on them. */
export const BOARDS_KEY = ['boards'] as const
/** Key of one board. */
export const boardKey = (id: string) => ['boards', id] as const
/** Key of what a morning asks for; below the boards, so that it is asked again with them. */
export const POSTING_WORK_KEY = ['boards', 'work'] as const
/** Key of the local rules of how long sheets stay up. */
export const POSTING_RULES_KEY = ['posting-rules'] as const
/** Key of the sheets of a notice. */
export const noticePostingsKey = (notice: string) => ['boards', 'notice', notice] as const
