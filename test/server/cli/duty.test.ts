import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { initOffice, openShell, type Shell } from './run-board.ts'

const VILLAGE = new URL('../../fixtures/data/catalogue-village.csv', import.meta.url).pathname

let shell: Shell

beforeEach(async () => {
  shell = openShell()
  await initOffice(shell)
  const imported = await shell.json(['catalogue', 'import', VILLAGE, '--as', '周敏'])
  expect(imported).toMatchObject({ ok: true })
})

afterEach(() => shell.remove())

type Item = {
  readonly title: string
  readonly period: string
  readonly state: string
  readonly due: string
  readonly provisional: boolean
  readonly workdaysLeft: number
  readonly ground: { readonly deadlineText: string }
  readonly steps: readonly object[]
}

async function listOn(on: string, ...more: string[]) {
  const answer = await shell.json(['duty', 'list', '--on', on, ...more])
  expect(answer).toMatchObject({ ok: true, on })
  const { items, total, overdue } = answer as unknown as { items: Item[]; total: number; overdue: number }
  return { items, total, overdue }
}

describe('board duty list', () => {
  it('lists what is due on a day, also on one that has not come: with rule, steps and what is provisional', async () => {
    const { items, total } = await listOn('2027-01-18')
    expect(total).toBe(items.length)
    expect(
      items.find(({ title, period }) => title.startsWith('年度村总体规划') && period === '2026-Q4'),
    ).toMatchObject({
      period: '2026-Q4',
      due: '2027-01-20',
      state: 'DUE_SOON',
      workdaysLeft: 2,
      provisional: true,
      ground: { deadlineText: '每季度的首个月20日' },
    })
    const later = await listOn('2027-01-25')
    expect(
      later.items
        .filter(({ title }) => title.startsWith('年度村总体规划'))
        .map(({ period, state }) => [period, state]),
    ).toEqual([
      ['2026-Q3', 'OVERDUE'],
      ['2026-Q4', 'OVERDUE'],
    ])
  })

  it('has overdue at once what should hang on the board by now, and nothing older', async () => {
    const { items, overdue } = await listOn('2026-11-23')
    expect(overdue).toBe(4)
    const late = items.filter(({ state }) => state === 'OVERDUE')
    expect(new Set(late.map(({ period, due }) => `${period} ${due}`))).toEqual(
      new Set(['2026-Q3 2026-10-20']),
    )
  })

  it('says of a time limit the catalogue does not give by which rule it is due, and how far that was checked', async () => {
    const path = join(shell.folder, '河西村村务公开目录.csv')
    const rows = [
      '1,财务公开,财务收支,收支,,次月15日前,村民委员会,公开栏,村级',
      '2,财务公开,资产,资产,,按月,村民委员会,公开栏,村级',
    ]
    const head = '序号,一级事项,二级事项,公开内容,公开依据,公开时限,公开主体,公开渠道,公开层级'
    writeFileSync(path, [head, ...rows].join('\r\n'))
    expect(await shell.json(['catalogue', 'import', path, '--as', '周敏'])).toMatchObject({ ok: true })
    const ran = await shell.board(['duty', 'list', '--on', '2026-11-23'])
    const lines = ran.out.split('\n').filter((line) => line.includes('\t2026-10\t'))
    expect(lines.toSorted()).toEqual([
      '已逾期\t2026-11-16前\t示例县云溪镇人民政府\t2026-10\t财务公开 / 财务收支',
      '已逾期\t2026-11-16前\t示例县云溪镇人民政府\t2026-10\t财务公开 / 资产\t适用规则“村务按月”（默认规则，以本地规定为准）',
    ])
  })

  it('names no member of staff and says it in words without --json', async () => {
    const ran = await shell.board(['duty', 'list', '--on', '2027-01-18'])
    expect(ran.code).toBe(0)
    expect(ran.out).toContain('2027-01-20前（暂算）')
    expect(ran.out).not.toContain('周敏')
  })

  it('refuses a day that is none or too far ahead, and a unit or person nobody knows', async () => {
    for (const [words, code] of [
      [['--on', '2026-02-30'], 'duty.date-invalid'],
      [['--on', '2190-01-01'], 'duty.date-invalid'],
      [['--unit', '月亮村'], 'unit.not-found'],
      [['--person', '嫦娥'], 'office.account-not-found'],
    ] as const) {
      expect(await shell.json(['duty', 'list', ...words])).toMatchObject({ ok: false, code })
    }
  })
})
