import { fireEvent, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CONTENT_GROUPS } from '../../../domain/display/content-group.ts'
import { PUBLIC_BOARDS } from '../../../domain/display/public-board.ts'
import type { PublicShelves } from '../../../server/display/shelf/views.ts'
import type { BoardHome, PublicRow } from '../../../server/display/views.ts'
import { type OpenKiosk, openKiosk } from './open-kiosk.tsx'

const NOW = '2026-11-23T02:32:00.000Z'

function row(title: string, expiresAt?: string): PublicRow {
  return {
    indexNumber: `x/${title}`,
    title,
    noticeKind: 'NOTIFICATION',
    documentNumber: '',
    publishDate: '2026-11-20',
    group: '社会救助',
    change: null,
    ...(expiresAt !== undefined && { expiresAt }),
  }
}

const home: BoardHome = {
  office: {
    name: '示例县云溪镇人民政府',
    uscc: '',
    telephone: '0990-5550100',
    address: '',
    openingHours: '周一至周五 9:00—17:30',
  },
  asOf: NOW,
  clockDoubtful: false,
  groups: [],
  newest: [row('停水通知', '2026-11-23T02:35:00.000Z'), row('停电通知')],
  total: 2,
}
const shelves: PublicShelves = {
  asOf: NOW,
  contentGroups: CONTENT_GROUPS.map((contentGroup) => ({
    contentGroup,
    count: contentGroup === 'CONTENT' ? 2 : 0,
  })),
  boards: PUBLIC_BOARDS.map((board) => ({ board, count: board === 'GOV' ? 2 : 0 })),
  units: [
    { id: 'township', name: '示例县云溪镇人民政府', kind: 'TOWNSHIP', regime: 'GOV', count: 2 },
    { id: 'hexi', name: '河西村', kind: 'VILLAGE', regime: 'VILLAGE', count: 0 },
  ],
}
const nothing = { items: [], next: null, total: 0 }

let kiosk: OpenKiosk

beforeEach(() => {
  kiosk = openKiosk(NOW)
  kiosk.answers.set('/api/public/home', { status: 200, body: home })
  kiosk.answers.set('/api/public/units', { status: 200, body: shelves })
  kiosk.answers.set('/api/public/notices', { status: 200, body: nothing })
})

afterEach(() => {
  kiosk.close()
})

const boards = () =>
  within(screen.getByRole('navigation', { name: '公开栏' }))
    .getAllByRole('link')
    .map((link) => link.textContent)

test('the boards of the wall are those this office has; a village without notices is still found', async () => {
  await kiosk.open()
  expect(boards()).toEqual(['政务', '村务', '全部栏目'])
  fireEvent.click(screen.getByRole('link', { name: '村务' }))
  await kiosk.pass(100)
  expect(screen.getByRole('link', { name: /河西村/u }).getAttribute('href')).toBe('#/unit/hexi')
  expect(screen.getByRole('link', { name: /河西村/u }).textContent).toContain('暂无')
})

test('an empty content group says so, and whom to ask instead', async () => {
  await kiosk.open()
  const tile = screen.getByRole('link', { name: /服务承诺/u })
  expect(tile.textContent).toContain('暂无')
  fireEvent.click(tile)
  await kiosk.pass(100)
  expect(screen.getByRole('heading', { level: 1, name: '服务承诺' })).toBeTruthy()
  expect(screen.getByText('本栏目暂无公开信息。')).toBeTruthy()
  expect(screen.getByText('0990-5550100')).toBeTruthy()
  expect(screen.getByRole('link', { name: '看全部公开信息' }).getAttribute('href')).toBe('#/all')
})

test('with the office away, what runs out goes at its minute and the rest stays', async () => {
  await kiosk.open()
  kiosk.away(true)
  await kiosk.pass(60_000)
  expect(screen.getByText('停水通知')).toBeTruthy()
  fireEvent.pointerDown(window)
  await kiosk.pass(70_000)
  fireEvent.pointerDown(window)
  await kiosk.pass(65_000)
  expect(screen.queryByText('停水通知')).toBeNull()
  expect(screen.getByText('停电通知')).toBeTruthy()
  expect(screen.getByText(/显示的是 10:32 的内容/u)).toBeTruthy()
})

test('with the office away, what a search found goes at its minute as well', async () => {
  const water = row('停水通知', '2026-11-23T02:35:00.000Z')
  kiosk.answers.set('/api/public/search', {
    status: 200,
    body: {
      items: [{ ...water, titleParts: [], excerpt: [] }],
      next: null,
      total: 1,
      totalIsLowerBound: false,
    },
  })
  await kiosk.open('#/search/停水')
  expect(screen.getByRole('link', { name: /停水\s*通知/u })).toBeTruthy()
  kiosk.away(true)
  const wait = async (times: number, milliseconds: number) => {
    for (let time = 0; time < times; time++) {
      fireEvent.pointerDown(window)
      await kiosk.pass(milliseconds)
    }
  }
  await wait(4, 60_000)
  expect(screen.queryByRole('link', { name: /停水\s*通知/u })).toBeNull()
  expect(screen.getByRole('heading', { level: 1, name: /停水/u })).toBeTruthy()
})

test('with the office away, a display counts its days down and goes when it has ended', async () => {
  const display = { indexNumber: 'x/1', title: '低保公示', lastDay: '2026-11-24', daysLeft: 1 }
  const over = { indexNumber: 'x/2', title: '危房公示', lastDay: '2026-11-23', daysLeft: 0 }
  kiosk.answers.set('/api/public/displays', { status: 200, body: { displays: [display, over] } })
  // A minute before midnight at the office.
  kiosk.answers.set('/api/public/home', { status: 200, body: { ...home, asOf: '2026-11-23T15:59:00.000Z' } })
  await kiosk.open()
  expect(screen.getByText('还有 1 天')).toBeTruthy()
  expect(screen.getByText(/危房/u)).toBeTruthy()
  kiosk.away(true)
  await kiosk.pass(80_000)
  expect(screen.getByText('今天到期')).toBeTruthy()
  expect(screen.queryByText(/危房/u)).toBeNull()
})

test('a clock the office itself doubts is told to everybody, and hides nothing', async () => {
  kiosk.answers.set('/api/public/home', {
    status: 200,
    body: { ...home, asOf: '2026-11-23T02:40:00.000Z', clockDoubtful: true },
  })
  await kiosk.open()
  expect(screen.getByText('时间待校')).toBeTruthy()
  expect(screen.getByText('办公电脑的时间可能不准')).toBeTruthy()
  expect(screen.getByText('停水通知')).toBeTruthy()
})

test('the size key enlarges at once and opens the settings; all of them end with the visit', async () => {
  const root = document.documentElement
  await kiosk.open()
  expect(screen.queryByRole('button', { name: '结束使用' })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '大字' }))
  expect(root.style.getPropertyValue('--zoom')).toBe('1.3')
  await kiosk.pass(100)
  for (const name of ['200%', '黑底高对比', '加宽', '开']) {
    fireEvent.click(screen.getByRole('button', { name }))
  }
  fireEvent.click(screen.getByRole('button', { name: '低位' }))
  expect({ zoom: root.style.getPropertyValue('--zoom'), ...root.dataset }).toEqual({
    zoom: '2',
    large: 'ON',
    contrast: 'HIGH',
    spacing: 'WIDE',
    reach: 'LOW',
    elder: 'ON',
  })
  fireEvent.click(screen.getByRole('button', { name: '结束使用' }))
  expect({ zoom: root.style.getPropertyValue('--zoom'), ...root.dataset }).toEqual({
    zoom: '1',
    large: 'OFF',
    contrast: 'STANDARD',
    spacing: 'STANDARD',
    reach: 'STANDARD',
    elder: 'OFF',
  })
  expect(screen.queryByRole('region', { name: '显示设置' })).toBeNull()
})

test('in 长者模式 the text is never smaller than 130 %, and the visitor may still go beyond', async () => {
  await kiosk.open()
  fireEvent.click(screen.getByRole('button', { name: '大字' }))
  await kiosk.pass(100)
  fireEvent.click(screen.getByRole('button', { name: '100%' }))
  fireEvent.click(screen.getByRole('button', { name: '开' }))
  expect(document.documentElement.style.getPropertyValue('--zoom')).toBe('1.3')
  fireEvent.click(screen.getByRole('button', { name: '160%' }))
  expect(document.documentElement.style.getPropertyValue('--zoom')).toBe('1.6')
})

test('the settings close when the visitor goes on to another page', async () => {
  await kiosk.open()
  fireEvent.click(screen.getByRole('button', { name: '大字' }))
  await kiosk.pass(100)
  expect(screen.getByRole('region', { name: '显示设置' })).toBeTruthy()
  fireEvent.click(screen.getByRole('link', { name: '政务' }))
  await kiosk.pass(100)
  expect(screen.queryByRole('region', { name: '显示设置' })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: /返回/u }))
  await kiosk.pass(100)
  expect(screen.getByRole('navigation', { name: '公开栏目' })).toBeTruthy()
})
