import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { I18nextProvider } from 'react-i18next'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { endVisit } from '../../../renderer/kiosk/frame/end-visit.ts'
import { NavigationContext } from '../../../renderer/kiosk/frame/navigation.ts'
import { createKioskQueryClient } from '../../../renderer/kiosk/frame/query-client.ts'
import { KIOSK_TEXTS } from '../../../renderer/kiosk/frame/resources.ts'
import { onActivity } from '../../../renderer/kiosk/idle/activity.ts'
import { PadPage } from '../../../renderer/kiosk/search/pad-page.tsx'
import { startI18n } from '../../../renderer/shared/i18n.ts'
import type { InitialsAnswer } from '../../../server/display/initials-view.ts'

const open = vi.fn()
/** Answers by keys; a promise is one that comes when the test lets it. */
let finds: Record<string, InitialsAnswer | Promise<InitialsAnswer>>
let asked: string[]

const answer = (keys: string, ...titles: string[]): InitialsAnswer => ({
  keys,
  more: false,
  incomplete: false,
  items: titles.map((title, index) => ({
    indexNumber: `x/2026-0000${String(index + 1)}`,
    title,
    noticeKind: 'PUBLIC_DISPLAY',
    documentNumber: '',
    publishDate: '2026-11-20',
    group: '社会救助',
    change: null,
    titleParts: [
      { text: title.slice(0, 2), hit: true },
      { text: title.slice(2), hit: false },
    ],
    numberParts: [],
  })),
})

beforeEach(() => {
  finds = {}
  asked = []
  open.mockReset()
  vi.stubGlobal('fetch', async (address: string) => {
    const url = new URL(address, 'http://board')
    const keys = url.searchParams.get('keys') ?? url.searchParams.get('q') ?? ''
    asked.push(`${url.pathname.split('/').at(-1) ?? ''} ${keys}`)
    if (url.pathname.endsWith('/initials')) return Response.json(await (finds[keys] ?? answer(keys)))
    if (url.pathname.endsWith('/words')) return Response.json({ keys, words: ['公示'] })
    if (url.pathname.endsWith('/search')) {
      return Response.json({
        items: [],
        next: null,
        total: 0,
        totalIsLowerBound: false,
        alsoCalled: ['最低生活保障'],
      })
    }
    return Response.json({ code: 'request.not-found' }, { status: 404 })
  })
  render(
    <I18nextProvider i18n={startI18n(KIOSK_TEXTS, 'zh-Hans', ['kiosk', 'terms'])}>
      <QueryClientProvider client={createKioskQueryClient()}>
        <NavigationContext value={{ open, back: () => undefined }}>
          <PadPage />
        </NavigationContext>
      </QueryClientProvider>
    </I18nextProvider>,
  )
})
afterEach(() => {
  cleanup()
  endVisit()
  vi.unstubAllGlobals()
})

const key = (name: string) => screen.getByRole('button', { name })
// As a switch or a screen reader presses: a click without a finger.
const press = (...names: string[]) => {
  for (const name of names) fireEvent.click(key(name), { detail: 0 })
}
const type = (...keys: string[]) => {
  for (const one of keys) fireEvent.keyDown(document.body, { key: one })
}
const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: '查找公开信息' })

test('every key asks at once, shows what was found with the letters marked, and one touch opens it', async () => {
  finds['db'] = answer('db', '低保公示')
  press('D', 'B')
  expect(field().value).toBe('DB')
  const row = await screen.findByRole('link', { name: /低保\s*公示/u })
  expect(row.querySelector('mark')?.textContent).toBe('低保')
  expect(asked.filter((one) => one.startsWith('initials'))).toEqual(['initials d', 'initials db'])
  fireEvent.click(row)
  expect(open).toHaveBeenCalledWith({ page: 'notice', indexNumber: 'x/2026-00001' })
})

test('an answer that comes late is not shown over a newer one', async () => {
  let late: (found: InitialsAnswer) => void = () => undefined
  finds['d'] = new Promise((resolve) => {
    late = resolve
  })
  finds['db'] = answer('db', '低保公示')
  press('D', 'B')
  await screen.findByRole('link', { name: /低保\s*公示/u })
  await act(async () => {
    late(answer('d', '大病救助'))
    await Promise.resolve()
  })
  expect(screen.queryByText(/救助/u)).toBeNull()
})

test('a real keyboard types as well: letters, backspace, escape, and return opens the first', async () => {
  finds['db'] = answer('db', '低保公示')
  type('D', 'b', 'x', 'Backspace')
  expect(field().value).toBe('DB')
  await screen.findByRole('link', { name: /低保\s*公示/u })
  type('Enter')
  expect(open).toHaveBeenCalledWith({ page: 'notice', indexNumber: 'x/2026-00001' })
  type('Escape')
  expect(field().value).toBe('')
  fireEvent.keyDown(document.body, { key: 'r', ctrlKey: true })
  expect(field().value).toBe('')
})

test('characters are one key away; words of the board come first, and what documents call it is offered', async () => {
  press('D', 'B', '汉字')
  expect(field().value).toBe('db')
  const candidates = screen.getByRole('list', { name: '候选字词' })
  await waitFor(() => expect(candidates.querySelector('button')?.textContent).toBe('公示'))
  fireEvent.click(screen.getByRole('button', { name: '公示' }))
  expect(field().value).toBe('公示')
  const also = await screen.findByRole('link', { name: '最低生活保障' })
  expect(also.getAttribute('href')).toBe('#/search/%E6%9C%80%E4%BD%8E%E7%94%9F%E6%B4%BB%E4%BF%9D%E9%9A%9C')
})

test('nothing found helps on: one letter fewer, characters, the sections', async () => {
  finds['d'] = answer('d', '大病救助')
  press('D', 'Q')
  expect(await screen.findByText('没有找到与“DQ”相符的信息。')).toBeTruthy()
  expect(screen.getByRole('link', { name: '按栏目找' }).getAttribute('href')).toBe('#/groups')
  fireEvent.click(key('少一个字母'))
  await screen.findByRole('link', { name: /大病\s*救助/u })
})

test('the system’s own keyboard does not come up', () => {
  expect(field().getAttribute('inputmode')).toBe('none')
})

test('every key counts as a sign of life', () => {
  let signs = 0
  const end = onActivity(() => {
    signs += 1
  })
  press('D', 'B', '清空')
  end()
  expect(signs).toBe(3)
})

test('the list alone takes the keys away, and they come back', () => {
  press('D', '只看结果')
  expect(screen.queryByRole('group', { name: '拼音键盘' })).toBeNull()
  fireEvent.click(key('继续输入'))
  expect(screen.getByRole('group', { name: '拼音键盘' })).toBeTruthy()
  expect(field().value).toBe('D')
})
