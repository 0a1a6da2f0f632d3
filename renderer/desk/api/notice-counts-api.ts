import type { NoticeState } from '../../../domain/notice/notice-state.ts'
import { api, taken } from '../../shared/api.ts'

/** How many notices stand in each state. */
export function getNoticeCounts(): Promise<Readonly<Record<NoticeState, number>>> {
  return taken(api.desk['notice-counts'].$get())
}
