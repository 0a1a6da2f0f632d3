import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { TodayPage } from '../../../../renderer/desk/today/today-page.tsx'
import { TASK } from '../exchange/exchange-samples.ts'
import { atTheDesk, fakeBoard } from '../duty/desk-harness.tsx'
import { dutyDetail, FOOTING } from '../duty/duty-samples.ts'
import { CALENDAR_CHANGE, dutyPage, S1_ROWS, todayView, UNCONFIRMED_ROW } from '../duty/duty-views.ts'
import { PATIENCE } from '../../patience.ts'

let answers: Record<string, unknown>
let board: ReturnType<typeof fakeBoard>

beforeEach(() => {
  answers = {
    '/api/desk/units': [],
    '/api/desk/catalogues': [{ id: 'c1' }],
    '/api/desk/edition-tasks': { clock: 'TRUSTED', schedules: [], recalls: [], batches: [] },
    '/api/desk/emergency-counts': { open: 0, toReview: 0, overdue: 0, toCorrect: 0 },
    '/api/desk/matter-counts': { matters: [], waiting: 0 },
    '/api/desk/posting-work': {
      today: '2026-11-23',
      hang: [],
      repost: [],
      takeDown: [],
      overdue: [],
      withoutPhoto: [],
    },
    '/api/desk/print/jobs': [],
    '/api/desk/exchange-today': {
      tasks: [],
      taskCount: 0,
      instructions: [],
      itemCount: 0,
      gap: null,
      missingReceipts: [],
      late: [],
    },
    '/api/desk/displays-today': { endsToday: [], awaitsResult: [], objectionOpen: [], interrupted: [] },
  }
  board = fakeBoard(answers)
  window.history.replaceState(null, '', '#/today')
  vi.stubGlobal('fetch', board.fetch)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const show = () => atTheDesk(<TodayPage />)

describe('the today page', () => {
  it('shows each duty with its rule and its arithmetic, and never hides that a rule is unverified', async () => {
    answers['/api/desk/today'] = todayView()
    show()
    const line = await screen.findByText('河西村 · 10月 财务收支公开表')
    const item = line.closest('li')
    expect(item?.textContent).toContain('逾期5个工作日')
    expect(item?.textContent).toContain('次月15日前（重庆办法第30条，默认规则，以本地规定为准）')
    expect(item?.textContent).toContain('11月15日为星期日')
    const batch = (await screen.findByText(/第3批农机补贴$/)).closest('li')
    expect(batch?.textContent).toContain('这条规则未核实')
    expect(batch?.textContent).toContain('暂算：2027年放假安排未录入')
  })

  it('asks for the reason of a nil report and offers the way back', async () => {
    answers['/api/desk/today'] = todayView()
    const [, village] = S1_ROWS
    if (!village) throw new Error('S1 has a village')
    const closed = { ...village, may: { ...village.may, nil: false, reopen: true } }
    answers['/api/desk/duties/d-1/nil'] = dutyDetail(closed)
    answers['/api/desk/duties/d-1/reopen'] = dutyDetail(village)
    show()
    fireEvent.click(await screen.findByRole('button', { name: '更多：河西村 · 10月 财务收支公开表' }))
    fireEvent.click(await screen.findByRole('menuitem', { name: '零报告' }))
    const dialog = await screen.findByRole('dialog')
    fireEvent.change(within(dialog).getByLabelText('理由'), { target: { value: ' 本月没有收支。 ' } })
    fireEvent.click(within(dialog).getByRole('button', { name: '报送零报告' }))
    fireEvent.click(await screen.findByRole('button', { name: '撤销' }))
    await vi.waitFor(
      () => expect(board.asked.some(({ path }) => path.endsWith('/reopen'))).toBe(true),
      PATIENCE,
    )
    const nil = board.asked.find(({ path }) => path.endsWith('/nil'))
    expect(JSON.parse(nil?.body ?? '')).toEqual({ reason: '本月没有收支。' })
  })

  it('says that the clock is not believed, and lists what waits for confirmation', async () => {
    answers['/api/desk/today'] = todayView({
      footing: { ...FOOTING, clock: { ...FOOTING.clock, trusted: false } },
      unconfirmed: [UNCONFIRMED_ROW],
      calendarChanges: [CALENDAR_CHANGE],
    })
    show()
    expect((await screen.findByRole('alert')).textContent).toContain('不能作为办结时间的依据')
    expect(screen.getByRole('region', { name: '时间待确认' }).textContent).toContain('村干部补贴发放表')
    expect(screen.getByRole('region', { name: '日历变更' }).textContent).toContain('改变了2项期限')
  })

  it('lists what the exchange asks for, the worst first, and nothing when it asks nothing', async () => {
    answers['/api/desk/today'] = todayView()
    const { unmount } = show()
    await screen.findByText('河西村 · 10月 财务收支公开表')
    expect(screen.queryByRole('region', { name: '县级报送' })).toBeNull()
    unmount()
    answers['/api/desk/exchange-today'] = {
      tasks: [TASK],
      taskCount: 1,
      instructions: [
        { id: 'i1', title: '年度通知', due: '2026-12-10' },
        { id: 'i2', title: '上月通知', due: '2026-11-20' },
      ],
      itemCount: 2,
      gap: { receipt: 9, missingFrom: 341, packages: [12], waiting: [] },
      missingReceipts: [3],
      late: [{ sequence: 11, days: 15 }],
    }
    show()
    const lines = within(await screen.findByRole('region', { name: '县级报送' })).getAllByRole('listitem')
    expect(lines.map((line) => line.textContent)).toEqual([
      '困难群众慰问物资发放名单县里退回：正文含有身份证号，不能公开。',
      '上月通知县里通知，2026年11月20日到期，已过期',
      '第 11 包送出 15 天，没有回执',
      '县里缺内容第 12 包要再送一次',
      '回执有缺号第 3 号没有收到',
      '年度通知县里通知，2026年12月10日前办理',
      '还有 1 条',
    ])
  })

  it('names the next due date when nothing is due', async () => {
    answers['/api/desk/today'] = todayView({ duties: [] })
    answers['/api/desk/duties'] = dutyPage(S1_ROWS.slice(1, 2))
    show()
    expect(await screen.findByText(/下一项应于11月13日办结/)).toBeTruthy()
  })

  it('sends an office without a catalogue to the import', async () => {
    answers['/api/desk/today'] = todayView({ duties: [] })
    answers['/api/desk/catalogues'] = []
    show()
    const link = await screen.findByRole('link', { name: '去导入公开目录' })
    expect(link.getAttribute('href')).toBe('#/catalogue')
  })

  it('says in words when the board does not answer, and asks again on request', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
    show()
    expect(await screen.findByRole('alert')).toBeTruthy()
    answers['/api/desk/today'] = todayView()
    vi.stubGlobal('fetch', board.fetch)
    fireEvent.click(screen.getByRole('button', { name: '重试' }))
    expect(await screen.findByText('河西村 · 10月 财务收支公开表')).toBeTruthy()
  })
})
