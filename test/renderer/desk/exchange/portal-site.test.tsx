import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ExchangeArea } from '../../../../renderer/desk/exchange/exchange-area.tsx'
import type { PortalSiteJobView } from '../../../../server/exchange/portal/views.ts'
import { atTheDesk } from '../duty/desk-harness.tsx'
import { exchangeBoard, quietOffice } from './exchange-desk.tsx'
import { PATIENCE } from '../../patience.ts'

const SITE = '/api/desk/portal/site'
const STICK = { id: 'd1', name: 'KINGSTON', freeBytes: 9e9, totalBytes: 16e9, writable: true }
const DISC = { id: 'd2', name: '光盘', freeBytes: 0, totalBytes: 7e8, writable: false }
const SHARE = { id: '4', path: '/mnt/县里共享', freeBytes: 5e10, writable: true }
const ON_STICK = { kind: 'DRIVE', driveId: 'd1', name: 'KINGSTON', folder: 'board-site' } as const

function jobOf(of: Partial<PortalSiteJobView>): PortalSiteJobView {
  return {
    id: 'j1',
    state: 'RUNNING',
    target: { kind: 'ZIP' },
    startedAt: '2026-11-20T02:00:00.000Z',
    startedBy: { id: 'a-zhou', name: '周敏' },
    asOf: '2026-11-20T02:00:00.000Z',
    done: 40,
    total: 120,
    counts: null,
    fileName: null,
    refusal: null,
    ...of,
  }
}

const COUNTS = { notices: 120, formerEditions: 3, tombstones: 2, attachments: 9, files: 200, bytes: 4e6 }

let answers: Record<string, unknown>
let board: ReturnType<typeof exchangeBoard>

beforeEach(() => {
  answers = quietOffice()
  board = exchangeBoard(answers)
  // What begins is answered with the job itself, and asking for it with what wraps it.
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    const answer = await board.fetch(input, init)
    return init?.method === 'POST' ? Response.json(jobOf({})) : answer
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const show = () => atTheDesk(<ExchangeArea path="/exchange/portal" />)
const intoPlace = async () =>
  fireEvent.click(await screen.findByRole('radio', { name: '写进移动存储或共用文件夹' }))
const sent = () =>
  board.asked
    .filter(({ path, method }) => path === SITE && method === 'POST')
    .map(({ body }) => JSON.parse(body))

describe('where the pages go', () => {
  it('is a ZIP to download when nothing else is chosen, and no drive is looked for', async () => {
    show()
    fireEvent.click(await screen.findByRole('button', { name: '生成网页' }))
    await vi.waitFor(() => expect(sent()).toEqual([{ kind: 'ZIP' }]), PATIENCE)
    expect(board.asked.some(({ path }) => path === '/api/desk/drives')).toBe(false)
  })

  it('is a drive by its name with its room; the one that can be written to is chosen by itself', async () => {
    answers['/api/desk/drives'] = { drives: [STICK, DISC], folders: [] }
    show()
    await intoPlace()
    expect(await screen.findByRole('radio', { name: /KINGSTON.*可用/ })).toBeTruthy()
    expect(screen.getByRole('radio', { name: /光盘.*只读/ }).hasAttribute('disabled')).toBe(true)
    fireEvent.click(screen.getByRole('button', { name: '写进 KINGSTON' }))
    await vi.waitFor(() => expect(sent()).toEqual([{ kind: 'DRIVE', driveId: 'd1' }]), PATIENCE)
  })

  it('is a folder that was set for packages, sent by its number and never by its path', async () => {
    answers['/api/desk/drives'] = { drives: [STICK], folders: [SHARE] }
    show()
    await intoPlace()
    const choose = await screen.findByRole('radio', { name: /县里共享/ })
    expect(screen.getByRole('button', { name: '生成网页' }).hasAttribute('disabled')).toBe(true)
    expect(screen.queryByRole('textbox')).toBeNull()
    fireEvent.click(choose)
    fireEvent.click(screen.getByRole('button', { name: '写进 /mnt/县里共享' }))
    await vi.waitFor(() => expect(sent()).toEqual([{ kind: 'FOLDER', folderId: '4' }]), PATIENCE)
  })

  it('is said to be nowhere while no drive is plugged in', async () => {
    show()
    await intoPlace()
    expect(await screen.findByText(/插入 U 盘，几秒后会列在这里/)).toBeTruthy()
    expect(screen.getByRole('button', { name: '生成网页' }).hasAttribute('disabled')).toBe(true)
  })
})

describe('how it goes', () => {
  it('is said with the place while it runs', async () => {
    answers[SITE] = { job: jobOf({ target: ON_STICK }) }
    show()
    const bar = await screen.findByRole('progressbar', { name: '生成进度' })
    expect([bar.getAttribute('value'), bar.getAttribute('max')]).toEqual(['40', '120'])
    expect(screen.getByText(/正在生成网页，写进 KINGSTON/)).toBeTruthy()
  })

  it('tells where the pages stand when it is done, and keeps the place chosen', async () => {
    answers['/api/desk/drives'] = { drives: [STICK], folders: [SHARE] }
    answers[SITE] = { job: jobOf({ state: 'DONE', target: ON_STICK, counts: COUNTS }) }
    show()
    expect(await screen.findByText(/放在 KINGSTON 的 board-site 文件夹里/)).toBeTruthy()
    expect(screen.getByText(/安全弹出/)).toBeTruthy()
    expect(screen.queryByRole('link', { name: '下载压缩包' })).toBeNull()
    expect(await screen.findByRole('button', { name: '写进 KINGSTON' })).toBeTruthy()
  })

  it('says why it was refused, and which folder is in the way', async () => {
    const refusal = { code: 'portal.folder-not-empty', params: { folder: 'board-site' } } as const
    answers[SITE] = { job: jobOf({ state: 'REFUSED', target: ON_STICK, refusal }) }
    show()
    expect((await screen.findByRole('alert')).textContent).toContain('文件夹“board-site”里已有别的文件')
  })
})
