import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DraftContent } from '../../../domain/notice/content.ts'
import type { LanguageText } from '../../../domain/notice/language.ts'
import type { PublicEdition, SearchAnswer } from '../../../server/display/views.ts'
import type { GateReport, NoticeDetail, SavedDraft } from '../../../server/notice/views.ts'
import type { AccountView } from '../../../server/office/views.ts'
import type { DeskClient } from '../../support/desk-client.ts'
import { importVillageCatalogue, paragraphs, writeDraft } from '../../support/publish-flow.ts'
import {
  firstSignIn,
  GIVEN_PASSWORD,
  openTestBoard,
  setUpOffice,
  type Staff,
  type TestBoard,
} from '../../support/test-board.ts'

let board: TestBoard
let staff: Staff
let languageReviewer: DeskClient
let catalogueItemId: string

// Letters of the script, no sentence: what they would mean does not matter here.
const MONGOLIAN: LanguageText = {
  language: 'mn-Mong',
  title: 'ᠮᠡᠳᠡᠭᠳᠡᠯ',
  body: paragraphs('ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ ᠦᠰᠦᠭ', 'ᠰᠢᠨ\u180eᠡ'),
  translator: '其其格',
  machine: false,
}

beforeAll(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  const added = await staff.administrator.post<AccountView>('/api/desk/accounts', {
    name: '乌云',
    roles: ['LANGUAGE_REVIEWER'],
    password: GIVEN_PASSWORD,
  })
  languageReviewer = await board.desk()
  await firstSignIn(languageReviewer, added.body.id)
  catalogueItemId = (await importVillageCatalogue(staff.handler)).id
})
afterAll(() => board.close())

const draft = (texts: readonly LanguageText[], over: Partial<DraftContent> = {}) =>
  writeDraft(staff.handler, {
    title: '关于停电检修的公告',
    body: paragraphs('特此公告。'),
    catalogueItemId,
    texts,
    ...over,
  })

const submit = async ({ id, revision }: { id: string; revision: number }) =>
  await staff.handler.post<NoticeDetail & { code: string; params: unknown }>(
    `/api/desk/notices/${id}/submit`,
    { revision },
  )

async function decide(client: DeskClient, id: string, submissionHash: string, kind: string, language = '') {
  const decision = { kind, decision: 'APPROVED', reason: '', submissionHash, unreadAcknowledged: true }
  const body = language === '' ? decision : { ...decision, language }
  return await client.post<{ code: string }>(`/api/desk/notices/${id}/decisions`, body)
}

async function publish(texts: readonly LanguageText[]): Promise<NoticeDetail> {
  const written = await draft(texts)
  const submitted = await submit(written)
  expect(submitted.status, JSON.stringify(submitted.body)).toBe(200)
  const hash = submitted.body.submission?.hash ?? ''
  for (const [client, kind] of [
    [staff.reviewer, 'REVIEW'],
    [staff.secrecyReviewer, 'SECRECY_REVIEW'],
  ] as const) {
    expect((await decide(client, written.id, hash, kind)).status).toBe(200)
  }
  for (const { language } of texts) {
    const reviewed = await decide(languageReviewer, written.id, hash, 'LANGUAGE_REVIEW', language)
    expect(reviewed.status, JSON.stringify(reviewed.body)).toBe(200)
  }
  const published = await staff.handler.post<NoticeDetail>(`/api/desk/notices/${written.id}/publish`, {
    submissionHash: hash,
  })
  expect(published.status, JSON.stringify(published.body)).toBe(200)
  return published.body
}

describe('a notice in two languages', () => {
  it('is published when each text was reviewed, and is found by the words of each', async () => {
    const published = await publish([MONGOLIAN])
    const edition = await board
      .visitor()
      .get<PublicEdition>(`/api/public/notice?index=${encodeURIComponent(published.indexNumber ?? '')}`)
    expect(edition.body.content.texts).toEqual([MONGOLIAN])
    for (const words of ['停电检修', 'ᠮᠡᠳᠡᠭᠳᠡᠯ', 'ᠮᠣᠩᠭᠣᠯᠤᠨ', 'ᠰᠢᠨᠡ']) {
      const found = await board
        .visitor()
        .get<SearchAnswer>(`/api/public/search?q=${encodeURIComponent(words)}`)
      expect(found.body.total, words).toBe(1)
    }
  })

  it('waits for the review of its text, given by somebody who can read it', async () => {
    const written = await draft([{ ...MONGOLIAN, machine: true, translator: '' }])
    const submitted = await submit(written)
    expect(submitted.body.submission?.waitingFor).toContainEqual({
      kind: 'LANGUAGE_REVIEW',
      language: 'mn-Mong',
    })
    const hash = submitted.body.submission?.hash ?? ''
    await decide(staff.reviewer, written.id, hash, 'REVIEW')
    const after = await decide(staff.secrecyReviewer, written.id, hash, 'SECRECY_REVIEW')
    expect(after.body).toMatchObject({ state: 'IN_REVIEW' })
    const early = await staff.handler.post<{ code: string }>(`/api/desk/notices/${written.id}/publish`, {
      submissionHash: hash,
    })
    expect(early.body.code).toBe('notice.wrong-state')
    const other = await decide(staff.deputyLeader, written.id, hash, 'LANGUAGE_REVIEW', 'mn-Mong')
    expect(other.body.code).toBe('trust.role-missing')
    const own = await decide(languageReviewer, written.id, hash, 'LANGUAGE_REVIEW', 'mn-Mong')
    expect(own.body).toMatchObject({ state: 'APPROVED' })
  })

  it.each([
    ['a title', { title: '' }, 'TITLE'],
    ['a text', { body: paragraphs(' ') }, 'BODY'],
    ['a translator', { translator: '' }, 'TRANSLATOR'],
  ] as const)('is not handed in while a text that was begun has not %s', async (_what, over, part) => {
    const refused = await submit(await draft([{ ...MONGOLIAN, ...over }]))
    expect([refused.status, refused.body.code, refused.body.params]).toEqual([
      422,
      'notice.text-incomplete',
      { language: 'mn-Mong', part },
    ])
  })

  it('is not handed in with a private-use character or a control that turns the line', async () => {
    const own = await submit(await draft([], { body: paragraphs('特此公告。', '王\ue863') }))
    expect([own.body.code, own.body.params]).toEqual([
      'notice.character-private',
      { character: 'U+E863', language: 'zh-Hans', spot: 'BODY', paragraph: 2 },
    ])
    const other = await submit(await draft([{ ...MONGOLIAN, title: `${MONGOLIAN.title}\u202e` }]))
    expect([other.body.code, other.body.params]).toEqual([
      'notice.character-reorders',
      { character: 'U+202E', language: 'mn-Mong', spot: 'HEAD', paragraph: '' },
    ])
  })
})

describe('personal data in a text of another language', () => {
  it('blocks, is masked where it stands, also behind a link and in digits of the script', async () => {
    const text: LanguageText = {
      ...MONGOLIAN,
      title: 'ᠮᠡᠳᠡᠭᠳᠡᠯ 13800138000',
      body: {
        type: 'doc',
        content: [
          { type: 'paragraph', content: [{ type: 'text', text: '᠑᠓᠘᠐᠐᠑᠓᠘᠐᠐᠐' }] },
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: 'ᠮᠣᠩᠭᠣᠯ', marks: [{ type: 'link', attrs: { href: 'tel:13900139000' } }] },
            ],
          },
        ],
      },
      translator: '其其格13700137000',
    }
    const { id } = await draft([text])
    const gate = await staff.handler.get<GateReport>(`/api/desk/notices/${id}/gate`)
    expect(gate.body.hits.map(({ place }) => place.part)).toEqual(Array(4).fill('LANGUAGE'))
    expect(gate.body.hits.every(({ maskable }) => maskable)).toBe(true)
    const masked = await staff.handler.post<{ draft: SavedDraft; gate: GateReport }>(
      `/api/desk/notices/${id}/mask`,
      { hitIds: gate.body.hits.map((hit) => hit.id) },
    )
    expect(masked.status, JSON.stringify(masked.body)).toBe(200)
    expect(masked.body.gate.hits).toEqual([])
    expect(JSON.stringify(masked.body.draft.content)).not.toMatch(/1390013|1380013|᠐᠐᠑᠓᠘|1370013/u)
  })
})

describe('the order of scripts', () => {
  const order = {
    effectiveFrom: '2026-01-01',
    language: 'mn-Mong',
    lead: 'MINORITY_FIRST',
    layout: 'STACKED',
    sizeRatio: 120,
    basis: '当地规定',
    basisRead: false,
  }

  it('is Chinese first until an administrator sets another, and then holds from its day on', async () => {
    const usual = await board.visitor().get<Record<string, unknown>>('/api/public/script-orders')
    expect(usual.body['mn-Mong']).toEqual({
      lead: 'HAN_FIRST',
      layout: 'STACKED',
      sizeRatio: 100,
      usual: true,
    })
    expect((await staff.handler.post<{ code: string }>('/api/desk/script-orders', order)).body.code).toBe(
      'trust.role-missing',
    )
    const set = await staff.administrator.post('/api/desk/script-orders', order)
    expect(set.body).toMatchObject({ orders: [{ ...order, by: '陈静', holds: true }] })
    const later = { ...order, effectiveFrom: '2099-01-01', lead: 'HAN_FIRST' }
    const both = await staff.administrator.post('/api/desk/script-orders', later)
    expect(both.body).toMatchObject({ orders: [{ holds: false }, { holds: true }] })
    const now = await board.visitor().get<Record<string, unknown>>('/api/public/script-orders')
    expect(now.body['mn-Mong']).toEqual({
      lead: 'MINORITY_FIRST',
      layout: 'STACKED',
      sizeRatio: 120,
      usual: false,
    })
    expect(now.body['bo']).toMatchObject({ usual: true })
  })

  it('names the rule it rests on', async () => {
    const refused = await staff.administrator.post<{ code: string }>('/api/desk/script-orders', {
      ...order,
      basis: ' ',
    })
    expect(refused.body.code).toBe('language.basis-required')
  })
})
