import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CountyEventView } from '../../../county/account/views.ts'
import type { AllowanceView } from '../../../county/allowance/views.ts'
import { enrolOffice } from '../../../county/office/enrol.ts'
import type { RejectionRow } from '../../../county/report/views.ts'
import type { EditionDetail } from '../../../county/search/views.ts'
import type { ReceiptRow } from '../../../county/web/office/views.ts'
import type { Page } from '../../../county/web/page-of.ts'
import type { RefusalBody } from '../../../platform/refusal-body.ts'
import type { CountyCardPreview } from '../../../server/exchange/enrolment/views.ts'
import type { ExchangeTasksView } from '../../../server/exchange/task/views.ts'
import type { GateReport } from '../../../server/notice/views.ts'
import { handIn } from '../../support/county-side.ts'
import { writePackageAt } from '../../support/package-flow.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../../support/publish-flow.ts'
import { setUpOffice, openTestBoard, type Staff, type TestBoard } from '../../support/test-board.ts'
import { must } from '../support/county.ts'
import { type CountyBrowser, type CountyPages, openCountyPages } from '../support/county-pages.ts'

const PHONE = '13800138000'
const WHY_HERE = '政务值班手机，已核实可以公开'
const WHY_THERE = '政务值班手机，依法公开，已与该镇核实'

let pages: CountyPages
let board: TestBoard
let staff: Staff
let collector: CountyBrowser

beforeEach(async () => {
  pages = await openCountyPages()
  collector = await pages.person('李雷', ['COLLECTOR'])
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  const card = await (await staff.administrator.raw('GET', '/api/desk/office-card')).text()
  const { countyCard } = must(
    await enrolOffice(pages.county, { card, actor: 'cli', replace: true, reason: '真正的公开栏' }),
  )
  const bytes = Buffer.from(countyCard, 'utf8')
  const at = '/api/desk/county-card'
  const shown = await staff.administrator.upload<CountyCardPreview>(at, 'card.json', bytes)
  const { keyId } = shown.body.card.key
  await staff.administrator.upload(at, 'card.json', bytes, { confirm: 'true', keyId, replace: 'false' })
})
afterEach(async () => {
  board.close()
  await pages.county.close()
})

/** Publishes a notice whose telephone the office's own secrecy reviewer has allowed. */
async function publishAllowed(): Promise<string> {
  const item = await importVillageCatalogue(staff.administrator)
  const { id, revision } = await writeDraft(staff.handler, {
    title: '关于防汛值班的通知',
    body: paragraphs(`政务值班手机 ${PHONE}，二十四小时有人接听。`),
    catalogueItemId: item.id,
  })
  const gate = (await staff.handler.get<GateReport>(`/api/desk/notices/${id}/gate`)).body
  const hitIds = gate.hits.filter(({ severity }) => severity === 'BLOCK').map((hit) => hit.id)
  const allowed = await staff.secrecyReviewer.post(`/api/desk/notices/${id}/overrides`, {
    hitIds,
    reason: WHY_HERE,
  })
  expect(allowed.status).toBe(200)
  await publishDraft(staff, id, revision)
  return id
}

/** A package goes to the county on a stick, and the receipt comes back. */
async function thereAndBack(): Promise<readonly [number, number]> {
  const written = await writePackageAt(staff.handler)
  expect(written.status, JSON.stringify(written.body)).toBe(201)
  const file = await staff.handler.raw('GET', `/api/desk/packages/${written.body.sequence}/file`)
  const folder = join(pages.county.stick, 'carried')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${written.body.sequence}.zip.age`)
  writeFileSync(path, Buffer.from(await file.arrayBuffer()))
  const taken = await collector.takeIn(path)
  expect(taken.status, JSON.stringify(taken.body)).toBe(200)
  const { officeId } = pages.county
  const { rows } = (await collector.json<Page<ReceiptRow>>('GET', `/api/offices/${officeId}/receipts`)).body
  const receipt = await collector.send('GET', `/api/offices/${officeId}/receipts/${rows[0]?.number}/file`)
  const [back] = await handIn(staff.handler, Buffer.from(await receipt.arrayBuffer()))
  if (back?.outcome !== 'NEW') throw new Error(JSON.stringify(back))
  return [back.receipt.accepted, back.receipt.rejected]
}

const tasks = async () => (await staff.handler.get<ExchangeTasksView>('/api/desk/exchange-tasks')).body
const rejected = async (who: CountyBrowser = collector): Promise<RejectionRow> => {
  const [row] = (await who.json<Page<RejectionRow>>('GET', '/api/rejections')).body.rows
  if (row === undefined) throw new Error('something was rejected')
  return row
}
const of = ({ officeId, hash }: RejectionRow) => ({ officeId, hash })

describe('What the office’s secrecy reviewer allowed and the county’s detectors stop', () => {
  it('is rejected, allowed at the county by name and reason, offered again as it is, and taken in with a receipt; the task is closed', async () => {
    await publishAllowed()
    expect(await thereAndBack()).toEqual([0, 1])
    const [task] = (await tasks()).open
    expect(task).toMatchObject({
      fault: { code: 'record.personal-data', params: { kind: 'MOBILE', place: 'body' } },
      allowedHere: { kind: 'MOBILE', by: '王芳', reason: WHY_HERE },
    })
    const row = await rejected()
    expect(row).toMatchObject({ findings: [{ kind: 'MOBILE', place: 'body', count: 1 }], allowance: null })
    const given = await collector.json<AllowanceView>('POST', '/api/allowances', {
      ...of(row),
      reason: WHY_THERE,
    })
    expect([given.status, given.body]).toMatchObject([200, { by: '李雷', reason: WHY_THERE, end: null }])
    expect((await staff.handler.post(`/api/desk/exchange-tasks/${task?.id}/offer-again`, {})).status).toBe(
      200,
    )
    expect(await thereAndBack()).toEqual([1, 0])
    const after = await tasks()
    expect(after.open).toEqual([])
    expect(after.ended).toMatchObject([{ id: task?.id, end: { how: 'OFFERED_AGAIN', by: { name: '周敏' } } }])
    expect(await rejected()).toMatchObject({ mended: true, allowance: { by: '李雷', end: { how: 'USED' } } })
    // Whoever reads it at the county sees by whom it came in, on its page and in the table of what was rejected.
    const at = new URLSearchParams({
      office: String(row.officeId),
      number: row.indexNumber,
      edition: String(row.editionNumber),
    })
    expect((await collector.json<EditionDetail>('GET', `/api/edition?${at}`)).body.allowance).toMatchObject({
      ...{ by: '李雷', reason: WHY_THERE, end: { how: 'USED' } },
    })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(
      await (await collector.send('GET', '/api/rejections/workbook?language=zh-Hans')).arrayBuffer(),
    )
    const cells = book.worksheets[0]?.getColumn(11).values
    expect(cells?.at(-1)).toMatch(new RegExp(`^李雷 .+ 放行：${WHY_THERE}\\n.+ 按放行接收。$`, 'u'))
    const log = (await collector.json<Page<CountyEventView>>('GET', '/api/audit')).body.rows
    expect(log.filter(({ action }) => action.startsWith('allowance.'))).toMatchObject([
      { action: 'allowance.used' },
      { action: 'allowance.given', actor: '李雷', detail: { hash: row.hash } },
    ])
  })

  it('is taken in as well when everything is offered again, and then the county’s word closes the task', async () => {
    await publishAllowed()
    await thereAndBack()
    await collector.json('POST', '/api/allowances', { ...of(await rejected()), reason: WHY_THERE })
    expect((await staff.handler.post('/api/desk/offer-again', { whole: true })).status).toBe(200)
    expect(await thereAndBack()).toEqual([1, 0])
    expect(await tasks()).toMatchObject({ open: [], ended: [{ end: { how: 'ACCEPTED', by: null } }] })
  })

  it('is rejected anew while nobody at the county has allowed it, as a new task', async () => {
    await publishAllowed()
    await thereAndBack()
    const [task] = (await tasks()).open
    await staff.handler.post(`/api/desk/exchange-tasks/${task?.id}/offer-again`, {})
    expect(await thereAndBack()).toEqual([0, 1])
    expect((await tasks()).open).toMatchObject([{ allowedHere: { by: '王芳' } }])
  })

  it('is allowed by nobody but a COLLECTOR who gives a reason, and taken back by nobody else', async () => {
    await publishAllowed()
    await thereAndBack()
    const edition = of(await rejected())
    const asked = { ...edition, reason: WHY_THERE }
    const inspector = await pages.person('赵督', ['INSPECTOR'])
    const administrator = await pages.person('钱管', ['ADMINISTRATOR'])
    for (const who of [inspector, administrator]) {
      for (const [path, body] of [
        ['/api/allowances', asked],
        ['/api/allowances/withdraw', edition],
      ] as const) {
        const answer = await who.json<RefusalBody>('POST', path, body)
        expect([answer.status, answer.body.code]).toEqual([403, 'trust.role-missing'])
      }
    }
    expect((await pages.browser().json('POST', '/api/allowances', asked)).status).toBe(401)
    const code = async (path: string, body: object) => {
      const { status, body: said } = await collector.json<RefusalBody>('POST', path, body)
      return [status, said.code]
    }
    expect(await code('/api/allowances', { ...edition, reason: ' ' })).toEqual([
      422,
      'allowance.reason-required',
    ])
    expect(await code('/api/allowances', { ...asked, hash: 'x' })).toEqual([400, 'request.invalid'])
    expect(await code('/api/allowances', { ...asked, hash: '0'.repeat(64) })).toEqual([
      404,
      'allowance.not-rejected',
    ])
    expect(await code('/api/allowances/withdraw', edition)).toEqual([404, 'allowance.not-found'])
    expect((await collector.json('POST', '/api/allowances', asked)).status).toBe(200)
    expect(await code('/api/allowances', asked)).toEqual([409, 'allowance.already'])
    // Everybody who may read sees who allowed it and why.
    expect((await rejected(inspector)).allowance).toMatchObject({ by: '李雷', reason: WHY_THERE })
    expect((await collector.json('POST', '/api/allowances/withdraw', edition)).status).toBe(200)
    expect((await rejected()).allowance?.end).toMatchObject({ how: 'WITHDRAWN', by: '李雷' })
  })
})
