import type { NoticeState } from '../../../domain/notice/notice-state.ts'
import { getJson } from '../../shared/request.ts'

/** How many notices stand in each state. */
export function getNoticeCounts(): Promise<Readonly<Record<NoticeState, number>>> {
  return getJson('/api/desk/notice-counts')
}
