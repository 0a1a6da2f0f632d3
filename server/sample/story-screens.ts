import type { ScreenDefinition, ScreenSubscription } from '../../domain/signage/screen.ts'
import { screenTemplate } from '../../domain/signage/screen-templates.ts'
import type { TimeWindow } from '../../domain/signage/time-window.ts'
import { addScreen } from '../signage/screens.ts'
import { must } from './must.ts'
import type { Story } from './story.ts'

const WORKDAYS = [1, 2, 3, 4, 5]
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const NOON: TimeWindow = { weekdays: WORKDAYS, from: '11:30', to: '13:30' }

function subscription(
  story: Story,
  pick: Pick<ScreenSubscription, 'pane' | 'column'> & Partial<ScreenSubscription>,
): ScreenSubscription {
  return {
    ...{ id: story.deps.ids.next(), windows: [], validFrom: null, validUntil: null },
    ...{ priority: 50, mostNotices: 10, mostPerHour: null, ...pick },
  }
}

/** The television in the hall: the township's board, what is on display beside it, and finance over noon, when people come by. */
function hallTelevision(story: Story): ScreenDefinition {
  return {
    ...screenTemplate('TV_55_LYING'),
    ...{ name: '服务大厅电视', place: '便民服务中心一楼大厅', unitId: 'township' },
    openingHours: [{ weekdays: EVERY_DAY, from: '08:00', to: '20:00' }],
    subscriptions: [
      subscription(story, { pane: 'MAIN', column: { kind: 'UNIT', unitId: 'township', regime: 'GOV' } }),
      subscription(story, {
        ...{ pane: 'MAIN', column: { kind: 'NOTICE_KIND', noticeKind: 'PUBLIC_DISPLAY' } },
        ...{ windows: [NOON], priority: 80, mostNotices: 5 },
      }),
      subscription(story, { pane: 'SIDE', column: { kind: 'ALL' }, mostNotices: 6 }),
    ],
  }
}

/** The LED wall at the gate: the newest headlines, until ten at night, on market days until midnight. */
function gateWall(story: Story): ScreenDefinition {
  return {
    ...screenTemplate('LED_192'),
    ...{ name: '镇政府门口LED屏', place: '镇政府大门东侧', unitId: 'township' },
    openingHours: [
      { weekdays: EVERY_DAY, from: '06:30', to: '22:00' },
      { weekdays: [6], from: '22:00', to: '00:00' },
    ],
    subscriptions: [
      subscription(story, { pane: 'MAIN', column: { kind: 'ALL' }, mostNotices: 8, mostPerHour: 6 }),
    ],
  }
}

/**
 * Hangs the two screens of the sample office.
 * @example hangScreens(story)
 */
export function hangScreens(story: Story): void {
  for (const screen of [hallTelevision(story), gateWall(story)]) {
    must(addScreen(story.deps, story.staff.administrator, screen), screen.name)
  }
}
