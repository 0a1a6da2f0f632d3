import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { App, ConfigProvider } from 'antd'
import { I18nextProvider } from 'react-i18next'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Role } from '../../../../domain/office/role.ts'
import { createDeskQueryClient } from '../../../../renderer/desk/query-client.ts'
import { OpenDeskContext, type OpenDesk } from '../../../../renderer/desk/shell/session-context.ts'
import { TodayPage } from '../../../../renderer/desk/today/today-page.tsx'
import { dutyI18n } from '../duty/duty-i18n.ts'
import { dutyDetail, FOOTING } from '../duty/duty-samples.ts'
import { CALENDAR_CHANGE, dutyPage, S1_ROWS, todayView, UNCONFIRMED_ROW } from '../duty/duty-views.ts'

const ZHOU = { id: 'a-zhou', name: '周敏', roles: ['HANDLER'] as readonly Role[], disabled: false }
const desk = {
  people: [ZHOU],
  session: { account: ZHOU },
  clock: FOOTING.clock,
} as unknown as OpenDesk

/** Answers by the beginning of the path; what is not named is an empty list. */
let answers: Record<string, unknown> = {}
let asked: { method: string; path: string; body: string }[] = []

async function answer(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const path = (input instanceof Request ? input.url : String(input)).replace(/^https?:\/\/[^/]+/, '')
  asked.push({ method: init?.method ?? 'GET', path, body: typeof init?.body === 'string' ? init.body : '' })
  const known = Object.keys(answers)
    .filter((beginning) => path.startsWith(beginning))
    .toSorted((one, other) => other.length - one.length)[0]
  return Response.json(known === undefined ? { items: [], next: null, total: 0 } : answers[known])
}

beforeEach(() => {
  answers = { '/api/desk/units': [], '/api/desk/catalogues': [{ id: 'c1' }] }
  asked = []
  window.history.replaceState(null, '', '#/today')
  vi.stubGlobal('fetch', answer)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function show() {
  return render(
    <I18nextProvider i18n={dutyI18n}>
      <QueryClientProvider client={createDeskQueryClient()}>
        <OpenDeskContext value={desk}>
          <ConfigProvider button={{ autoInsertSpace: false }}>
            <App component={false}>
              <TodayPage />
            </App>
          </ConfigProvider>
        </OpenDeskContext>
      </QueryClientProvider>
    </I18nextProvider>,
  )
}

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
    await vi.waitFor(() => expect(asked.some(({ path }) => path.endsWith('/reopen'))).toBe(true))
    const nil = asked.find(({ path }) => path.endsWith('/nil'))
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
    vi.stubGlobal('fetch', answer)
    fireEvent.click(screen.getByRole('button', { name: '重试' }))
    expect(await screen.findByText('河西村 · 10月 财务收支公开表')).toBeTruthy()
  })
})
