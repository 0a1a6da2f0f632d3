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
      ...['单位', '期次', '应于', '此后计为逾期', '办理情况', '办结日期', '说明'],
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
        ['河东村', '2026年10月', '2026-11-13', '2026-11-16', '已逾期', '', ''],
        ['河西村', '2026年10月', '2026-11-13', '2026-11-16', '逾期零报告', '2026-11-23', '本月没有收支'],
      ].toSorted(),
    )
    expect(rows.at(-1)?.[0]).toBe('填表日期：2026-11-23　　共2项，其中未公开1项。')
  })

  it('can be narrowed to one unit', async () => {
    expect((await rowsOf(`${SHEET}&unit=hedong`)).slice(2, -1)).toHaveLength(1)
  })
})
