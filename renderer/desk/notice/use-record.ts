import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { NoticeRecord } from '../../../server/notice/archive/views.ts'
import { getNoticeRecord } from '../api/edition-api.ts'
import { ARCHIVE_KEY, EDITION_TASKS_KEY, noticeKey, noticeRecordKey, NOTICES_KEY } from './keys.ts'

/** What stands beside the editions of a notice. */
export function useRecord(id: string) {
  return useQuery({
    queryKey: noticeRecordKey(id),
    queryFn: ({ signal }) => getNoticeRecord(id, signal),
    staleTime: 0,
  })
}

/** Something that changes it; everything that tells of it is asked anew. */
export function useRecordAct<Input>(
  id: string,
  act: (input: Input) => Promise<NoticeRecord>,
  done?: () => void,
) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: async (record) => {
      queries.setQueryData(noticeRecordKey(id), record)
      void queries.invalidateQueries({ queryKey: NOTICES_KEY })
      void queries.invalidateQueries({ queryKey: EDITION_TASKS_KEY })
      void queries.invalidateQueries({ queryKey: ARCHIVE_KEY })
      await queries.invalidateQueries({ queryKey: noticeKey(id), exact: true })
      done?.()
    },
  })
}
