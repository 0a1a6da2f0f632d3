import { addWorkdays } from '../../../../domain/duty/calendar/workdays.ts'
import type { DutyState } from '../../../../domain/duty/duty.ts'
import { dateOf, dayNumber } from '../../../../domain/duty/calendar/day-number.ts'
import type {
  CalendarChangeView,
  DutyCalendar,
  DutyMatrix,
  DutyPage,
  DutyRow,
  TodayView,
  UnitRef,
} from '../../../../server/duty/views.ts'
import { CALENDAR, dutyRow, FOOTING, groundOf, HEXI, TODAY, TOWNSHIP } from './duty-samples.ts'

const ZHOU = { id: 'a-zhou', name: '周敏' }
const LI = { id: 'a-li', name: '李伟' }
const HEDONG: UnitRef = { id: 'u-hedong', name: '河东村', kind: 'VILLAGE' }

const QUARTERLY = groundOf({
  deadlineText: '按季公开',
  rule: { class: 'QUARTERLY', amount: 20, unit: 'workday', from: 'period_end' },
  ruleId: 'OGI26',
  ruleVersion: 1,
  ruleName: '主动公开一般时限',
  basis: '政府信息公开条例第26条',
  scope: 'NATION',
})

/** The duties of scenario S1, and every shape a line can have. */
export const S1_ROWS: readonly DutyRow[] = [
  dutyRow(
    { amount: 20, unit: 'workday', start: '2026-09-30' },
    {
      id: 'd-quarter',
      regime: 'GOV',
      unit: TOWNSHIP,
      title:
        '社会救助 › 特困人员救助供养 › 供养对象名单及资金支出情况（含分散供养和集中供养人员、照料护理补贴、丧葬费用）',
      period: '2026-Q3',
      ground: QUARTERLY,
      assignee: ZHOU,
    },
  ),
  dutyRow({ date: '2026-11-15' }),
  dutyRow(
    { amount: 24, unit: 'hour', start: '2026-11-22T13:40:00.000Z' },
    {
      id: 'd-flood',
      kind: 'EMERGENCY',
      regime: 'GOV',
      unit: TOWNSHIP,
      title: '突发事件权威信息',
      period: '',
      event: '河西村发布洪水橙色预警',
      workdaysLeft: 0,
      state: 'DUE_SOON',
      ground: groundOf({
        deadlineText: '',
        rule: { class: 'ON_EVENT', amount: 24, unit: 'hour', from: 'event' },
        ruleId: 'EMER24',
        ruleVersion: 1,
        ruleName: '突发事件权威信息',
        basis: '国务院办公厅政务公开工作要点',
        scope: 'NATION',
        verified: 'SOURCE',
      }),
    },
  ),
  dutyRow(
    { amount: 7, unit: 'day', start: '2026-11-16' },
    {
      id: 'd-dibao',
      kind: 'EVENT',
      title: '低保初审对象公示',
      period: '',
      event: '第11批',
      ground: groundOf({
        deadlineText: '审核后7日内',
        rule: { class: 'ON_EVENT', amount: 7, unit: 'day', from: 'decided' },
      }),
      draft: { noticeId: 'n-1', title: '河西村第11批低保初审对象公示', state: 'DRAFT' },
      assignee: ZHOU,
    },
  ),
  dutyRow(
    { amount: 3, unit: 'workday', start: '2026-11-20' },
    {
      id: 'd-policy',
      kind: 'INTERPRETATION',
      regime: 'GOV',
      unit: TOWNSHIP,
      itemId: null,
      title: '云溪镇农机补贴实施细则',
      period: '',
      ground: groundOf({
        deadlineText: '',
        rule: { class: 'ON_EVENT', amount: 3, unit: 'workday', from: 'published' },
        ruleId: 'SEED3D',
        ruleVersion: 1,
        ruleName: '政策解读',
        basis: '国办发〔2016〕80号',
        scope: 'NATION',
        verified: 'SOURCE',
      }),
      policyNotice: { id: 'n-2', title: '云溪镇农机补贴实施细则' },
    },
  ),
  dutyRow(
    { date: '2026-11-25' },
    {
      id: 'd-check',
      kind: 'STANDING_CHECK',
      regime: 'GOV',
      unit: TOWNSHIP,
      title: '机构职能和办公电话',
      period: '2026',
      ground: groundOf({ deadlineText: '长期公开', rule: { class: 'STANDING' } }),
      may: { draft: true, nil: false, check: true, waive: true, assign: true, reopen: false, confirm: false },
    },
  ),
  dutyRow(
    { amount: 20, unit: 'workday', start: '2026-12-10' },
    {
      id: 'd-provisional',
      regime: 'GOV',
      kind: 'BATCH',
      unit: TOWNSHIP,
      title: '农机购置补贴发放情况',
      period: '',
      event: '第3批农机补贴',
      ground: groundOf({
        ruleId: 'BATCH20',
        ruleVersion: 1,
        ruleName: '按批次',
        basis: '县农业农村局通知',
        scope: 'COUNTY',
        verified: 'UNVERIFIED',
      }),
    },
  ),
]

/** Closed while the clock was wrong. */
export const UNCONFIRMED_ROW: DutyRow = dutyRow(
  { date: '2026-11-20' },
  {
    id: 'd-unconfirmed',
    unit: HEDONG,
    title: '村干部补贴发放表',
    state: 'DONE_UNCONFIRMED',
    workdaysLeft: null,
    closing: {
      kind: 'PUBLISHED',
      on: '2026-11-19',
      at: '2026-11-19T01:42:00.000Z',
      by: ZHOU,
      noticeId: 'n-9',
      reason: '',
      clockDoubt: true,
    },
    may: { draft: false, nil: false, check: false, waive: false, assign: false, reopen: true, confirm: true },
  },
)

/** The calendar of next year came in. */
export const CALENDAR_CHANGE: CalendarChangeView = {
  id: 3,
  kind: 'YEAR',
  summary: '2027年放假安排',
  fileName: 'calendar-2027.json',
  signedBy: '示例县政务公开办',
  by: LI,
  at: '2026-11-20T02:00:00.000Z',
  movedCount: 2,
  moved: [
    { dutyId: 'd-a', title: '财务收支公开表', unit: HEXI, formerDue: '2027-02-15', due: '2027-02-18' },
    { dutyId: 'd-b', title: '财务收支公开表', unit: HEDONG, formerDue: '2027-02-15', due: '2027-02-18' },
  ],
}

/** The today page of S1. */
export function todayView(change: Partial<TodayView> = {}): TodayView {
  return {
    footing: FOOTING,
    counts: { overdue: 2, dueToday: 2, dueSoon: 2, unconfirmed: 0, inReview: 1, undisclosedReviews: 0 },
    duties: S1_ROWS,
    next: null,
    unconfirmed: [],
    calendarChanges: [],
    ...change,
  }
}

/** A page of duties. */
export function dutyPage(items: readonly DutyRow[] = S1_ROWS): DutyPage {
  return { footing: FOOTING, items, next: null, total: items.length }
}

const VILLAGES = [
  '河西村',
  '河东村',
  '石桥村',
  '柳树湾村',
  '下沙坪社区',
  '青龙寺村',
  '大坪头村',
  '红旗移民新村',
]
const ITEMS = [
  '财务收支公开表',
  '村干部补贴发放表',
  '低保对象名单',
  '临时救助对象名单及金额',
  '惠农补贴发放明细（耕地地力保护补贴、农机购置补贴、稻谷补贴、退耕还林补助等一卡通发放项目）',
  '宅基地申请和审批结果',
  '村集体经济合同',
  '公益性岗位人员名单',
  '残疾人两项补贴名单',
]
const STATES: readonly (DutyState | null)[] = [
  'DONE',
  'OVERDUE',
  'NIL_REPORTED',
  'DONE_LATE',
  'DUE_SOON',
  'OPEN',
  'DONE',
  'DONE',
  'WAIVED',
  null,
  'DONE_UNCONFIRMED',
]

/** Eight villages and nine items, every state among them. */
export function matrixView(villages: readonly string[] = VILLAGES): DutyMatrix {
  const rows = ITEMS.map((title, row) => ({
    itemId: `i-${row}`,
    title,
    cells: villages.map((_, column) => {
      const state = STATES[(row * 3 + column * 5) % STATES.length] ?? null
      if (state === null) return null
      const closed = !['OPEN', 'DUE_SOON', 'OVERDUE'].includes(state)
      return {
        dutyId: `d-${row}-${column}`,
        state,
        due: state === 'OVERDUE' ? '2026-11-16' : '2026-11-25',
        closedOn: closed ? (state === 'DONE_LATE' ? '2026-11-18' : '2026-11-11') : null,
      }
    }),
  }))
  const units = villages.map((name, index) => ({
    id: `u-${index}`,
    name,
    kind: 'VILLAGE' as const,
    open: rows.filter(({ cells }) => ['OPEN', 'DUE_SOON'].includes(cells[index]?.state ?? '')).length,
    late: rows.filter(({ cells }) => cells[index]?.state === 'OVERDUE').length,
  }))
  return {
    footing: FOOTING,
    regime: 'VILLAGE',
    period: '2026-10',
    periods: ['2026-11', '2026-10', '2026-Q3'],
    units,
    rows,
  }
}

/** A span of the calendar with the duties of S1 on their days, and more around the end of the month. */
export function calendarView(from: string, to: string): DutyCalendar {
  const days = Array.from({ length: dayNumber(to) - dayNumber(from) + 1 }, (_, index) => {
    const date = dateOf(dayNumber(from) + index)
    const due = S1_ROWS.filter((row) => row.due === date)
    const counts: Partial<Record<DutyState, number>> = {}
    for (const row of due) counts[row.state] = (counts[row.state] ?? 0) + 1
    if (date === addWorkdays('2026-11-30', 0, CALENDAR)) Object.assign(counts, { OPEN: 12 })
    if (date < TODAY && dayNumber(date) % 9 === 0) Object.assign(counts, { DONE: 4, NIL_REPORTED: 1 })
    return {
      ...CALENDAR.meaning(date),
      date,
      counts,
      duties: due.map(({ id, title, unit, period, state }) => ({ id, title, unit, period, state })),
    }
  })
  return { footing: FOOTING, from, to, days }
}
