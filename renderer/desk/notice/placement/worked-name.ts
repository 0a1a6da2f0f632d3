import type { PlacedDuty } from '../../../../server/notice/placement-views.ts'
import { dutyName } from '../../../shared/duty/duty-name.ts'
import type { DutyT } from '../../../shared/duty/explain.ts'

/**
 * What tells a duty from the others of the item that stands above it: period, event, stage. The item's own path would
 * only push that out of the line.
 */
export function workedName(duty: PlacedDuty, today: string, t: DutyT): string {
  // Title marks inside title marks are single ones.
  const title = duty.title.replaceAll('《', '〈').replaceAll('》', '〉')
  if (duty.kind === 'INTERPRETATION') return dutyName({ ...duty, title }, today, t)
  const own = [duty.period, duty.event, duty.stageName].some((part) => part !== '')
  return dutyName(own ? { ...duty, title: '' } : duty, today, t)
}
