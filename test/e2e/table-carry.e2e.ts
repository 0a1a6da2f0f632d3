import { expect, test, type Page } from '@playwright/test'
import { readAmount, writeAmount } from '../../domain/table/amount.ts'
import { readable } from '../../server/display/readable-text.ts'
import { LAUNCH_COOKIE, SESSION_COOKIE } from '../../server/trust.ts'
import type { TableDetail } from '../../server/notice/table/table-views.ts'
import type { NoticeDetail } from '../../server/notice/views.ts'
import { linesOf, readPdf } from '../support/pdf-geometry.ts'
import { importVillageCatalogue, paragraphs, writeDraft } from '../support/publish-flow.ts'
import { type RealBoard, startRealBoard } from '../support/real-board.ts'
import { financeFile } from '../support/table-files.ts'
import { setUpOffice, type Staff } from '../support/test-board.ts'

// The monthly accounts of a village on paper: every page adds up, and hands its sum to the next (S2).

let board: RealBoard
let staff: Staff
let itemId: string

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  board = await startRealBoard()
  staff = await setUpOffice(board.openDesk)
  itemId = (await importVillageCatalogue(staff.handler)).id
})
test.afterAll(() => board.stop())

type Amounts = { readonly income: bigint; readonly expense: bigint }

/** What each voucher of the file moved. */
function vouchersOf(bytes: Uint8Array): ReadonlyMap<string, Amounts> {
  const fen = (text = '') => {
    const read = readAmount(text.replaceAll('"', ''), 'YUAN')
    return read.kind === 'FEN' ? read.fen : 0n
  }
  const cells = (line: string) => line.match(/"[^"]*"|[^,]+|(?<=,)(?=,|$)/g) ?? []
  return new Map(
    new TextDecoder()
      .decode(bytes)
      .split('\r\n')
      .map(cells)
      .filter(([, voucher = '']) => voucher.startsWith('记'))
      .map(([, voucher = '', , income, expense]) => [
        voucher,
        { income: fen(income), expense: fen(expense) },
      ]),
  )
}

async function paperOf(page: Page, entries: number, before: number) {
  const [name, bytes] = financeFile({ entries })
  const { id } = await writeDraft(staff.handler, {
    title: '河西村2026年10月财务收支公开表',
    body: paragraphs(...Array.from({ length: before }, () => '现将本月财务收支情况公布如下。')),
    catalogueItemId: itemId,
  })
  const path = `/api/desk/notices/${id}`
  const table = await staff.handler.upload<TableDetail>(`${path}/tables`, name, bytes)
  expect(table.body.faults).toEqual([])
  const { draft } = (await staff.handler.get<NoticeDetail>(path)).body
  const taken = await staff.handler.post(`${path}/tables/${table.body.id}/take`, {
    revision: 1,
    draftRevision: draft.revision,
    after: null,
  })
  expect(taken.status, JSON.stringify(taken.body)).toBe(200)
  await page.goto(`${board.deskOrigin}/open?key=${board.launchSecret}`)
  const { handler } = staff
  for (const cookie of [SESSION_COOKIE, LAUNCH_COOKIE]) {
    const value = handler.cookie(cookie)
    if (value) await page.context().addCookies([{ name: cookie, value, url: board.deskOrigin }])
  }
  await page.goto(`${board.deskOrigin}/sheet/?notice=${id}&of=draft`)
  await page.waitForSelector('html[data-ready="true"]', { state: 'attached' })
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  const { pages } = await readPdf(new Uint8Array(pdf))
  // The mark of a draft may stand on the same line as a row.
  return {
    vouchers: vouchersOf(bytes),
    pages: pages.map((one) => linesOf(one).map((line) => readable(line.text).replace('草稿未发布', ''))),
  }
}

for (const [entries, before] of [
  [120, 0],
  [60, 14],
  [90, 40],
] as const) {
  test(`${String(entries)} entries below ${String(before)} lines: no row is lost, and every page carries its sums`, async ({
    page,
  }) => {
    const { pages, vouchers } = await paperOf(page, entries, before)
    const found = pages.flat().flatMap((line) => /记\d{4}/u.exec(line)?.[0] ?? [])
    expect(found).toEqual([...vouchers.keys()])
    let forward: Amounts = { income: 0n, expense: 0n }
    const withRows = pages.filter((lines) => lines.some((line) => /记\d{4}/u.test(line)))
    expect(withRows.length).toBeGreaterThan(1)
    for (const [at, lines] of withRows.entries()) {
      const rows = lines.flatMap((line) => vouchers.get(/记\d{4}/u.exec(line)?.[0] ?? '') ?? [])
      const sum = rows.reduce(
        (one, row) => ({ income: one.income + row.income, expense: one.expense + row.expense }),
        { income: 0n, expense: 0n },
      )
      const said = ({ income, expense }: Amounts) => writeAmount(income) + writeAmount(expense)
      const broughtLine = `承前页${said(forward)}`
      if (at > 0) expect(lines, `page ${String(at + 1)}`).toContain(broughtLine)
      else expect(lines.join('')).not.toContain('承前页')
      expect(lines, `page ${String(at + 1)}`).toContain(`本页合计${said(sum)}`)
      forward = { income: forward.income + sum.income, expense: forward.expense + sum.expense }
      if (at < withRows.length - 1) expect(lines).toContain(`过次页${said(forward)}`)
      else expect(lines).toContain(`合计${said(forward)}`)
      // Headings stand on every page.
      expect(lines.some((line) => line.includes('凭证号'))).toBe(true)
    }
  })
}

test('accounts that fit their page stay as they are', async ({ page }) => {
  const { pages } = await paperOf(page, 8, 0)
  expect(pages.flat().join('')).not.toContain('本页合计')
})
