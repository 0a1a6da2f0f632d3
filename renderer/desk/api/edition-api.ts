import type { Retention } from '../../../domain/notice/retention.ts'
import type { ArchivePage, EditionTasks, NoticeRecord } from '../../../server/notice/archive/views.ts'
import type { BatchView } from '../../../server/notice/batch/views.ts'
import { api, taken } from '../../shared/api.ts'

const notice = api.desk.notices[':id']
const batches = api.desk['notice-batches']

export const getNoticeRecord = (id: string, signal?: AbortSignal): Promise<NoticeRecord> =>
  taken(notice.record.$get({ param: { id } }, { init: { signal: signal ?? null } }))

export const scheduleNotice = (
  id: string,
  submissionHash: string,
  publishAt: string,
): Promise<NoticeRecord> =>
  taken(notice.schedule.$put({ param: { id }, json: { submissionHash, publishAt } }))

export const unscheduleNotice = (id: string): Promise<NoticeRecord> =>
  taken(notice.schedule.$delete({ param: { id } }))

export const postSheet = (
  id: string,
  sheet: { readonly boardId: string; readonly postedOn: string; readonly editionNumber: number },
): Promise<NoticeRecord> => taken(notice.postings.$post({ param: { id }, json: sheet }))

export const tickRecall = (entry: number, done: { removedOn: string; note: string }): Promise<EditionTasks> =>
  taken(api.desk.recalls[':entry'].done.$post({ param: { entry: String(entry) }, json: done }))

export const getEditionTasks = (signal?: AbortSignal): Promise<EditionTasks> =>
  taken(api.desk['edition-tasks'].$get({}, { init: { signal: signal ?? null } }))

export const startBatch = (items: readonly { id: string; submissionHash: string }[]): Promise<BatchView> =>
  taken(batches.$post({ json: { items } }))

export const continueBatch = (batch: string, noticeId: string): Promise<BatchView> =>
  taken(batches[':batch'].continue.$post({ param: { batch }, json: { noticeId } }))

export const endBatch = (batch: string): Promise<BatchView> =>
  taken(batches[':batch'].end.$post({ param: { batch } }))

export const getArchive = (
  query: { year?: string; unit?: string; retention?: Retention; cursor?: string },
  signal?: AbortSignal,
): Promise<ArchivePage> => taken(api.desk.archive.$get({ query }, { init: { signal: signal ?? null } }))

export const archiveNotice = (
  id: string,
  action: 'ARCHIVE' | 'REOPEN',
  reason: string,
): Promise<NoticeRecord> => taken(notice.archive.$post({ param: { id }, json: { action, reason } }))

const retention = api.desk['catalogue-items'][':item'].retention

export const getItemRetention = (
  item: string,
  signal?: AbortSignal,
): Promise<{ retention: Retention | null }> =>
  taken(retention.$get({ param: { item } }, { init: { signal: signal ?? null } }))

export const setItemRetention = (
  item: string,
  set: Retention | null,
): Promise<{ retention: Retention | null }> =>
  taken(retention.$put({ param: { item }, json: { retention: set } }))
