import { rmSync } from 'node:fs'
import { readPdfPages } from '../../server/display/read-pdf-pages.ts'
import type { TableDetail } from '../../server/notice/table/table-views.ts'
import type { NoticeDetail } from '../../server/notice/views.ts'
import { paragraphs, importVillageCatalogue, submitAndApprove, writeDraft } from '../support/publish-flow.ts'
import { startRealBoard } from '../support/real-board.ts'
import { csvList } from '../support/table-files.ts'
import { setUpOffice } from '../support/test-board.ts'

const ROWS = 3000
const HEADINGS = [
  '序号',
  '户主姓名',
  '村组',
  '种植面积（亩）',
  '补贴标准（元/亩）',
  '补贴金额（元）',
  '发放月份',
  '备注',
]

/** Seconds a list of 3,000 rows takes on its way to paper, and how many of its rows are there. */
export type PrintSpeed = {
  readonly rows: number
  readonly columns: number
  readonly found: number
  readonly pages: number
  /** Taking the file over, handing in, publishing; the answer of the kiosk. */
  readonly take: number
  readonly submit: number
  readonly publish: number
  readonly kiosk: number
  /** From the key to the checked PDF. */
  readonly print: number
}

/** Different in every row, and in none a part of another. */
function amountOf(at: number): string {
  return `${String(1000 + at)}.64`
}

async function seconds<T>(work: () => Promise<T>): Promise<{ readonly took: number; readonly value: T }> {
  const from = performance.now()
  const value = await work()
  return { took: (performance.now() - from) / 1000, value }
}

/** Publishes a list of 3,000 rows through the API and prints it as the desk does, over a board of its own. */
export async function printSpeed(rendererFolder?: string): Promise<PrintSpeed> {
  const board = await startRealBoard(rendererFolder === undefined ? {} : { rendererFolder })
  try {
    const staff = await setUpOffice(board.openDesk)
    const { handler } = staff
    const item = await importVillageCatalogue(handler)
    const [name, bytes] = csvList('云溪镇2026年耕地地力保护补贴发放名单.csv', [
      HEADINGS,
      ...Array.from({ length: ROWS }, (_, at) => [
        String(at + 1),
        `${'赵钱孙李周吴郑王'.charAt(at % 8)}${'一二三四五六七八九'.charAt(at % 9)}${'田山水石'.charAt(at % 4)}`,
        `河西村第${String((at % 12) + 1)}村民小组`,
        ((at % 90) / 10 + 1).toFixed(1),
        '102.40',
        amountOf(at),
        '2026-10',
        '',
      ]),
    ])
    const { id } = await writeDraft(handler, {
      title: '云溪镇2026年耕地地力保护补贴发放名单',
      body: paragraphs('现将发放名单公布如下。'),
      catalogueItemId: item.id,
    })
    const path = `/api/desk/notices/${id}`
    const take = await seconds(async () => {
      const table = await handler.upload<TableDetail>(`${path}/tables`, name, bytes)
      const { draft } = (await handler.get<NoticeDetail>(path)).body
      return handler.post(`${path}/tables/${table.body.id}/take`, {
        revision: table.body.revision,
        draftRevision: draft.revision,
        after: null,
      })
    })
    if (take.value.status !== 200) throw new Error(JSON.stringify(take.value.body))
    const { draft } = (await handler.get<NoticeDetail>(path)).body
    const submit = await seconds(() => submitAndApprove(staff, id, draft.revision))
    const publish = await seconds(() =>
      handler.post<NoticeDetail>(`${path}/publish`, { submissionHash: submit.value }),
    )
    if (publish.value.status !== 200) throw new Error(JSON.stringify(publish.value.body))
    const { indexNumber, editions } = publish.value.body
    const kiosk = await seconds(() =>
      board.visitor.get(`/api/public/notice?index=${encodeURIComponent(indexNumber ?? '')}`),
    )
    const printed = await seconds(async () => {
      const answer = await handler.raw('POST', `/api/desk/editions/${editions[0]?.hash ?? ''}/pdf`)
      if (answer.status !== 200) throw new Error(await answer.text())
      return new Uint8Array(await answer.arrayBuffer())
    })
    const pages = await readPdfPages(printed.value)
    const text = pages.join('').replaceAll(',', '')
    return {
      rows: ROWS,
      columns: HEADINGS.length,
      found: Array.from({ length: ROWS }, (_, at) => amountOf(at)).filter((one) => text.includes(one)).length,
      pages: pages.length,
      take: take.took,
      submit: submit.took,
      publish: publish.took,
      kiosk: kiosk.took,
      print: printed.took,
    }
  } finally {
    await board.close()
    rmSync(board.dataFolder, { recursive: true, force: true })
  }
}
