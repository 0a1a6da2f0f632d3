import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { NoticeDetail } from '../../../../server/notice/views.ts'
import { gateKey, noticeKey, NOTICES_KEY } from '../keys.ts'

/** Runs a step of the review and shows what the notice is after it. */
export function useReviewChange<Input>(
  id: string,
  run: (input: Input) => Promise<NoticeDetail>,
  done?: (detail: NoticeDetail) => void,
) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: run,
    onSuccess: (detail) => {
      queries.setQueryData(noticeKey(id), detail)
      void queries.invalidateQueries({ queryKey: NOTICES_KEY })
      void queries.invalidateQueries({ queryKey: gateKey(id) })
      done?.(detail)
    },
  })
}
