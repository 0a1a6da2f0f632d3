import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addCatalogue, addUnit, type DutyBoard, keep, openDutyBoard } from './duty-board.ts'

const SHEET = '/api/desk/duty-list.xlsx?from=2026-11-01&to=2026-11-30'

let board: DutyBoard

beforeEach(async () => {
  board = await openDutyBoard()
  addUnit(board, 'hexi', '河西村')
  addUnit(board, 'hedong', '河东村')
  addCatalogue(
    board,
    'finance',
    'VILLAGE',
    [['accounts', { class: 'MONTHLY', monthday: 15, offset: 'nextMonth' }]],
    ['hexi', 'hedong'],
  )
  await keep(board)
  board.clock.set('2026-11-23T01:42:00.000Z')
})
afterEach(() => board.close())

async function rowsOf(path: string): Promise<string[][]> {
  const answer = await board.staff.handler.raw('GET', path)
  expect(answer.status).toBe(200)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await answer.arrayBuffer()) as unknown as ExcelJS.Buffer)
  const rows: string[][] = []
  workbook.worksheets[0]?.eachRow((row) => {
    rows.push((row.values as (string | undefined)[]).slice(1).map((value) => value ?? ''))
  })
  return rows
}

describe('the summary for the county', () => {
  it('has the columns of the standard catalogue and then what became of each duty', async () => {
    const [title, head] = await rowsOf(SHEET)
    expect(title?.[0]).toBe('示例县云溪镇人民政府公开事项办理情况表（2026-11-01至2026-11-30）')
    expect(head).toEqual([
      ...['序号', '一级事项', '二级事项', '公开内容（要素）', '公开依据', '公开时限', '公开主体'],
      ...['公开渠道和载体', '公开对象', '公开方式', '公开层级'],
      ...['单位', '期次', '应于', '此后计为逾期', '办理情况', '适用规则', '办结日期', '说明'],
    ])
  })

  it('a nil report stands in it as done with its reason; what is open says so', async () => {
    const open = board.deps.store.read.duty.openOfItem('accounts', 'hexi')
    const october = open.find((duty) => duty.period === '2026-10')
    const done = await board.staff.handler.post(`/api/desk/duties/${october?.id}/nil`, {
      reason: '本月没有收支',
    })
    expect(done.status).toBe(200)
    const rows = await rowsOf(SHEET)
    const lines = rows.slice(2, -1).map((row) => row.slice(11))
    expect(lines.toSorted()).toEqual(
      [
        ['河东村', '2026年10月', '2026-11-13', '2026-11-16', '已逾期', '', '', ''],
        ['河西村', '2026年10月', '2026-11-13', '2026-11-16', '逾期零报告', '', '2026-11-23', '本月没有收支'],
      ].toSorted(),
    )
    expect(rows.at(-1)?.[0]).toBe('填表日期：2026-11-23　　共2项，其中未公开1项。')
  })

  it('hours stand in it as the clock in the office shows them, and a rule that stands in with how far it was checked', async () => {
    const { deps, staff } = board
    addCatalogue(board, 'gov', 'GOV', [
      ['flood', { class: 'IMMEDIATE', amount: 5, unit: 'hour' }],
      ['assets', { class: 'MONTHLY' }, { deadlineText: '按月' }],
    ])
    deps.store.tx((write) =>
      write.rule.insert({
        ruleId: 'OWN-M',
        version: 1,
        name: '镇里约定',
        rule: { class: 'MONTHLY', monthday: 20, offset: 'nextMonth' },
        displayPeriod: null,
        basis: '',
        scope: 'TOWNSHIP',
        verified: 'UNVERIFIED',
        defaultFor: ['GOV'],
        effectiveFrom: null,
        effectiveTo: null,
        note: '',
        createdBy: deps.store.read.office.accountByName('陈静')?.id ?? '',
        createdAt: board.clock.now(),
      }),
    )
    await keep(board)
    const event = { unitId: 'township', itemId: 'flood', event: '暴雨红色预警', startsOn: '2026-11-22' }
    const startsAt = '2026-11-22T21:40:00+08:00'
    const made = await staff.handler.post('/api/desk/duty-events', { ...event, startsAt, ruleIds: [] })
    expect(made.status).toBe(200)
    const rows = await rowsOf('/api/desk/duty-list.xlsx?from=2026-11-22&to=2026-12-31&unit=township')
    expect(rows.find((row) => row.includes('暴雨红色预警'))).toContain('2026-11-23 02:40')
    expect(rows.find((row) => row.includes('2026年11月'))).toContain(
      '适用规则“镇里约定”（默认规则，以本地规定为准；未核实）',
    )
  })

  it('holds the number of nobody: words with one are refused where they are entered', async () => {
    const [duty] = board.deps.store.read.duty.openOfItem('accounts', 'hexi')
    const { handler, deputyLeader } = board.staff
    const reason = '张三身份证11010519491231002X已外出'
    const refused = {
      status: 422,
      body: { code: 'duty.personal-data', params: { masked: '110105********002X' } },
    }
    expect(await handler.post(`/api/desk/duties/${duty?.id}/nil`, { reason })).toMatchObject(refused)
    expect(await deputyLeader.post(`/api/desk/duties/${duty?.id}/waive`, { reason })).toMatchObject(refused)
    addCatalogue(board, 'gov', 'GOV', [['flood', { class: 'IMMEDIATE', amount: 5, unit: 'hour' }]])
    const event = { unitId: 'township', itemId: 'flood', event: reason, startsOn: '2026-11-22', ruleIds: [] }
    const at = { startsAt: '2026-11-22T21:40:00+08:00' }
    expect(await handler.post('/api/desk/duty-events', { ...event, ...at })).toMatchObject(refused)
    expect(board.deps.store.read.duty.byId(duty?.id ?? '')?.closing).toBeNull()
  })

  it('can be narrowed to one unit', async () => {
    expect((await rowsOf(`${SHEET}&unit=hedong`)).slice(2, -1)).toHaveLength(1)
  })
})
