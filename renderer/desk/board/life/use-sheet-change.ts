import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { PostingView } from '../../../../server/posting/views.ts'
import { ARCHIVE_KEY, EDITION_TASKS_KEY, noticeRecordKey } from '../../notice/keys.ts'
import { BOARDS_KEY } from '../board-keys.ts'

/** Asks anew for everything that tells of a sheet: boards, today lists, the notice with its dates and recall list. */
export function useSheetRefresh() {
  const queries = useQueryClient()
  return async (noticeId: string) => {
    void queries.invalidateQueries({ queryKey: noticeRecordKey(noticeId) })
    void queries.invalidateQueries({ queryKey: EDITION_TASKS_KEY })
    void queries.invalidateQueries({ queryKey: ARCHIVE_KEY })
    await queries.invalidateQueries({ queryKey: BOARDS_KEY })
  }
}

/** Does something to a sheet; the answer is the sheet as it is then. */
export function useSheetChange<Input>(change: (input: Input) => Promise<PostingView>, done?: () => void) {
  const refresh = useSheetRefresh()
  return useMutation({
    mutationFn: change,
    onSuccess: async (sheet) => {
      await refresh(sheet.noticeId)
      done?.()
    },
  })
}
