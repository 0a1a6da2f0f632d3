import { Document, Packer, Paragraph } from 'docx'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DeskSearch, emptySearch } from '../../../domain/notice/desk-search.ts'
import { fillSearchIndex } from '../../../server/notice/search/fill-index.ts'
import type { SavedSearch } from '../../../server/notice/search/saved-searches.ts'
import type { FoundNotices } from '../../../server/notice/search/search-notices.ts'
import type { AddedAttachment } from '../../../server/notice/views.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../../support/publish-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'
import { plantedXlsx } from '../../support/planted-files.ts'

let board: TestBoard
let staff: Staff
let itemId: string

beforeAll(async () => {
  board = openTestBoard()
  board.clock.set('2026-11-20T01:00:00.000Z')
  staff = await setUpOffice(board.desk)
  itemId = (await importVillageCatalogue(staff.handler)).id
  const power = await writeDraft(staff.handler, {
    ...{ title: '关于停电检修的通知', body: paragraphs('河西村停电。'), catalogueItemId: itemId },
    ...{ documentNumber: '云政发〔2026〕5号', documentDate: '2026-11-18' },
  })
  await publishDraft(staff, power.id, power.revision)
  board.clock.set('2026-11-23T01:00:00.000Z')
  await unlocked()
  await writeDraft(staff.handler, {
    ...{ title: '关于低保初审的公示', body: paragraphs('公示名单见附件。'), catalogueItemId: null },
    noticeKind: 'PUBLIC_DISPLAY',
  })
})
afterAll(() => board.close())

async function unlocked(): Promise<void> {
  for (const desk of Object.values(staff)) {
    await desk.post('/api/desk/session/unlock', { password: 'yunxi-2026' })
  }
}

async function find(search: Partial<DeskSearch>): Promise<FoundNotices> {
  const answer = await staff.reviewer.post<FoundNotices>('/api/desk/notice-searches', {
    search: { ...emptySearch(), ...search },
    cursor: null,
  })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}

const titles = async (search: Partial<DeskSearch>) => (await find(search)).items.map(({ title }) => title)

describe('searching at the desk', () => {
  it('finds by words of title or text, published or draft', async () => {
    expect(await titles({ words: '停电' })).toEqual(['关于停电检修的通知'])
    expect(await titles({ words: '名单' })).toEqual(['关于低保初审的公示'])
    expect(await titles({ words: '水库' })).toEqual([])
  })

  it('finds by number, state, kind, item and unit', async () => {
    expect(await titles({ documentNumber: '云政发' })).toEqual(['关于停电检修的通知'])
    expect(await titles({ indexNumber: '2026-00001' })).toEqual(['关于停电检修的通知'])
    expect(await titles({ state: 'DRAFT' })).toEqual(['关于低保初审的公示'])
    expect(await titles({ noticeKind: 'PUBLIC_DISPLAY' })).toEqual(['关于低保初审的公示'])
    expect(await titles({ itemId })).toEqual(['关于停电检修的通知'])
    expect((await titles({ unitId: 'township' })).length).toBe(2)
  })

  it('finds by the day of publication, of the document, and of the last change, in the days of the office', async () => {
    expect(await titles({ day: 'PUBLISHED', from: '2026-11-20', to: '2026-11-20' })).toEqual([
      '关于停电检修的通知',
    ])
    expect(await titles({ day: 'DOCUMENT', to: '2026-11-18' })).toEqual(['关于停电检修的通知'])
    expect(await titles({ day: 'CHANGED', from: '2026-11-23' })).toEqual(['关于低保初审的公示'])
  })

  it('finds by who wrote or decided', async () => {
    const choices = await staff.handler.get<{ people: { id: string; name: string }[] }>(
      '/api/desk/notice-search-choices',
    )
    const id = (name: string) => choices.body.people.find((one) => one.name === name)?.id ?? ''
    expect((await titles({ personId: id('周敏') })).length).toBe(2)
    expect(await titles({ personId: id('王芳') })).toEqual(['关于停电检修的通知'])
    expect(await titles({ personId: id('李伟') })).toEqual([])
  })

  it('what is asked for together must hold together', async () => {
    expect(await titles({ words: '停电', state: 'DRAFT' })).toEqual([])
  })

  it('finds words in files, but nothing that was dropped from the public copy', async () => {
    const draft = await writeDraft(staff.handler, {
      ...{ title: '发放情况', body: paragraphs('见附件。'), catalogueItemId: itemId },
    })
    const planted = await plantedXlsx()
    const added = await staff.handler.upload<AddedAttachment>(
      `/api/desk/notices/${draft.id}/attachments`,
      planted.name,
      planted.bytes,
    )
    expect(added.status).toBe(201)
    const kept = planted.planted.find(({ place }) => place === 'cell')?.value ?? ''
    expect(await titles({ words: kept, within: 'FILES' })).toEqual(['发放情况'])
    expect(await titles({ words: kept, within: 'NOTICE' })).toEqual([])
    for (const { value } of planted.planted.filter((one) => !one.kept)) {
      expect(await titles({ words: value, within: 'FILES' })).toEqual([])
    }
  })

  it('finds every word of a file, also where no detector stops; and while the edition still shows a file taken off the next draft', async () => {
    const draft = await writeDraft(staff.handler, {
      ...{ title: '硬化工程', body: paragraphs('见附件。'), catalogueItemId: itemId },
    })
    const text = '河西村道路硬化工程由村民代表会议决定实施。'
    const file = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph(text)] }] }))
    const path = `/api/desk/notices/${draft.id}`
    const added = await staff.handler.upload<AddedAttachment>(
      `${path}/attachments`,
      '说明.docx',
      new Uint8Array(file),
    )
    expect(await titles({ words: '道路硬化', within: 'FILES' })).toEqual(['硬化工程'])
    await publishDraft(staff, draft.id, added.body.revision)
    await staff.handler.post(`${path}/revise`)
    await staff.handler.json('DELETE', `${path}/attachments/${added.body.id}`, undefined)
    expect(await titles({ words: '道路硬化', within: 'FILES' })).toEqual(['硬化工程'])
  })

  it('finds files and drafts of before an upgrade once they have been read', async () => {
    board.deps.store.database.exec('DELETE FROM attachment_entry; DELETE FROM attachment_text')
    board.deps.store.database.exec('DELETE FROM notice_entry; DELETE FROM notice_text')
    expect(await titles({ words: '道路硬化', within: 'FILES' })).toEqual([])
    expect(await titles({ words: '低保', within: 'NOTICE' })).toEqual([])
    const stop = fillSearchIndex(board.deps)
    await expect.poll(() => titles({ words: '道路硬化', within: 'FILES' })).toEqual(['硬化工程'])
    stop()
    expect(await titles({ words: '低保', within: 'NOTICE' })).toEqual(['关于低保初审的公示'])
  })

  it('reads a draft as it is written: through bold runs, in traditional characters, word by word, and never its format', async () => {
    const bold = { type: 'text', text: '西湾村', marks: [{ type: 'bold' }] } as const
    const paragraph = { type: 'paragraph', content: [{ type: 'text', text: '下' }, bold] } as const
    const draft = await writeDraft(staff.handler, {
      ...{ title: '路灯检修', body: { type: 'doc', content: [paragraph] }, catalogueItemId: itemId },
    })
    for (const words of ['下西湾村', '下西灣村', '路灯 下西']) {
      expect(await titles({ words }), words).toEqual(['路灯检修'])
    }
    for (const words of ['paragraph', 'bold']) expect(await titles({ words }), words).toEqual([])
    const list = await staff.handler.get<{ items: { id: string }[] }>(
      `/api/desk/notices?q=${encodeURIComponent('下西湾村')}`,
    )
    expect(list.body.items.map(({ id }) => id)).toEqual([draft.id])
  })

  it('signs that steer a search are only text', async () => {
    expect(await titles({ words: '" OR title:停' })).toEqual([])
    expect((await titles({ documentNumber: '%' })).length).toBe((await titles({})).length)
  })

  it('the list goes out as a workbook', async () => {
    const answer = await staff.handler.raw('POST', '/api/desk/notice-search-export', {
      body: JSON.stringify({ search: { ...emptySearch(), words: '停电' } }),
      headers: { 'content-type': 'application/json' },
    })
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(await answer.arrayBuffer())
    const cells: string[] = []
    workbook.worksheets[0]?.eachRow((row) => row.eachCell((cell) => cells.push(cell.text)))
    expect(cells).toContain('云政发〔2026〕5号')
    expect(cells.join('\n')).toContain('共 1 条')
  })

  it('a person keeps searches of the own, and nobody sees or drops another’s', async () => {
    const search = { ...emptySearch(), words: '停电' }
    const kept = await staff.handler.post<SavedSearch[]>('/api/desk/saved-searches', { name: '停电', search })
    expect(kept.body.map(({ name }) => name)).toEqual(['停电'])
    expect((await staff.reviewer.get<SavedSearch[]>('/api/desk/saved-searches')).body).toEqual([])
    const id = kept.body[0]?.id ?? ''
    await staff.reviewer.json('DELETE', `/api/desk/saved-searches/${id}`, undefined)
    expect((await staff.handler.get<SavedSearch[]>('/api/desk/saved-searches')).body).toEqual(kept.body)
    const none = await staff.handler.json<SavedSearch[]>(
      'DELETE',
      `/api/desk/saved-searches/${id}`,
      undefined,
    )
    expect(none.body).toEqual([])
  })
})
