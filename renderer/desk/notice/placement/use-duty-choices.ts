import { useQuery } from '@tanstack/react-query'
import type { DutyChoices } from '../../../../server/notice/placement-views.ts'
import { dutyChoicesKey } from '../keys.ts'
import { getDutyChoices } from '../notice-api.ts'
import type { Draft } from '../draft/use-draft.ts'
import type { Placing } from './use-placement.ts'

/** What the draft on the screen can work off; asked after its words are saved, since the answer goes by them. */
export function useDutyChoices(id: string, draft: Draft, placing: Placing): DutyChoices | undefined {
  const { catalogueItemId, documentDate, noticeKind } = draft.fields
  const { unitId, interpretation } = placing.placement
  const answer = useQuery({
    queryKey: [
      ...dutyChoicesKey(id),
      catalogueItemId,
      unitId,
      documentDate,
      noticeKind,
      interpretation?.ofNoticeId,
    ],
    queryFn: async ({ signal }) => {
      await draft.flush()
      return await getDutyChoices(id, { item: catalogueItemId, unit: unitId, documentDate }, signal)
    },
    staleTime: 0,
    placeholderData: (before) => before,
  })
  return catalogueItemId === null && interpretation === null ? undefined : answer.data
}
