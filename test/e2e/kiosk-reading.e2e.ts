import { rmSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import jsQR from 'jsqr'
import type { Body, TableCell } from '../../domain/notice/body.ts'
import type { AttachmentView, NoticeDetail, SavedDraft } from '../../server/notice/views.ts'
import { chinesePdf } from '../support/chinese-pdf.ts'
import { pictureBook } from '../support/journey-desk.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../support/publish-flow.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { setUpOffice, type Staff } from '../support/test-board.ts'

// The package's types say that the function is in `default`; the module is the function.
const readCode = jsQR as unknown as typeof jsQR.default

const ROWS = 3000
const HEADINGS = ['序号', '户主', '村组', '补贴面积（亩）', '补贴金额（元）', '发放日期']
const VILLAGES = ['河西村', '河东村', '云溪社区']
const LIST = '云溪镇2026年耕地地力保护补贴发放明细'
const FILES = '河西村2026年第三季度财务收支公示'
const REVISED = '河西村垃圾清运时间表'
const ADDRESS = 'http://gongkai.example.invalid'

let board: RealBoard
let staff: Staff
let files: NoticeDetail
let revised: NoticeDetail
const errors: string[] = []

test.describe.configure({ mode: 'serial' })
test.use({ hasTouch: true, viewport: { width: 1080, height: 1920 } })

function cell(text: string, type: TableCell['type'] = 'tableCell', colspan = 1): TableCell {
  return {
    type,
    ...(colspan > 1 ? { attrs: { colspan } } : {}),
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  }
}

function placeAt(row: number): string {
  return `${VILLAGES[row % 3] ?? ''}${String((row % 7) + 1)}组`
}

/** 3,000 households with what each got, and the sum the office has written. */
function longList(): Body {
  const rows = Array.from({ length: ROWS }, (_, row) => [
    String(row + 1),
    `${'张李王赵'[row % 4] ?? ''}*${'国英军'[row % 3] ?? ''}`,
    placeAt(row),
    '2.5',
    '300.00',
    '2026-10-15',
  ])
  const total = ['7,500.00', '900,000.00', '']
  return {
    type: 'doc',
    content: [
      ...paragraphs('现将2026年耕地地力保护补贴发放明细公示如下，依据为云政发〔2026〕12号。').content,
      {
        type: 'table',
        content: [
          { type: 'tableRow', content: HEADINGS.map((text) => cell(text, 'tableHeader')) },
          ...rows.map((row) => ({ type: 'tableRow' as const, content: row.map((text) => cell(text)) })),
          {
            type: 'tableRow',
            content: [cell('合计', 'tableHeader', 3), ...total.map((text) => cell(text === '' ? '—' : text))],
          },
        ],
      },
      ...paragraphs('如有异议，请来电0990-5550100反映。').content,
    ],
  }
}

async function revisionOf(id: string): Promise<number> {
  return (await staff.handler.get<NoticeDetail>(`/api/desk/notices/${id}`)).body.draft.revision
}

test.beforeAll(async () => {
  board = await startRealBoard()
  staff = await setUpOffice(board.openDesk)
  const catalogueItemId = (await importVillageCatalogue(staff.handler)).id
  const publish = async (title: string, body: Body, pdf?: Uint8Array) => {
    const { id } = await writeDraft(staff.handler, { title, body, catalogueItemId })
    if (pdf) {
      const address = `/api/desk/notices/${id}/attachments`
      const added = await staff.handler.upload<AttachmentView>(address, '收支说明.pdf', pdf, {
        role: 'ATTACHMENT',
      })
      expect(added.status, JSON.stringify(added.body)).toBeLessThan(300)
    }
    return await publishDraft(staff, id, await revisionOf(id))
  }
  await publish(LIST, longList())
  files = await publish(
    FILES,
    paragraphs('收支说明见附件，公示期七天。'),
    chinesePdf([['收支说明第一页', '收入三千元'], ['收支说明第二页', '支出两千元'], ['收支说明第三页']]),
  )
  const first = await publish(REVISED, paragraphs('每周一、周四清运。'))
  const reopened = await staff.handler.post<NoticeDetail>(`/api/desk/notices/${first.id}/revise`)
  const changed = await staff.handler.json<SavedDraft>('PUT', `/api/desk/notices/${first.id}/draft`, {
    revision: reopened.body.draft.revision,
    content: { ...reopened.body.draft.content, body: paragraphs('每周二、周五清运。') },
  })
  revised = await publishDraft(staff, first.id, changed.body.revision)
  const set = await staff.administrator.json('PUT', '/api/desk/code-address', { address: ADDRESS })
  expect(set.status).toBe(200)
})

test.afterAll(async () => {
  expect(errors).toEqual([])
  await board.close()
  rmSync(board.dataFolder, { recursive: true, force: true })
})

test.beforeEach(({ page }) => {
  page.on('pageerror', (error) => errors.push(error.message))
})

/** On the glass in the hall, from its first page by touch. */
async function openOnGlass(page: Page, title: string): Promise<void> {
  await page.goto(`${board.kioskUrl}?glass=1`)
  await page.getByRole('link', { name: title }).first().tap()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

/** How much ink a canvas holds: an unreadable page is white. */
async function ink(page: Page): Promise<number> {
  return await page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
    let dark = 0
    for (let at = 0; at < data.length; at += 4)
      if ((data[at] ?? 255) < 128 && (data[at + 3] ?? 0) > 128) dark += 1
    return dark
  })
}

/** What a camera would see of a picture. */
async function pixelsOf(page: Page, png: string): Promise<number[]> {
  return await page.evaluate(async (base64) => {
    const image = new Image()
    image.src = `data:image/png;base64,${base64}`
    await image.decode()
    const canvas = document.createElement('canvas')
    // As far off as somebody stands who holds the phone up.
    canvas.width = 320
    canvas.height = 320
    const drawing = canvas.getContext('2d')
    drawing?.drawImage(image, 0, 0, 320, 320)
    return [...(drawing?.getImageData(0, 0, 320, 320).data ?? [])]
  }, png)
}

test('of a list of 3,000 rows one page is drawn, its headings stay, and a village is found by touch', async ({
  page,
}) => {
  const keep = pictureBook('kiosk-reading-list')
  await openOnGlass(page, LIST)
  const table = page.getByRole('table')
  await expect(page.getByText(`第 1～25 行，共 ${String(ROWS)} 行`).first()).toBeVisible()
  expect(await table.getByRole('row').count()).toBeLessThanOrEqual(26)
  await keep(page, 'first')
  await page.getByRole('button', { name: '下一页 →' }).first().tap()
  await expect(page.getByText(`第 26～50 行，共 ${String(ROWS)} 行`).first()).toBeVisible()
  await expect(table.getByRole('cell', { name: '26', exact: true })).toBeVisible()
  await page.locator('main').evaluate((main) => main.scrollBy({ top: 600, behavior: 'instant' }))
  await expect(table.getByRole('columnheader', { name: '户主' })).toBeInViewport()

  await page.getByRole('button', { name: '找本村、本组' }).tap()
  await page.getByRole('button', { name: /^河西村/ }).tap()
  await expect(page.getByText('河西村：1000 行')).toBeVisible()
  await page.getByRole('button', { name: /^3组/ }).tap()
  const mine = Array.from({ length: ROWS }, (_, row) => placeAt(row)).filter(
    (place) => place === '河西村3组',
  ).length
  await expect(page.getByText(`河西村 3组：${String(mine)} 行`)).toBeVisible()
  await expect(table.locator('tbody').getByRole('cell', { name: '河西村3组' })).toHaveCount(25)
  await expect(table.locator('tbody').getByText('河东村')).toHaveCount(0)
  // The office wrote the sum of all, all entries come to it, so that of a part may be told.
  const part = new Intl.NumberFormat('en').format(mine * 300)
  await expect(page.locator('.part-sums')).toContainText(`${part}.00`)
  await expect(table.locator('tfoot')).toContainText('900,000.00')
  await expect(table.locator('tfoot')).toContainText('全表的合计')
  await keep(page, 'village')
  await page.getByRole('button', { name: '看全部' }).tap()
  await expect(page.getByText(`第 1～25 行，共 ${String(ROWS)} 行`).first()).toBeVisible()
  // By nothing but place: there is no field to type a name or a number into.
  await expect(page.locator('main input')).toHaveCount(0)
})

test('a PDF is read inside the page: Chinese without a face of its own is drawn, pages turn, and nothing can be saved', async ({
  page,
  context,
}) => {
  const keep = pictureBook('kiosk-reading-pdf')
  const asked = new Set<string>()
  page.on('request', (request) => asked.add(new URL(request.url()).origin))
  await openOnGlass(page, FILES)
  await page.getByRole('button', { name: '打开看' }).tap()
  await expect(page.getByText('第 1 页，共 3 页').first()).toBeVisible()
  await expect.poll(() => ink(page)).toBeGreaterThan(500)
  await keep(page, 'open')
  await page.getByRole('button', { name: '下一页 →' }).first().tap()
  await expect(page.getByText('第 2 页，共 3 页').first()).toBeVisible()
  await expect.poll(() => ink(page)).toBeGreaterThan(500)
  await page.getByRole('button', { name: '放大' }).tap()
  await expect(page.getByText('150%')).toBeVisible()
  await expect.poll(() => ink(page)).toBeGreaterThan(500)
  await keep(page, 'larger')
  await page.getByRole('button', { name: '关闭文件' }).tap()
  await expect(page.locator('canvas')).toHaveCount(0)
  await expect(page.locator('a[download]')).toHaveCount(0)
  expect([...asked]).toEqual([board.publicOrigin])

  // Nobody but the glass is held: a citizen at home saves the file.
  const home = await context.newPage()
  await home.goto(`${board.kioskUrl}#/notice/${encodeURIComponent(files.indexNumber ?? '')}`)
  const [download] = await Promise.all([
    home.waitForEvent('download'),
    home.getByRole('link', { name: '保存文件' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('收支说明.pdf')
})

for (const [what, bytes, said] of [
  ['a file that is none', new TextEncoder().encode('%PDF-1.7 nothing follows'), /读不出来/],
  ['a file that claims a million pages', chinesePdf([['一页']], { pageCount: 1_000_000 }), null],
  [
    'a file with a script and a page as large as a wall',
    chinesePdf([['大页']], {
      size: [14_000, 14_000],
      catalogue:
        "/OpenAction << /S /JavaScript /JS (app.alert\\('x'\\); this.submitForm\\('http://example.invalid'\\)) >>",
    }),
    null,
  ],
] as const) {
  test(`${what} harms nothing`, async ({ page }) => {
    const foreign: string[] = []
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== board.publicOrigin) foreign.push(request.url())
    })
    await page.route('**/attachments/*', (route) =>
      route.fulfill({ body: Buffer.from(bytes), contentType: 'application/pdf' }),
    )
    await openOnGlass(page, FILES)
    await page.getByRole('button', { name: '打开看' }).tap()
    if (said) await expect(page.getByText(said)).toBeVisible()
    else {
      await expect(page.getByRole('region', { name: '文件内容' })).toHaveAttribute('aria-busy', 'false')
      await expect(page.getByText('这一页画不出来')).toHaveCount(0)
      const pixels = await page
        .locator('canvas')
        .evaluate((canvas: HTMLCanvasElement) => canvas.width * canvas.height)
      expect(pixels).toBeLessThanOrEqual(12_000_000)
    }
    expect(foreign).toEqual([])
    // The board itself is as it was.
    await page.getByRole('button', { name: '首页' }).first().tap()
    await expect(page.getByRole('link', { name: /垃圾清运时间表/ }).first()).toBeVisible()
  })
}

test('the code to take away is large, has its quiet zone, and leads to this very edition', async ({
  page,
  context,
}) => {
  const keep = pictureBook('kiosk-reading-code')
  const old = revised.editions.find((edition) => edition.editionNumber === 1)
  await openOnGlass(page, REVISED)
  await page.getByRole('link', { name: '第 1 版' }).tap()
  await expect(page.getByText('您看的是第 1 版，已被第 2 版替代。')).toBeVisible()
  await page.getByRole('button', { name: '用手机带走', exact: true }).tap()
  const dialog = page.getByRole('dialog', { name: '用手机带走这一份' })
  const code = dialog.getByRole('img', { name: '二维码' })
  await expect(code).toBeVisible()
  await keep(page, 'open')
  const box = await code.boundingBox()
  // 40 mm on a 43 inch glass of 1080 × 1920 are 81 pixels; a step away it has to be far larger.
  expect(box?.width ?? 0).toBeGreaterThanOrEqual(400)
  const picture = await pixelsOf(page, (await code.screenshot()).toString('base64'))
  const found = readCode(Uint8ClampedArray.from(picture), 320, 320)
  const link = new URL(found?.data ?? '')
  expect(link.origin).toBe(ADDRESS)
  expect(link.searchParams.get('h')).toBe(old?.hash.slice(0, 16))
  expect(link.searchParams.get('e')).toBe('1')
  await page.getByRole('button', { name: '关闭', exact: true }).tap()
  await expect(dialog).toHaveCount(0)
  // What the phone opens is the kiosk's page about this code.
  const phone = await context.newPage()
  await phone.goto(`${board.publicOrigin}${link.pathname}${link.search}`)
  await expect(phone.getByText('已更正：这张纸上的内容有错')).toBeVisible()
})

test('a computer without a voice says so; with one the sentence being read is marked, captioned and can be paused', async ({
  page,
  context,
}) => {
  const keep = pictureBook('kiosk-reading-aloud')
  await openOnGlass(page, LIST)
  await expect(page.getByText('第 1～25 行').first()).toBeVisible()
  await page.getByRole('button', { name: '朗读', exact: true }).tap()
  await expect(page.getByText('本机没有中文语音，不能朗读')).toBeVisible()

  const heard = await context.newPage()
  heard.on('pageerror', (error) => errors.push(error.message))
  await heard.addInitScript(() => {
    const said: SpeechSynthesisUtterance[] = []
    const voice = { lang: 'zh-CN', localService: true, default: true, name: 'test', voiceURI: 'test' }
    class Utterance extends EventTarget {
      text: string
      voice = null
      lang = ''
      rate = 1
      constructor(text: string) {
        super()
        this.text = text
      }
    }
    const speech = Object.assign(new EventTarget(), {
      getVoices: () => [voice],
      speak: (words: SpeechSynthesisUtterance) => said.push(words),
      cancel: () => undefined,
    })
    Object.defineProperty(window, 'speechSynthesis', { value: speech })
    Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance })
    Object.assign(window, { said })
  })
  await openOnGlass(heard, LIST)
  await expect(heard.getByText('第 1～25 行').first()).toBeVisible()
  const said = () =>
    heard.evaluate(() => (window as unknown as { said: { text: string }[] }).said.map(({ text }) => text))
  const through = () =>
    heard.evaluate(() => {
      const { said: all } = window as unknown as { said: EventTarget[] }
      all.at(-1)?.dispatchEvent(new Event('end'))
    })
  await heard.getByRole('button', { name: '朗读', exact: true }).tap()
  const bar = heard.getByRole('region', { name: '朗读' })
  await expect(bar.locator('.aloud-said')).toHaveText(LIST)
  await through()
  await expect(bar.locator('.aloud-said')).toContainText('依据为云政发〔2026〕12号')
  expect((await said()).at(-1)).toContain('云政发 二零二六 十二号')
  await through()
  expect((await said()).at(-1)).toContain(
    '户主，张某国；村组，河西村一组；补贴面积，二点五亩；补贴金额，三百元',
  )
  expect(await heard.evaluate(() => CSS.highlights.get('aloud')?.size)).toBe(1)
  await keep(heard, 'row')
  await bar.getByRole('button', { name: '暂停' }).tap()
  const before = (await said()).length
  await bar.getByRole('button', { name: '继续' }).tap()
  await expect.poll(async () => (await said()).length).toBe(before + 1)
  expect((await said()).at(-1)).toBe((await said()).at(-2))
  await heard.getByRole('button', { name: '首页' }).first().tap()
  await expect(bar).toHaveCount(0)
  expect(await heard.evaluate(() => CSS.highlights.has('aloud'))).toBe(false)
})
