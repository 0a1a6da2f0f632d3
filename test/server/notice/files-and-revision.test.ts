import { Document, ImageRun, Packer, Paragraph } from 'docx'
import ExcelJS from 'exceljs'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bodyImages } from '../../../domain/notice/body-images.ts'
import type { CatalogueItem } from '../../../domain/catalogue/catalogue-item.ts'
import type { AddedAttachment, GateReport, NoticeDetail, SavedDraft } from '../../../server/notice/views.ts'
import { importVillageCatalogue, paragraphs, writeDraft } from '../../support/publish-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

let board: TestBoard
let staff: Staff
let item: CatalogueItem

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  item = await importVillageCatalogue(staff.administrator)
})
afterEach(() => board.close())

type Refused = { readonly code: string }

function draft() {
  return writeDraft(staff.handler, {
    ...{ title: '低保名单公示', body: paragraphs('现予公示。'), catalogueItemId: item.id },
    documentDate: '2026-11-20',
  })
}

async function workbook(...cells: string[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  for (const cell of cells) book.addWorksheet().addRow(['姓名', cell])
  return new Uint8Array(await book.xlsx.writeBuffer())
}

async function wordFile(pictures: number): Promise<Uint8Array> {
  const children: Paragraph[] = [new Paragraph('图文公示')]
  for (let number = 0; number < pictures; number++) {
    const background = { r: number, g: 80, b: 80 }
    const data = await sharp({ create: { width: 8, height: 8, channels: 3, background } })
      .png()
      .toBuffer()
    const transformation = { width: 8, height: 8 }
    children.push(new Paragraph({ children: [new ImageRun({ type: 'png', data, transformation })] }))
  }
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}

/** Pictures of former imports, or files, on a working copy. */
function plantRows(noticeId: string, role: 'ATTACHMENT' | 'INLINE_IMAGE', count: number): void {
  const hash = '0'.repeat(64)
  board.deps.store.tx((write, read) => {
    for (let number = 0; number < count; number++) {
      write.attachment.insert({
        ...{ id: board.deps.ids.next(), noticeId, position: read.attachment.nextPosition(noticeId), role },
        ...{ name: '图.png', mediaType: 'image/png', originalSha256: hash, originalSize: 1 },
        ...{ publicSha256: hash, publicSize: 1, stripped: [], passages: [], textRead: true, masks: [] },
        ...{ maskedCount: 0, removed: false, createdAt: board.clock.now() },
      })
    }
  })
}

const upload = <T = AddedAttachment>(id: string, name: string, bytes: Uint8Array) =>
  staff.handler.upload<T>(`/api/desk/notices/${id}/attachments`, name, bytes, { role: 'ATTACHMENT' })
const rows = (id: string) => board.deps.store.read.attachment.ofNotice(id)

/** Holds heavy work of one kind back until let go; tells when it is asked for. */
function holdWork(name: string) {
  const { work } = board.deps
  const { run } = work
  const asked = Promise.withResolvers<void>()
  const held = Promise.withResolvers<void>()
  Object.assign(work, {
    run: async (...call: Parameters<typeof run>) => {
      if (call[0] === name) {
        asked.resolve()
        await held.promise
      }
      return run(...call)
    },
  })
  return { asked: asked.promise, letGo: held.resolve }
}

describe('files and the revision of a draft', () => {
  it('hands in nothing that was attached after the revision the handler saw', async () => {
    const { id, revision } = await draft()
    const added = await upload(id, '名单.xlsx', await workbook('周敏'))
    expect([added.status, added.body.revision]).toEqual([201, revision + 1])
    const stale = await staff.handler.post<Refused>(`/api/desk/notices/${id}/submit`, { revision })
    expect([stale.status, stale.body.code]).toEqual([409, 'notice.draft-conflict'])
    const seen = { revision: added.body.revision }
    expect((await staff.handler.post(`/api/desk/notices/${id}/submit`, seen)).status).toBe(200)
  })

  it('moves the revision on when a file is taken off, and says so', async () => {
    const { id, revision } = await draft()
    const added = await upload(id, '名单.xlsx', await workbook('周敏'))
    const path = `/api/desk/notices/${id}/attachments/${added.body.id}`
    const removed = await staff.handler.json<{ revision: number }>('DELETE', path)
    expect([removed.status, removed.body]).toEqual([200, { revision: revision + 2 }])
    const stale = await staff.handler.post<Refused>(`/api/desk/notices/${id}/submit`, {
      revision: revision + 1,
    })
    expect(stale.body.code).toBe('notice.draft-conflict')
  })

  it('a file taken off while its numbers are being masked stays off', async () => {
    const { id } = await draft()
    const added = await upload(id, '名单.xlsx', await workbook('990000198001010012'))
    const gate = await staff.handler.get<GateReport>(`/api/desk/notices/${id}/gate`)
    const hitIds = gate.body.hits.map((hit) => hit.id)
    expect(hitIds).not.toEqual([])
    const held = holdWork('prepareAttachment')
    const masking = staff.handler.post<Refused>(`/api/desk/notices/${id}/mask`, { hitIds })
    await held.asked
    await staff.handler.json('DELETE', `/api/desk/notices/${id}/attachments/${added.body.id}`)
    held.letGo()
    expect((await masking).body.code).toBe('notice.draft-conflict')
    expect(rows(id)).toEqual([])
  })
})

describe('pictures of a Word file', () => {
  it('use up no room for files once they are gone from the text', async () => {
    const { id } = await draft()
    plantRows(id, 'INLINE_IMAGE', 52)
    expect((await upload(id, '名单.xlsx', await workbook('周敏'))).status).toBe(201)
    const filled = await staff.handler.upload<{ draft: SavedDraft }>(
      `/api/desk/notices/${id}/docx`,
      '公示.docx',
      await wordFile(2),
    )
    expect(filled.status).toBe(200)
    expect(bodyImages(filled.body.draft.content.body).size).toBe(2)
  })

  it('are refused together with the text when there are too many, and leave nothing behind', async () => {
    const { id, revision } = await draft()
    plantRows(id, 'ATTACHMENT', 49)
    const events = board.deps.store.read.audit.ofSubject('notice', id).length
    const refused = await staff.handler.upload<Refused>(
      `/api/desk/notices/${id}/docx`,
      '公示.docx',
      await wordFile(2),
    )
    expect([refused.status, refused.body.code]).toEqual([422, 'attachment.too-many'])
    expect(rows(id)).toHaveLength(49)
    expect(board.deps.store.read.audit.ofSubject('notice', id)).toHaveLength(events)
    const detail = await staff.handler.get<NoticeDetail>(`/api/desk/notices/${id}`)
    expect(detail.body.draft.revision).toBe(revision)
    expect((await upload<Refused>(id, '甲.xlsx', await workbook('周敏'))).status).toBe(201)
    const full = await upload<Refused>(id, '乙.xlsx', await workbook('周敏', '韩立'))
    expect([full.status, full.body.code]).toEqual([422, 'attachment.too-many'])
  })

  it('are one step of the record, however many there are', async () => {
    const { id, revision } = await draft()
    const file = await wordFile(3)
    const filled = await staff.handler.upload<{ draft: SavedDraft }>(
      `/api/desk/notices/${id}/docx`,
      '公示.docx',
      file,
    )
    expect(filled.body.draft.revision).toBe(revision + 1)
    const actions = board.deps.store.read.audit.ofSubject('notice', id).map(({ action }) => action)
    expect(actions).toEqual(['notice.create', 'notice.import-docx'])
  })

  it('are not even read for somebody who may not write', async () => {
    const { id } = await draft()
    const held = holdWork('importDocx')
    let asked = false
    void held.asked.then(() => (asked = true))
    const answer = await staff.reviewer.upload<Refused>(
      `/api/desk/notices/${id}/docx`,
      '公示.docx',
      await wordFile(1),
    )
    expect([answer.status, answer.body.code, asked]).toEqual([403, 'trust.role-missing', false])
  })
})
