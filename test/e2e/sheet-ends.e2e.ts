import { expect, test } from '@playwright/test'
import type { Block } from '../../domain/notice/body.ts'
import { readable } from '../../server/display/readable-text.ts'
import { noticePage, type NoticePage } from '../support/notice-page.ts'
import { isPageNumber, linesOf, readPdf } from '../support/pdf-geometry.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { printPage } from '../support/sheet-printing.ts'
import { setUpOffice } from '../support/test-board.ts'

// Where a sheet ends: no page is printed for a signature alone, nor for one word and a signature where a little less room saves it.

let board: RealBoard

test.beforeAll(async () => {
  board = await startRealBoard()
  await setUpOffice(board.openDesk)
})
test.afterAll(async () => {
  await board.stop()
})

const line = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const SENTENCE =
  '为进一步做好汛期河道水域安全管理工作，保障人民群众生命财产安全，现将有关事项通告如下，请广大群众遵照执行。'
const LINE = '请沿河居住群众不要下河捕鱼、打捞漂浮物，车辆不得强行通过漫水路段，学校停课。'

function accounts(count: number, carried = true): Block {
  const row = (texts: readonly string[], type: 'tableCell' | 'tableHeader') => ({
    type: 'tableRow' as const,
    content: texts.map((text) => ({ type, content: [line(text)] })),
  })
  const rows = Array.from({ length: count }, (_, at) => [
    '2026-10-08',
    `记-${String(at + 1)}`,
    '购买',
    '250.00',
    '',
  ])
  return {
    type: 'table',
    ...(carried ? { attrs: { carry: [3, 4] } } : {}),
    content: [
      row(['日期', '凭证号', '摘要', '收入（元）', '支出（元）'], 'tableHeader'),
      ...rows.map((texts) => row(texts, 'tableCell')),
    ],
  }
}

async function linesPerPage(page: NoticePage): Promise<readonly (readonly string[])[]> {
  const { pages } = await readPdf((await printPage(board, page)).bytes)
  return pages.map((one) =>
    linesOf(one)
      .filter((item) => !isPageNumber(item))
      .map(({ text }) => readable(text)),
  )
}

const finance = (count: number) =>
  noticePage(
    {
      title: '河西村2026年10月财务收支公开表',
      body: { type: 'doc', content: [line('单位：元'), accounts(count), line('月末结余15,345.67')] },
    },
    { form: 'FINANCE_TABLE' },
  )

test('a usual month of village accounts with its signatures is one sheet', async () => {
  expect(await linesPerPage(finance(9))).toHaveLength(1)
})

test('accounts a little longer take their last rows along to the sheet that is signed', async () => {
  const [first = [], last = [], ...more] = await linesPerPage(finance(14))
  expect(more).toEqual([])
  expect(first.join('\n')).toContain('过次页')
  expect(last.join('\n')).toMatch(/承前页[\s\S]*记-14[\s\S]*村委会主任/u)
})

test('no second page is printed for one word and the signature where the closing can stand closer', async () => {
  const body = Array.from({ length: 4 }, (_, at) => line(`${String(at + 1)}、${SENTENCE}`))
  const title = '云溪镇人民政府关于汛期河道水域安全管理的通告'
  expect(await linesPerPage(noticePage({ title, body: { type: 'doc', content: body } }))).toHaveLength(1)
})

test('a line that announces a table goes to the next page with it', async () => {
  const body = [
    ...Array.from({ length: 20 }, () => line('本行是正文。')),
    line('名单如下：'),
    accounts(3, false),
  ]
  const pages = await linesPerPage(noticePage({ title: '名单', body: { type: 'doc', content: body } }))
  const at = pages.find((one) => one.includes('名单如下:') || one.includes('名单如下：')) ?? []
  expect(at.join('\n')).toContain('凭证号')
})

for (const form of ['POSTER', 'EMERGENCY_POSTER'] as const) {
  test(`the last sheet of a ${form === 'POSTER' ? 'poster' : 'warning'} bears text above its signature`, async () => {
    for (const count of form === 'POSTER' ? [9, 10, 11] : [24, 25, 26]) {
      const body = Array.from({ length: count }, () => line(LINE))
      const pages = await linesPerPage(
        noticePage({ title: '紧急通告', body: { type: 'doc', content: body } }, { form }),
      )
      expect(pages.at(-1)?.join(''), `${String(count)} lines`).toContain('学校停课')
      if (form === 'EMERGENCY_POSTER' && pages.length > 1)
        for (const one of pages.slice(1)) expect(one[0]).toContain('紧急通告')
    }
  })
}
