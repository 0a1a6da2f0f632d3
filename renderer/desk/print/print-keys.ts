/** Key of everything that shows print jobs. */
export const PRINT_KEY = ['print'] as const
/** Key of the jobs somebody still has to do something with. */
export const PRINT_OPEN_KEY = ['print', 'open'] as const
/** Key of all jobs. */
export const PRINT_ALL_KEY = ['print', 'all'] as const
/** Key of what this computer can print with. */
export const PRINT_MEANS_KEY = ['print', 'means'] as const
/** Key of one job. */
export const printJobKey = (id: string) => ['print', 'job', id] as const
/** Key of the templates a notice can be set by. */
export const printOffersKey = (noticeId: string) => ['sheet-templates', 'offered', noticeId] as const
/** Key of what was printed of one notice; part of all jobs, so it is asked again with them. */
export const printsOfNoticeKey = (noticeId: string) => ['print', 'all', noticeId] as const
