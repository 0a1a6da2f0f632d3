import { expect, test } from '@playwright/test'
import type { SheetTemplate } from '../../domain/sheet/template.ts'
import { sampleBody } from '../../server/sample/sample-notice.ts'
import { readable } from '../../server/display/readable-text.ts'
import { linesOf, readPdf } from '../support/pdf-geometry.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { type NoticePage, noticePage } from '../support/notice-page.ts'
import { printPage } from '../support/sheet-printing.ts'
import { setUpOffice } from '../support/test-board.ts'

const LONG_TITLE =
  '云溪镇人民政府办公室关于进一步加强2026年冬季农村地区清洁取暖补贴资金发放使用管理监督检查工作的通告'
const PARAGRAPH = '为帮助困难家庭安全温暖过冬，请各村、各单位和广大群众相互告知、遵照执行。'
const CARD = `# 一、补贴对象\n本镇户籍的居民。\n# 二、补贴标准\n每月100元。\n# 三、办理流程\n向村委会申请。`

let board: RealBoard

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  board = await startRealBoard()
  await setUpOffice(board.openDesk)
})

test.afterAll(async () => {
  await board.stop()
})

function on(page: NoticePage, paper: SheetTemplate['paper']): NoticePage {
  return { ...page, template: { ...page.template, paper } }
}

test('a short notice fills one poster and bears no number', async () => {
  const page = noticePage({ title: '停电检修通知', body: sampleBody(PARAGRAPH) }, { form: 'POSTER' })
  const printed = await readPdf((await printPage(board, page)).bytes)
  expect(printed.pages).toHaveLength(1)
  expect(printed.pages[0]?.width).toBeCloseTo(297, 0)
  expect(printed.text).not.toContain('第1张')
  const sizes = printed.pages[0]?.items.map(({ size }) => size) ?? []
  // Larger than its template says: 28 points at least, here the most there is room for.
  expect(sizes.filter((size) => size > 40).length).toBeGreaterThan(0)
})

test('a long notice goes on over further posters that say how many they are, and loses nothing', async () => {
  const paragraphs = Array.from({ length: 40 }, (_, index) => `第${String(index + 1)}段。${PARAGRAPH}`)
  const page = noticePage({ title: LONG_TITLE, body: sampleBody(paragraphs.join('\n')) }, { form: 'POSTER' })
  const printed = await readPdf((await printPage(board, page)).bytes)
  const { length } = printed.pages
  expect(length).toBeGreaterThan(2)
  const whole = readable(printed.text.replaceAll(new RegExp(`第\\d张共${String(length)}张`, 'gu'), ''))
  expect(printed.text).toContain(`第1张共${String(length)}张`)
  for (const paragraph of paragraphs) expect(whole).toContain(readable(paragraph))
})

test('an emergency is whole on one sheet, on A4 too, with its level in words and its telephone large', async () => {
  const content = {
    title: LONG_TITLE,
    body: sampleBody(`影响范围：河西村\n应对措施：${PARAGRAPH}${PARAGRAPH}\n值班电话：0999-6100110`),
    emergency: {
      level: 'YELLOW',
      issuer: '示例县气象台',
      issuedAt: '2026-07-18T13:30:00.000Z',
      takeoverUntil: '2026-07-19T00:00:00.000Z',
    },
    expiresAt: '2026-07-20T04:00:00.000Z',
  } as const
  const page = noticePage(content, { form: 'EMERGENCY_POSTER' })
  for (const sheet of [page, on(page, { size: 'A4', orientation: 'PORTRAIT' })]) {
    const { pages, text } = await readPdf((await printPage(board, sheet)).bytes)
    expect(pages).toHaveLength(1)
    for (const words of ['黄色预警', '示例县气象台2026年7月18日21时30分发布', '有效期至2026年7月20日12时']) {
      expect(text).toContain(readable(words))
    }
    const telephone = pages[0]?.items.find((item) => item.text.includes('6100110'))
    const label = pages[0]?.items.find((item) => readable(item.text).includes('影响范围'))
    expect(telephone?.size ?? 0).toBeGreaterThan(label?.size ?? Number.POSITIVE_INFINITY)
  }
})

test('a card answers in the words of the text; across, the same card stands twice on the sheet', async () => {
  const page = noticePage({ title: '高龄津贴申领办法', body: sampleBody(CARD) }, { form: 'PLAIN_CARD' })
  const one = await readPdf((await printPage(board, page)).bytes)
  expect(one.pages).toHaveLength(1)
  for (const words of ['谁能办', '标准是多少', '怎么办', '向村委会申请。']) expect(one.text).toContain(words)
  const pair = await readPdf(
    (await printPage(board, on(page, { size: 'A4', orientation: 'LANDSCAPE' }))).bytes,
  )
  expect(pair.pages).toHaveLength(1)
  const times = [...pair.text.matchAll(/每月100元/gu)].length
  expect(times).toBe(2)
})

test('a card too long for half a sheet is refused and not cut off', async () => {
  const body = sampleBody(Array.from({ length: 30 }, () => PARAGRAPH).join('\n'))
  const page = noticePage({ title: LONG_TITLE, body }, { form: 'PLAIN_CARD' })
  const across = on(page, { size: 'A4', orientation: 'LANDSCAPE' })
  await expect(printPage(board, across)).rejects.toThrow('card:1')
})

test('the five things of a service are five parts, with the materials of the text to tick', async () => {
  const body = sampleBody(`${CARD}\n# 四、申请材料\n（一）申请书；\n（二）身份证明。`)
  const page = noticePage({ title: '高龄津贴申领指南', body }, { form: 'FIVE_ONES' })
  const { pages, text } = await readPdf((await printPage(board, page)).bytes)
  // Without samples there is no page for them: the cover says so, and the form ends the pack.
  expect(pages).toHaveLength(4)
  for (const words of ['一本办理指南', '一份告知单', '一张服务评议表', '非常不满意', '本事项未附样本']) {
    expect(text).toContain(readable(words))
  }
  expect(text).toContain('1申请书')
  expect(text).toContain('2身份证明')
})

test('the form to hand in names an address only where it is that of the office that issues it', async () => {
  const body = sampleBody(CARD)
  const form = { form: 'FIVE_ONES' } as const
  const page = noticePage({ title: '高龄津贴申领指南', body }, form)
  const address = '云溪镇人民路18号'
  const at = (one: NoticePage, given: string): NoticePage => ({
    ...one,
    data: { ...one.data, office: { ...one.data.office, address: given, telephone: '' } },
  })
  const read = async (one: NoticePage) => (await readPdf((await printPage(board, one)).bytes)).text
  expect(await read(at(page, address))).toContain(readable(`（${address}）`))
  expect(await read(at(page, ''))).not.toContain(readable('（）'))
  const village = noticePage(
    { title: '高龄津贴申领指南', body, signature: '', unit: { name: '河西村民委员会', kind: 'VILLAGE' } },
    form,
  )
  expect(await read(at(village, address))).toContain('或交河西村民委员会。')
})

test('the last sentence of a poster is found where the number of the sheet stands in it', async () => {
  const last = `${PARAGRAPH.slice(0, -1).repeat(3)}。`
  for (const lines of [9, 10, 11, 12]) {
    const body = sampleBody([...Array.from({ length: lines }, () => PARAGRAPH), last].join('\n'))
    const page = noticePage({ title: LONG_TITLE, body }, { form: 'POSTER' })
    expect((await printPage(board, page)).pages).toBeGreaterThan(0)
  }
})

test('a telephone number or a date is never torn at its hyphen', async () => {
  // Moved one character at a time, so that some line would end inside.
  const texts = Array.from(
    { length: 16 },
    (_, lead) => `${'补'.repeat(lead + 12)}138-0000-0000，2026-11-30止。`,
  )
  const page = noticePage({ title: '停电检修通知', body: sampleBody(texts.join('\n')) }, { form: 'PLAIN' })
  const { pages } = await readPdf((await printPage(board, page)).bytes)
  const lines = pages.flatMap((one) => linesOf(one).map(({ text }) => text.trim()))
  const others = lines.map((line) => line.replaceAll(/138-0000-0000|2026-11-30/gu, ''))
  expect(others.filter((line) => /\d-$|^\d+-/u.test(line))).toEqual([])
})
