import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import jsQR from 'jsqr'
import sharp from 'sharp'
import type { PublicContent } from '../../domain/notice/content.ts'
import { hashWords } from '../../domain/sheet/sheet-code.ts'
import { comparePaper } from '../../server/display/code/compare-paper.ts'
import { readable } from '../../server/display/readable-text.ts'
import type { NoticeDetail } from '../../server/notice/views.ts'
import { openShell } from '../server/cli/run-board.ts'
import { pagePictures } from '../sheets/raster.ts'
import { expectAccessible } from '../support/axe-check.ts'
import { readPdf } from '../support/pdf-geometry.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../support/publish-flow.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { setUpOffice, type Staff } from '../support/test-board.ts'

// From the paper on the wall to the verdict on the kiosk, or on a phone that scanned the code.

// The package is CommonJS whose one export is the function; its types tell of a `default` beside it.
const readCode = jsQR as unknown as typeof jsQR.default

const TITLE = '关于河西村停电检修的通知'

let board: RealBoard
let staff: Staff
let notice: NoticeDetail
let scanned = ''

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  board = await startRealBoard({ idleLockMinutes: 10_000_000 })
  staff = await setUpOffice(board.openDesk)
  const catalogueItemId = (await importVillageCatalogue(staff.handler)).id
  const { id, revision } = await writeDraft(staff.handler, {
    title: TITLE,
    body: paragraphs('因线路检修，11月25日河西村停电，请提前做好准备。'),
    catalogueItemId,
  })
  notice = await publishDraft(staff, id, revision)
  const set = await staff.administrator.json('PUT', '/api/desk/code-address', {
    address: 'http://192.168.1.5:8632',
  })
  expect(set.status).toBe(200)
})

test.afterAll(() => board.stop())

const hash = (): string => notice.editions.find(({ state }) => state === 'PUBLISHED')?.hash ?? ''

test('a phone reads the code off the printed sheet, and the words beside it say the same', async () => {
  const printed = await staff.handler.raw('POST', `/api/desk/editions/${hash()}/pdf`)
  expect(printed.status).toBe(200)
  const pdf = new Uint8Array(await printed.arrayBuffer())
  const text = readable((await readPdf(pdf)).text)
  expect(text).toContain(hashWords(hash()).join(''))
  const [picture] = await pagePictures(pdf, [1], 150)
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  scanned = readCode(new Uint8ClampedArray(data), info.width, info.height)?.data ?? ''
  expect(scanned).toMatch(/^http:\/\/192\.168\.1\.5:8632\/c\?o=\w+&i=.+&e=1&h=[0-9a-f]{16}$/u)
})

test('the printed file is verified paragraph by paragraph, and one that was altered is found', async () => {
  const printed = await staff.handler.raw('POST', `/api/desk/editions/${hash()}/pdf`)
  const folder = mkdtempSync(join(tmpdir(), 'board-verify-'))
  const file = join(folder, '通知.pdf')
  writeFileSync(file, new Uint8Array(await printed.arrayBuffer()))
  const shell = openShell()
  const verified = await shell.board(['sheet', 'verify', '--pdf', file, '--json'], { data: board.dataFolder })
  expect(JSON.parse(verified.out)).toMatchObject({
    ok: true,
    code: { verdict: 'CURRENT' },
    paper: { paragraphs: 2, found: 2, missing: [] },
  })
  const pages = [readable((await readPdf(readFileSync(file))).text).replace('11月25日', '11月28日')]
  const edition = board.deps.store.read.edition.byHash(hash())
  const compared = comparePaper(JSON.parse(edition?.content ?? '') as PublicContent, pages)
  expect(compared).toMatchObject({ found: 1, missing: [2] })
  shell.remove()
  rmSync(folder, { recursive: true })
})

test('the code opens the board at the verdict: in force', async ({ page }) => {
  await page.goto(scanned.replace('http://192.168.1.5:8632', board.publicOrigin))
  await expect(page.getByText('现行有效：与正在公开的一致')).toBeVisible()
  await expect(page.getByRole('heading', { name: TITLE })).toBeVisible()
  await expectAccessible(page, 'code, in force', { strictContrast: true })
  await page.getByRole('link', { name: '查看全文' }).click()
  await expect(page.getByText('请提前做好准备')).toBeVisible()
})

test('after a correction the same paper is told to be wrong, by its words typed into the search', async ({
  page,
}) => {
  const former = hash()
  const { draft } = (await staff.handler.post<NoticeDetail>(`/api/desk/notices/${notice.id}/revise`)).body
  const saved = await staff.handler.json<{ revision: number }>(
    'PUT',
    `/api/desk/notices/${notice.id}/draft`,
    {
      revision: draft.revision,
      content: { ...draft.content, body: paragraphs('停电改为11月26日。') },
    },
  )
  notice = await publishDraft(staff, notice.id, saved.body.revision)
  await page.goto(board.kioskUrl)
  await page.getByRole('searchbox').fill(hashWords(former).join(' '))
  await page.getByRole('searchbox').press('Enter')
  await expect(page.getByText('已更正：这张纸上的内容有错，请以更正后的为准')).toBeVisible()
  await expectAccessible(page, 'code, corrected', { strictContrast: true })
  await page.getByRole('link', { name: '查看现行的一版' }).click()
  await expect(page.getByText('停电改为11月26日。')).toBeVisible()
})

test('a code that is none is told so, and what is not there is not made up', async ({ page }) => {
  await page.goto(`${board.publicOrigin}/kiosk/#/code/${encodeURIComponent('安宁 白云 百合 不是')}`)
  await expect(page.getByRole('heading', { name: '不是纸面上的核对码' })).toBeVisible()
  await page.goto(`${board.publicOrigin}/kiosk/#/code/0000000000000000`)
  await expect(page.getByText('没有查到')).toBeVisible()
})
