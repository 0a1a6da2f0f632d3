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
    expect(items.find(({ title }) => title.startsWith('年度村总体规划'))).toMatchObject({
      period: '2026-Q4',
      due: '2027-01-20',
      state: 'DUE_SOON',
      workdaysLeft: 2,
      provisional: true,
      ground: { deadlineText: '每季度的首个月20日' },
    })
    const later = await listOn('2027-01-25')
    expect(later.items.find(({ title }) => title.startsWith('年度村总体规划'))?.state).toBe('OVERDUE')
  })

  it('has nothing overdue on the first day', async () => {
    expect((await listOn('2026-11-20')).overdue).toBe(0)
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
