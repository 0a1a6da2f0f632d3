import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { I18nextProvider } from 'react-i18next'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { KioskApp } from '../../../renderer/kiosk/frame/kiosk-app.tsx'
import { createKioskQueryClient } from '../../../renderer/kiosk/frame/query-client.ts'
import { KIOSK_TEXTS } from '../../../renderer/kiosk/frame/resources.ts'
import { startI18n } from '../../../renderer/shared/i18n.ts'
import type { BoardHome } from '../../../server/display/views.ts'
import type { PublicList, PublicLists } from '../../../server/register/views.ts'

const home: BoardHome = {
  office: { name: '云溪镇人民政府', uscc: '', telephone: '', address: '', openingHours: '' },
  asOf: '2026-11-23T02:32:00.000Z',
  clockDoubtful: false,
  groups: [],
  newest: [],
  total: 0,
}
const list: PublicList = {
  id: 'list-1',
  kind: 'FEE',
  name: '收费目录清单',
  unit: '云溪镇人民政府',
  rowCount: 25,
  changedOn: '2026-11-20',
  asOf: '2026-11-23',
  columns: ['类别', '项目名称', '标准'],
  rows: Array.from({ length: 25 }, (_, index) => ({
    id: `r${index}`,
    texts: ['证明', `项目${index + 1}`, index === 0 ? '' : '5元'],
    since: '2026-11-01',
  })),
  changes: [
    {
      on: '2026-11-20',
      reason: '县里调整',
      legalBasis: '示例政发〔2026〕12号',
      first: false,
      added: 0,
      changed: 1,
      removed: 0,
      name: null,
      columns: null,
      rows: [{ kind: 'CHANGED', title: '项目1', fields: [{ label: '标准', before: '5元', after: '' }] }],
    },
    {
      on: '2026-11-01',
      reason: '首次公布',
      legalBasis: '',
      first: true,
      added: 25,
      changed: 0,
      removed: 0,
      name: null,
      columns: null,
      rows: [],
    },
  ],
}
let lists: PublicLists
let shown: PublicList

function answerTo(address: string): Response {
  const bodies: Record<string, unknown> = {
    '/api/public/home': home,
    '/api/public/lists': lists,
    '/api/public/lists/list-1': shown,
  }
  const body = bodies[new URL(address, 'http://board').pathname]
  return new Response(
    JSON.stringify(body ?? { code: 'register.list-not-found', params: {}, requestId: '' }),
    {
      status: body === undefined ? 404 : 200,
    },
  )
}

function start(hash = ''): void {
  window.location.hash = hash
  render(
    <I18nextProvider i18n={startI18n(KIOSK_TEXTS, 'zh-Hans', ['kiosk', 'terms'])}>
      <QueryClientProvider client={createKioskQueryClient()}>
        <KioskApp />
      </QueryClientProvider>
    </I18nextProvider>,
  )
}

beforeEach(() => {
  lists = { lists: [list] }
  shown = list
  vi.stubGlobal('fetch', async (address: string) => Promise.resolve(answerTo(address)))
  // The elements of happy-dom are not laid out and cannot scroll.
  Element.prototype.scrollTo = () => undefined
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('the first page leads to the lists, also while nothing else is public, and from there to each', async () => {
  start()
  fireEvent.click(await screen.findByRole('link', { name: /^清单/ }))
  // A title may break between its words; put together it is one name.
  const link = (await screen.findByText('25 项')).closest('a')
  expect(link?.textContent).toContain('收费目录清单')
  expect(link?.getAttribute('href')).toBe('#/list/list-1')
})

test('while no list is public the first page says nothing of lists', async () => {
  lists = { lists: [] }
  start()
  await screen.findByText('还没有公开的信息。')
  expect(screen.queryByRole('link', { name: /^清单/ })).toBeNull()
})

test('a row is a card under its name, an empty text is left out, and a long list comes in pieces', async () => {
  start('#/list/list-1')
  const first = (await screen.findByRole('heading', { name: '1 项目1' })).closest('li')
  expect(first?.textContent).toBe('1 项目1类别证明')
  expect(screen.queryByRole('heading', { name: '21 项目21' })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '再看一些' }))
  await waitFor(() => expect(screen.getByRole('heading', { name: '25 项目25' })).toBeTruthy())
})

test('the change log says when, why, on which basis, and what was changed', async () => {
  start('#/list/list-1')
  await screen.findByText('变更记录')
  expect(screen.getByText('理由：县里调整')).toBeTruthy()
  expect(screen.getByText('依据：示例政发〔2026〕12号')).toBeTruthy()
  expect(screen.getByText('标准：由“5元”改为“空”')).toBeTruthy()
  expect(screen.getByText('首次公布，共 25 项')).toBeTruthy()
})

test('the change log tells no text that was taken away as personal information, and says so', async () => {
  const [change, first] = list.changes
  if (!change || !first) throw new Error('the list has two changes')
  const rows = [
    {
      kind: 'CHANGED' as const,
      title: '项目1',
      fields: [
        { label: '标准', before: null, after: '6元' },
        { label: '类别', before: null, after: null },
      ],
    },
    { kind: 'REMOVED' as const, title: null, fields: [] },
  ]
  shown = { ...list, changes: [{ ...change, rows }, first] }
  start('#/list/list-1')
  expect(await screen.findByText('标准：改为“6元”，原内容涉及个人信息，不再显示')).toBeTruthy()
  expect(screen.getByText('类别：内容涉及个人信息，不再显示')).toBeTruthy()
  expect(screen.getByText('内容涉及个人信息，不再显示')).toBeTruthy()
})

test('a list that is no longer public says so', async () => {
  start('#/list/none')
  expect(await screen.findByRole('heading', { name: '没有这条信息' })).toBeTruthy()
})
