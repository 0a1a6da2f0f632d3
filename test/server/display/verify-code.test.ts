import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashWords } from '../../../domain/sheet/sheet-code.ts'
import type { CodeAnswer } from '../../../server/display/code/views.ts'
import type { SheetData } from '../../../server/display/views.ts'
import type { NoticeDetail } from '../../../server/notice/views.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../../support/publish-flow.ts'
import { OFFICE, openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

let board: TestBoard
let staff: Staff
let published: NoticeDetail
let itemId: string

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  itemId = (await importVillageCatalogue(staff.handler)).id
  const { id, revision } = await writeDraft(staff.handler, {
    title: '停电检修通知',
    body: paragraphs('11月25日河西村停电。'),
    catalogueItemId: itemId,
  })
  published = await publishDraft(staff, id, revision)
})
afterEach(() => board.close())

const hashOf = (edition: number) =>
  published.editions.find(({ editionNumber }) => editionNumber === edition)?.hash ?? ''

const codeOf = async (hash: string) =>
  (await board.visitor().get<SheetData>(`/api/public/editions/${hash}/sheet`)).body.code

async function verify(code: string): Promise<CodeAnswer> {
  const answer = await board
    .visitor()
    .get<CodeAnswer>(`/api/public/sheet-code?code=${encodeURIComponent(code)}`)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}

async function correct(kind: 'CORRECTION' | 'UPDATE'): Promise<void> {
  const { draft } = (await staff.handler.post<NoticeDetail>(`/api/desk/notices/${published.id}/revise`)).body
  const saved = await staff.handler.json<{ revision: number }>(
    'PUT',
    `/api/desk/notices/${published.id}/draft`,
    {
      revision: draft.revision,
      content: {
        ...draft.content,
        body: paragraphs(`11月26日河西村停电${kind}。`),
        change: { kind, note: '日期改为26日' },
      },
    },
  )
  published = await publishDraft(staff, published.id, saved.body.revision)
}

describe('a sheet from the wall', () => {
  it('of the edition in force is told to be current, by its code, its words and its digits', async () => {
    const hash = hashOf(1)
    for (const typed of [await codeOf(hash), hashWords(hash).join(' '), hash.slice(0, 16)]) {
      expect(await verify(typed), typed).toMatchObject({
        verdict: 'CURRENT',
        edition: { title: '停电检修通知', editionNumber: 1, hash, paperOnly: false },
        current: null,
      })
    }
  })

  it('that was corrected since says so, and which edition is in force', async () => {
    const code = await codeOf(hashOf(1))
    await correct('CORRECTION')
    expect(await verify(code)).toMatchObject({
      verdict: 'SUPERSEDED',
      current: { editionNumber: 2, hash: hashOf(2), change: 'CORRECTION' },
    })
  })

  it('keeps the most serious change: a correction is not hidden by an update after it', async () => {
    const code = await codeOf(hashOf(1))
    await correct('CORRECTION')
    await correct('UPDATE')
    expect((await verify(code)).current).toMatchObject({ editionNumber: 3, change: 'CORRECTION' })
  })

  it('of a notice that was taken down says when and why, and opens nothing', async () => {
    const code = await codeOf(hashOf(1))
    await staff.handler.post(`/api/desk/notices/${published.id}/withdraw`, {
      reason: 'PUBLISHED_IN_ERROR',
      note: '重复发布',
      hideTitle: true,
    })
    expect(await verify(code)).toMatchObject({
      verdict: 'WITHDRAWN',
      edition: { title: null, hash: null },
      withdrawn: { reason: 'PUBLISHED_IN_ERROR' },
    })
  })

  it('with another text under a true number is told to differ', async () => {
    const code = await codeOf(hashOf(1))
    expect((await verify(code.replace(/[0-9a-f]{16}$/u, 'f'.repeat(16)))).verdict).toBe('DIFFERS')
  })

  it('of another office, or of nothing here, is told so', async () => {
    const code = await codeOf(hashOf(1))
    expect((await verify(code.replace(OFFICE.uscc, '11990000000000002X'))).verdict).toBe('OTHER_OFFICE')
    expect((await verify(code.replace(':1:', ':7:'))).verdict).toBe('UNKNOWN')
    expect((await verify('00000000')).verdict).toBe('UNKNOWN')
    const draft = await staff.handler.get<SheetData>(`/api/desk/notices/${published.id}/sheet?of=draft`)
    expect((await verify(draft.body.code)).verdict).toBe('DRAFT')
  })

  it('without a code is refused in words', async () => {
    const answer = await board
      .visitor()
      .get<{ code: string }>('/api/public/sheet-code?code=%E4%BD%8E%E4%BF%9D')
    expect([answer.status, answer.body.code]).toEqual([422, 'sheet.code-unreadable'])
  })
})

describe('the address in the code', () => {
  const set = async (address: string) =>
    await staff.administrator.json<{ address: string; code: string }>('PUT', '/api/desk/code-address', {
      address,
    })

  it('set by the administrator makes the code a link, which opens the kiosk at the verdict', async () => {
    expect((await set(' http://192.168.1.5:8632/ ')).body.address).toBe('http://192.168.1.5:8632')
    const code = await codeOf(hashOf(1))
    expect(code).toMatch(/^http:\/\/192\.168\.1\.5:8632\/c\?o=/u)
    expect(await verify(code)).toMatchObject({ verdict: 'CURRENT' })
    const opened = await board.visitor().get(code.replace('http://192.168.1.5:8632', ''))
    expect(opened.status).toBe(302)
    expect(opened.headers.get('location')).toMatch(/^\/kiosk\/#\/code\/http/u)
  })

  it('is a scheme, a host and a port, and never the phone’s own', async () => {
    for (const typed of [
      '192.168.1.5',
      'ftp://a.example',
      'http://localhost:8632',
      'http://[::1]:8632',
      'http://[::ffff:127.0.0.1]:8632',
      'http://0.0.0.0:8632',
      'http://localhost.:8632',
      'http://a.example/path',
    ]) {
      expect((await set(typed)).body.code, typed).toBe('sheet.address-invalid')
    }
    expect((await set('')).status).toBe(200)
  })

  it('is not for others to set', async () => {
    const answer = await staff.handler.json<{ code: string }>('PUT', '/api/desk/code-address', {
      address: '',
    })
    expect(answer.body.code).toBe('trust.role-missing')
  })
})
