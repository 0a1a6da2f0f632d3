import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CatalogueItem } from '../../../domain/catalogue/catalogue-item.ts'
import { upkeepIdle } from '../../../server/duty/upkeep.ts'
import type { CalendarChangeView, CalendarPreview, DutyPage, DutyRow } from '../../../server/duty/views.ts'
import { ok, ScenarioOffice } from './scenario-office.ts'

/** An invented arrangement: the real one of 2027 was not published when this was written. */
const days = (name: string, dates: readonly string[]) => dates.map((date) => ({ date: `2027-${date}`, name }))
const FILE = {
  format: 'board-calendar/1',
  years: [
    {
      year: 2027,
      source: '县政务公开办下发的2027年工作日历',
      holidays: [
        ...days('元旦', ['01-01', '01-02', '01-03']),
        ...days('春节', ['02-05', '02-06', '02-07', '02-08', '02-09', '02-10', '02-11', '02-15']),
        ...days('劳动节', ['05-01', '05-02', '05-03', '05-04', '05-05']),
        ...days('国庆节', ['10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07']),
      ],
      workdays: days('元旦', ['01-09']),
    },
  ],
}
const BYTES = new TextEncoder().encode(JSON.stringify(FILE))

let office: ScenarioOffice
let finance: CatalogueItem | undefined
let budget: CatalogueItem | undefined
let before: ReadonlyMap<string, DutyRow>
let change: CalendarChangeView

async function allDuties(): Promise<Map<string, DutyRow>> {
  const rows: DutyRow[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const path: string = `/api/desk/duties${cursor === '' ? '' : `?cursor=${encodeURIComponent(cursor)}`}`
    const page: DutyPage = ok(await office.staff.handler.get<DutyPage>(path))
    rows.push(...page.items)
    cursor = page.next
  }
  return new Map(rows.map((row) => [row.id, row]))
}

beforeAll(async () => {
  office = await ScenarioOffice.open('2026-10-05T01:00:00.000Z')
  const hexi = await office.village('河西村')
  const village = await office.catalogue(
    '河西村村务公开目录.csv',
    [
      ['财务管理', '财务公开', '次月15日前'],
      ['村务管理', '会议决议', '每季度的首个月20日前'],
    ],
    [hexi],
  )
  const township = await office.catalogue(
    '云溪镇政务公开目录.csv',
    [
      ['财政预决算', '预算执行情况', '每季度终了后20个工作日内'],
      ['机构信息', '年度报告', '每年1月31日前'],
    ],
    ['township'],
  )
  finance = village.items.get('财务公开')
  budget = township.items.get('预算执行情况')
  await office.goTo('2027-01-04T01:00:00.000Z')
  const december = (await office.dutiesOf(finance)).find(({ period }) => period === '2026-12')
  // Reported before the calendar came, by the provisional date.
  const path = `/api/desk/duties/${december?.id ?? ''}/nil`
  ok(await office.staff.handler.post(path, { reason: '12月没有收支' }))
  before = await allDuties()
  const { handler, deputyLeader } = office.staff
  const { digest } = ok(
    await handler.upload<CalendarPreview>('/api/desk/calendar/preview', '2027.json', BYTES),
  )
  const taken = ok(
    await deputyLeader.upload<CalendarChangeView>('/api/desk/calendar/take', '2027.json', BYTES, {
      digest,
      confirmed: 'true',
    }),
  )
  await upkeepIdle(office.board.deps)
  const changes = ok(await handler.get<CalendarChangeView[]>('/api/desk/calendar/changes'))
  change = changes.find(({ id }) => id === taken.id) as CalendarChangeView
})
afterAll(() => office.close())

describe('the calendar of 2027 arrives', () => {
  it('moves duties whose date was provisional, and none that was certain', async () => {
    const after = await allDuties()
    const moved = [...after.values()].filter(({ id, due }) => before.get(id)?.due !== due)
    expect(moved.length).toBeGreaterThan(0)
    for (const { id, title } of moved) expect(before.get(id)?.provisional, title).toBe(true)
    const [fourth] = [...after.values()].filter(
      ({ itemId, period }) => itemId === budget?.id && period === '2026-Q4',
    )
    // 1 to 3 January rest and Saturday the 9th works; the provisional date knew only of New Year's Day itself.
    expect([before.get(fourth?.id ?? '')?.due, fourth?.due]).toEqual(['2027-01-29', '2027-01-28'])
  })

  it('dates that are now certain no longer say that they are provisional; those beyond 2027 still do', async () => {
    for (const { title, due, provisional, missingYears, closing } of (await allDuties()).values()) {
      if (closing !== null) continue
      expect(provisional, `${title} ${due}`).toBe(due > '2027-12-31')
      expect(missingYears).not.toContain(2027)
    }
  })

  it('lists with the change what moved, from where to where, and so does the today page', async () => {
    const after = await allDuties()
    const moved = [...after.values()].filter(({ id, due }) => before.get(id)?.due !== due)
    expect(change).toMatchObject({ kind: 'YEAR', fileName: '2027.json', movedCount: moved.length })
    expect(new Set(change.moved.map(({ dutyId }) => dutyId))).toEqual(new Set(moved.map(({ id }) => id)))
    for (const { dutyId, formerDue, due } of change.moved) {
      expect([formerDue, due]).toEqual([before.get(dutyId)?.due, after.get(dutyId)?.due])
      expect((await office.duty(dutyId)).history.at(-1)).toMatchObject({ action: 'MOVED', formerDue, due })
    }
    expect((await office.today()).calendarChanges).toEqual([change])
  })

  it('what is closed keeps the date by which it was closed', async () => {
    const closed = [...before.values()].filter(({ closing }) => closing !== null)
    expect(closed.length).toBeGreaterThan(0)
    for (const { id, due, state } of closed) expect(await office.duty(id)).toMatchObject({ due, state })
  })
})
