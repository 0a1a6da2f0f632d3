import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { I18nextProvider } from 'react-i18next'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { KioskApp } from '../../../renderer/kiosk/frame/kiosk-app.tsx'
import { createKioskQueryClient } from '../../../renderer/kiosk/frame/query-client.ts'
import { ENGLISH_TEXTS } from '../../../renderer/kiosk/frame/english-texts.ts'
import { KIOSK_TEXTS } from '../../../renderer/kiosk/frame/resources.ts'
import { startI18n } from '../../../renderer/shared/i18n.ts'
import type { BoardHome, PublicNotice, SearchAnswer } from '../../../server/display/views.ts'

const INDEX = '11990000MB00000010/2026-00412'
const home: BoardHome = {
  office: {
    name: '示例县云溪镇人民政府',
    uscc: '',
    telephone: '0990-5550100',
    address: '',
    openingHours: '',
  },
  asOf: '2026-11-23T02:32:00.000Z',
  clockDoubtful: false,
  groups: [{ id: 'g1', name: '社会救助', catalogueName: '云溪镇目录', regime: 'GOV', count: 1 }],
  newest: [
    {
      indexNumber: INDEX,
      title: '停电通知',
      noticeKind: 'NOTIFICATION',
      documentNumber: '',
      publishDate: '2026-11-20',
      group: '社会救助',
      change: null,
    },
  ],
  total: 1,
}
const nothing: SearchAnswer = { items: [], next: null, total: 0, totalIsLowerBound: false }
const tombstone: PublicNotice = {
  state: 'WITHDRAWN',
  indexNumber: INDEX,
  title: null,
  withdrawnDate: '2026-11-21',
  reason: 'PUBLISHED_IN_ERROR',
  note: '更正后重新发布。',
  consolidatedInto: null,
}

type Answer = { status: number; body: unknown } | 'silence'
let answers: Record<string, Answer> = {}

function answerTo(address: string): Response {
  const answer = answers[new URL(address, 'http://board').pathname] ?? {
    status: 404,
    body: { code: 'request.not-found' },
  }
  if (answer === 'silence') throw new TypeError('nobody answers')
  return new Response(JSON.stringify(answer.body), { status: answer.status })
}

async function pass(milliseconds: number): Promise<void> {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(milliseconds)
  })
}

async function start(hash = ''): Promise<void> {
  window.location.hash = hash
  render(
    <I18nextProvider i18n={startI18n({ ...KIOSK_TEXTS, en: ENGLISH_TEXTS }, 'zh-Hans', ['kiosk', 'terms'])}>
      <QueryClientProvider client={createKioskQueryClient()}>
        <KioskApp />
      </QueryClientProvider>
    </I18nextProvider>,
  )
  await pass(100)
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.setSystemTime('2026-11-23T02:32:00.000Z')
  vi.stubGlobal('fetch', async (address: string) => Promise.resolve(answerTo(address)))
  // The elements of happy-dom are not laid out and cannot scroll.
  Element.prototype.scrollTo = () => undefined
  answers = {
    '/api/public/home': { status: 200, body: home },
    '/api/public/search': { status: 200, body: nothing },
    '/api/public/notice': { status: 200, body: tombstone },
  }
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('the first page shows whose board it is, the six content groups and the newest notices', async () => {
  await start()
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('示例县云溪镇人民政府')
  const groups = within(screen.getByRole('navigation', { name: '公开栏目' })).getAllByRole('link')
  expect(groups.map((link) => link.getAttribute('href'))).toEqual([
    '#/contents/CONTENT',
    '#/contents/PROCEDURE',
    '#/contents/RESULT',
    '#/contents/DISCIPLINE',
    '#/contents/PLEDGE',
    '#/contents/COMPLAINT',
  ])
  expect(screen.getByText('停电通知').closest('a')?.getAttribute('href')).toBe(
    '#/notice/11990000MB00000010%2F2026-00412',
  )
})

test('when the office computer falls silent the content stays, with its time, and comes back by itself', async () => {
  await start()
  answers['/api/public/home'] = 'silence'
  await pass(31_000)
  expect(screen.getByText(/显示的是 10:32 的内容/u)).toBeTruthy()
  expect(screen.getByText('停电通知')).toBeTruthy()
  answers['/api/public/home'] = { status: 200, body: home }
  await pass(6_000)
  expect(screen.queryByText(/连不上/u)).toBeNull()
})

test('before the office is set up the screen says so and waits', async () => {
  answers['/api/public/home'] = {
    status: 503,
    body: { code: 'office.not-set-up', params: {}, requestId: '' },
  }
  await start()
  expect(screen.getByRole('heading', { name: '本公开栏还没有启用' })).toBeTruthy()
  answers['/api/public/home'] = { status: 200, body: home }
  await pass(6_000)
  expect(screen.getByText('停电通知')).toBeTruthy()
})

test('after a restore the screen says that the board is closed, and opens by itself', async () => {
  answers['/api/public/home'] = {
    status: 503,
    body: { code: 'office.restored-unconfirmed', params: {}, requestId: '' },
  }
  await start()
  expect(screen.getByRole('heading', { name: '本公开栏暂停显示' })).toBeTruthy()
  answers['/api/public/home'] = { status: 200, body: home }
  await pass(6_000)
  expect(screen.getByText('停电通知')).toBeTruthy()
})

test('a withdrawn notice keeps a page that says when and why', async () => {
  await start('#/notice/11990000MB00000010%2F2026-00412')
  expect(screen.getByText('这条信息已撤下')).toBeTruthy()
  expect(screen.getByText('2026年11月21日')).toBeTruthy()
  expect(screen.getByText('发布有误')).toBeTruthy()
  expect(screen.getByText('标题不公开')).toBeTruthy()
})

test('a notice the server no longer knows is not kept from an earlier answer', async () => {
  await start('#/notice/11990000MB00000010%2F2026-00412')
  answers['/api/public/notice'] = {
    status: 404,
    body: { code: 'notice.not-found', params: {}, requestId: '' },
  }
  await pass(31_000)
  expect(screen.getByRole('heading', { name: '没有这条信息' })).toBeTruthy()
  expect(screen.queryByText('这条信息已撤下')).toBeNull()
})

test('nothing found leads on: to shorter words, to the groups and to the window', async () => {
  await start()
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: '低保公示名单' } })
  fireEvent.submit(screen.getByRole('search'))
  await pass(100)
  expect(screen.getByRole('status').textContent).toBe('没有找到含“低保公示名单”的信息')
  expect(screen.getByRole('link', { name: '低保' })).toBeTruthy()
  expect(screen.getByRole('link', { name: /社会救助/u })).toBeTruthy()
  expect(screen.getByText(/0990-5550100/u)).toBeTruthy()
})

test('after ninety quiet seconds the next visitor finds the first page, in Chinese, in standard size, without the last search', async () => {
  await start()
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: '某人' } })
  fireEvent.submit(screen.getByRole('search'))
  await pass(100)
  fireEvent.click(screen.getByRole('button', { name: '大字' }))
  fireEvent.click(screen.getByRole('button', { name: 'English' }))
  fireEvent.pointerDown(window)
  expect(document.documentElement.lang).toBe('en')
  expect(document.documentElement.style.getPropertyValue('--zoom')).toBe('1.3')
  await pass(80_000)
  expect(screen.getByRole('alertdialog').textContent).toContain('10 seconds')
  await pass(10_000)
  expect(screen.queryByRole('alertdialog')).toBeNull()
  expect(screen.getByText('停电通知')).toBeTruthy()
  expect(document.documentElement.lang).toBe('zh-Hans')
  expect(document.documentElement.style.getPropertyValue('--zoom')).toBe('1')
  expect(window.location.hash).toBe('#/')
  // No way back to what the last visitor did, and no key that would say there was one.
  expect(screen.queryByRole('button', { name: '返回' })).toBeNull()
  expect(document.body.textContent).not.toContain('某人')
})

test('a touch during the countdown keeps the page and the language', async () => {
  await start()
  fireEvent.click(screen.getByRole('button', { name: 'English' }))
  await pass(85_000)
  expect(screen.getByRole('alertdialog')).toBeTruthy()
  fireEvent.pointerDown(window)
  await pass(1_100)
  expect(screen.queryByRole('alertdialog')).toBeNull()
  expect(screen.getByRole('button', { name: 'Read aloud' })).toBeTruthy()
})

test('labels in Mongolian say which language they are; the page around them stays Chinese', async () => {
  await start()
  fireEvent.click(screen.getByRole('button', { name: 'ᠮᠣᠩᠭᠣᠯ' }))
  await pass(100)
  const [larger] = within(screen.getByRole('navigation', { name: '按键' })).getAllByRole('button')
  expect(larger?.querySelector('.mongolian')?.getAttribute('lang')).toBe('mn-Mong')
  expect(document.documentElement.lang).toBe('zh-Hans')
})

test('two clocks that disagree are both shown', async () => {
  answers['/api/public/home'] = { status: 200, body: { ...home, asOf: '2026-11-23T03:21:00.000Z' } }
  await start()
  expect(screen.getByText('本屏 10:32')).toBeTruthy()
  expect(screen.getByText('办公电脑 11:21')).toBeTruthy()
})
