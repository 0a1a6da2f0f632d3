import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DutiesArea } from '../../../../renderer/desk/duty/duties-area.tsx'
import { atTheDesk, fakeBoard } from './desk-harness.tsx'
import { dutyDetail } from './duty-samples.ts'
import { calendarView, dutyPage, matrixView, S1_ROWS, todayView } from './duty-views.ts'

beforeEach(() => {
  const [first] = S1_ROWS
  if (!first) throw new Error('S1 has duties')
  const moved = {
    action: 'MOVED',
    closing: null,
    reason: '',
    formerDue: '2026-11-02',
    due: '2026-11-03',
    by: null,
    at: '2026-10-20T01:00:00.000Z',
    clockDoubt: false,
  } as const
  vi.stubGlobal(
    'fetch',
    fakeBoard({
      '/api/desk/today': todayView(),
      '/api/desk/units': [],
      '/api/desk/duty-calendar': calendarView('2026-10-26', '2026-12-06'),
      '/api/desk/duties': dutyPage(),
      '/api/desk/duties/d-quarter': dutyDetail(first, [moved]),
      '/api/desk/duty-matrix': matrixView(),
    }).fetch,
  )
  window.history.replaceState(null, '', '#/duties')
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('the calendar of duties', () => {
  it('has one day in the tab order, and the arrows walk from day to day', async () => {
    atTheDesk(<DutiesArea path="/duties" />)
    const grid = await screen.findByRole('grid', { name: '2026年11月' })
    const days = within(grid).getAllByRole('button')
    expect(days.filter((day) => day.tabIndex === 0)).toHaveLength(1)
    const today = within(grid).getByRole('button', { name: /^11月23日，星期一，工作日，到期2项/ })
    today.focus()
    fireEvent.keyDown(today, { key: 'ArrowUp' })
    expect(document.activeElement?.textContent).toContain('11月16日，星期一，工作日，到期1项')
    expect(document.activeElement?.textContent).toContain('已逾期 1')
  })
})

describe('the list of duties', () => {
  it('offers to give the chosen ones to a person, and says how many are chosen', async () => {
    window.history.replaceState(null, '', '#/duties?view=list')
    atTheDesk(<DutiesArea path="/duties" />)
    fireEvent.click(await screen.findByRole('checkbox', { name: '选择：河西村 · 10月 财务收支公开表' }))
    expect(screen.getByText('已选 1 项')).toBeTruthy()
    expect(screen.getByRole('combobox', { name: '指派给' })).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox', { name: '选择本页全部' }))
    expect(screen.getByText(`已选 ${S1_ROWS.length} 项`)).toBeTruthy()
  })
})

describe('villages side by side', () => {
  it('say lateness in words, in the cell and for the village', async () => {
    atTheDesk(<DutiesArea path="/duties/villages" />)
    const grid = await screen.findByRole('grid', { name: '各村对照' })
    expect(within(grid).getByRole('columnheader', { name: /河西村/ }).textContent).toContain('逾期1项')
    expect(within(grid).getAllByText('逾期').length).toBeGreaterThan(0)
    expect(within(grid).getAllByText('无此项').length).toBeGreaterThan(0)
  })
})

describe('one duty', () => {
  it('shows every day of its arithmetic and that the calendar moved it', async () => {
    atTheDesk(<DutiesArea path="/duties/d-quarter" />)
    const table = await screen.findByRole('table', { name: '逐日计算' })
    expect(table.textContent).toContain('补班，计入（国庆节）')
    expect(table.textContent).toContain('第19–20日')
    expect(screen.getByText('期限由11月2日改为11月3日')).toBeTruthy()
  })
})
