import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GIVEN_PASSWORD, initOffice, openShell, type Shell } from './run-board.ts'

let shell: Shell

beforeAll(async () => {
  shell = openShell()
  await initOffice(shell)
})
afterAll(() => shell.remove())

const due = async (words: string, data: string | null = null) =>
  shell.board(['calendar', 'due', ...words.split(' ')], { data })

describe('board calendar due', () => {
  it('prints exactly the due date, whether it is provisional, and the steps', async () => {
    const ran = await due('--from 2026-09-30 --amount 20 --unit workday --json')
    expect(ran.code).toBe(0)
    const printed = JSON.parse(ran.out) as { steps: object[] }
    expect(Object.keys(printed)).toEqual(['due', 'provisional', 'steps'])
    expect(printed).toMatchObject({ due: '2026-11-03', provisional: false })
    expect(printed.steps[1]).toEqual({
      ...{ kind: 'HOLIDAY', from: '2026-10-01', to: '2026-10-07', days: 7, name: '国庆节' },
    })
  })

  it.each([
    ['--from 2026-09-22 --amount 7 --unit day', '2026-09-29', false],
    ['--from 2026-04-01 --amount 30 --unit day', '2026-05-06', false],
    ['--from 2026-12-28 --amount 20 --unit workday', '2027-01-26', true],
    ['--from 2026-07-18T21:40 --amount 5 --unit hour', '2026-07-19T02:40:00+08:00', false],
    ['--from 2026-07-18T13:40:00Z --amount 24 --unit hour', '2026-07-19T21:40:00+08:00', false],
    ['--from 2026-07-18T21:40:30+08:00 --amount 48 --unit hour', '2026-07-20T21:40:30+08:00', false],
    ['--from 2026-09-30 --amount 20 --unit hour', '2026-09-30T20:00:00+08:00', false],
  ])('%s is %s', async (words, expected, provisional) => {
    const ran = await due(`${words} --json`)
    expect(JSON.parse(ran.out)).toMatchObject({ due: expected, provisional })
  })

  it.each([
    [
      '--from 2026-09-30 --amount 20 --unit workday',
      '9月30日起20个工作日：跳过10月1–7日，10月10日补班计入 → 11月3日',
    ],
    ['--from 2026-11-02 --amount 3 --unit workday', '11月2日起3个工作日 → 11月5日'],
    [
      '--from 2026-04-01 --amount 30 --unit day',
      '4月1日起30天：最后一天5月1日休息，请在4月30日前办妥，期限顺延 → 5月6日',
    ],
    ['--from 2026-11-21 --amount 1 --unit day', '11月21日起1天：最后一天11月22日休息，期限顺延 → 11月23日'],
    [
      '--from 2026-12-28 --amount 5 --unit workday',
      '12月28日起5个工作日：跳过2027年1月1日，暂算（2027年放假安排未录入） → 2027年1月5日',
    ],
    ['--from 2026-07-18T21:40 --amount 5 --unit hour', '7月18日起5小时 → 2026-07-19 02:40'],
  ])('explains %s in one sentence', async (words, sentence) => {
    expect((await due(words)).out).toBe(`${sentence}\n`)
  })

  it('goes through a holiday that spans two months', async () => {
    const ran = await due('--from 2025-01-24 --amount 3 --unit workday')
    expect(ran.out).toContain('跳过1月28日至2月4日')
  })

  it.each([
    ['--from 2026-09-30 --amount 0 --unit day', 'duty.amount-invalid'],
    ['--from 2026-09-30 --amount -1 --unit day', 'duty.amount-invalid'],
    ['--from 2026-09-30 --amount 1.5 --unit workday', 'duty.amount-invalid'],
    ['--from 2026-09-30 --amount 99999999999 --unit workday', 'duty.amount-invalid'],
    ['--from 2026-02-30 --amount 3 --unit day', 'duty.date-invalid'],
    ['--from 2026-09-30T10:00 --amount 3 --unit workday', 'duty.date-invalid'],
    ['--from 2026-09-30T25:00 --amount 3 --unit hour', 'duty.date-invalid'],
    ['--from 9月30日 --amount 3 --unit hour', 'duty.date-invalid'],
  ])('refuses %s with exit 1', async (words, code) => {
    const ran = await due(`${words} --json`)
    expect(ran.code).toBe(1)
    expect(JSON.parse(ran.out)).toMatchObject({ ok: false, code })
    expect(ran.err).not.toBe('')
  })

  it.each([
    '--from 2026-09-30 --amount 3 --unit week',
    '--amount 3 --unit day',
    '--from 2026-09-30 --unit day',
  ])('takes %s for wrong usage', async (words) => expect((await due(words)).code).toBe(2))

  it('of a folder without a board is refused', async () => {
    const ran = await due('--from 2026-09-30 --amount 3 --unit day --json', join(shell.folder, 'nowhere'))
    expect(JSON.parse(ran.out)).toMatchObject({ code: 'office.not-set-up' })
  })
})

describe('board calendar import and show', () => {
  const file = () => join(shell.folder, '2027.json')
  const holidays = ['01-01', '05-01', '05-02', '05-03', '10-01', '10-02', '10-03', '10-04'].map((day) => ({
    ...{ date: `2027-${day}`, name: '放假' },
  }))

  it('shows what came with the program', async () => {
    const shown = await shell.json(['calendar', 'show', '--year', '2026'], { data: null })
    expect(shown).toMatchObject({
      ok: true,
      coverage: { to: '2026-12-31' },
      years: [{ year: 2026, version: 0 }],
    })
    const lines = await shell.board(['calendar', 'show', '--year', '2027'], { data: null })
    expect(lines.out).toContain('2027年放假安排未录入。')
    const wrong = await shell.json(['calendar', 'show', '--year', 'soon'], { data: null })
    expect(wrong).toMatchObject({ code: 'calendar.year-invalid' })
  })

  it('takes an unsigned file only when it is confirmed, and then reckons with it', async () => {
    const content = {
      format: 'board-calendar/1',
      years: [{ year: 2027, source: '国办通知', holidays, workdays: [] }],
    }
    writeFileSync(file(), JSON.stringify(content))
    const words = ['calendar', 'import', file(), '--as', '陈静']
    expect(await shell.json(words)).toMatchObject({ ok: false, code: 'calendar.unsigned' })
    const absent = await shell.board(['calendar', 'import', '没有.json', '--as', '陈静'])
    expect(absent).toMatchObject({ code: 1, err: '没有这个文件：没有.json。请核对文件名和所在文件夹。\n' })
    const handler = ['calendar', 'import', file(), '--as', '周敏', '--confirm']
    expect(await shell.json(handler)).toMatchObject({ code: 'trust.role-missing' })
    const taken = await shell.board([...words, '--confirm'])
    expect(taken).toMatchObject({ code: 0, out: '已录入2027年放假安排：增加 8 天，去掉 0 天。\n' })
    const shown = await shell.json(['calendar', 'show', '--year', '2027'])
    expect(shown).toMatchObject({
      coverage: { to: '2027-12-31' },
      years: [{ version: 1, source: '国办通知' }],
    })
    const ran = await due('--from 2026-12-28 --amount 5 --unit workday --json', shell.data)
    expect(JSON.parse(ran.out)).toMatchObject({ due: '2027-01-05', provisional: false })
    expect(await shell.json([...words, '--confirm'])).toMatchObject({ code: 'calendar.nothing-changed' })
  })

  it('asks for the password first', async () => {
    const ran = await shell.json(['calendar', 'import', file(), '--as', '陈静'], { password: GIVEN_PASSWORD })
    expect(ran).toMatchObject({ code: 'trust.wrong-password' })
  })
})
