import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type RenderedSheet, renderedPrinter } from '../../../server/display/pdf-printer.ts'
import { importVillageCatalogue, paragraphs, publishDraft, writeDraft } from '../../support/publish-flow.ts'
import { openTestBoard, setUpOffice, type Staff, type TestBoard } from '../../support/test-board.ts'

type Refused = { code: string; params: Record<string, unknown> }

const LAST_LINE = '请提前做好准备。'

let board: TestBoard
let staff: Staff
let path: string

beforeEach(async () => {
  board = openTestBoard()
  staff = await setUpOffice(board.desk)
  const catalogueItemId = (await importVillageCatalogue(staff.handler)).id
  const body = paragraphs('11月25日河西村停电。', LAST_LINE)
  const { id, revision } = await writeDraft(staff.handler, { title: '停电检修通知', body, catalogueItemId })
  const published = await publishDraft(staff, id, revision)
  path = `/api/desk/editions/${published.submission?.hash}/pdf`
})
afterEach(() => board.close())

/** Lets a browser print that gives these marks and pages of this text. */
function printWith(
  marks: RenderedSheet['marks'],
  pages: readonly string[],
  glyphs: RenderedSheet['glyphs'] = null,
): void {
  const render = async () => ({ bytes: new Uint8Array([1]), marks, glyphs })
  Object.assign(board.deskMount, { publicAddress: () => 'http://kiosk.test' })
  Object.assign(board.deps, { printer: renderedPrinter(render, async () => pages) })
}
const printed = () => board.deps.store.read.audit.newest()?.action === 'notice.print'

describe('printing is refused', () => {
  it('while there is no address or no browser to print from', async () => {
    const refused = await staff.handler.json<Refused>('POST', path)
    expect([refused.status, refused.body.code]).toEqual([503, 'print.browser-missing'])
    expect(printed()).toBe(false)
  })

  it('when the sheet could not be made', async () => {
    printWith({ ready: 'error' }, [LAST_LINE])
    const refused = await staff.handler.json<Refused>('POST', path)
    expect([refused.status, refused.body.code]).toEqual([500, 'print.failed'])
    expect(printed()).toBe(false)
  })

  it.each([
    ['something does not fit the paper', { ready: 'true', overflow: '表格第3行' }, [LAST_LINE], '表格第3行'],
    ['the last line is not in the file', { ready: 'true', lastLine: LAST_LINE }, ['河西村停电。'], '1'],
  ])('when %s', async (_, marks, pages, place) => {
    printWith(marks, pages)
    const refused = await staff.handler.json<Refused>('POST', path)
    expect([refused.status, refused.body]).toMatchObject([
      422,
      { code: 'print.incomplete', params: { place } },
    ])
    expect(printed()).toBe(false)
  })

  it('not for a character no face has: what stands around it must be there', async () => {
    const marks = { ready: 'true', lastLine: '联系人：张䶮，2号窗口。' }
    const stray = { character: '䶮', role: 'FANGSONG', face: null, places: [] } as const
    const glyphs = { roles: [], strays: [stray] }
    printWith(marks, ['联系人：张�，2号窗口。'], glyphs)
    expect((await staff.handler.raw('POST', path)).status).toBe(200)
    printWith(marks, ['联系人：张�，2号'], glyphs)
    expect((await staff.handler.raw('POST', path)).status).toBe(422)
    printWith(marks, ['联系人：张�，2号窗口。'])
    expect((await staff.handler.raw('POST', path)).status).toBe(422)
  })

  it('not for the number of a sheet of a poster in the middle of the last sentence', async () => {
    printWith({ ready: 'true', lastLine: LAST_LINE }, [
      '停电。请提前做好\n第1张　共2张',
      '准备。\n第2张　共2张',
    ])
    expect((await staff.handler.raw('POST', path)).status).toBe(200)
    printWith({ ready: 'true', lastLine: '请看第1张共2张。' }, ['停电。请看第1张共2张。'])
    expect((await staff.handler.raw('POST', path)).status).toBe(200)
  })

  it('never when all of it is there, also over the end of a page; then the log tells of it', async () => {
    printWith({ ready: 'true', lastLine: LAST_LINE }, ['停电。请提前做好\n— 1 —', '准备。\n— 2 —'])
    const file = await staff.handler.raw('POST', path)
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(board.deps.store.read.audit.newest()).toMatchObject({
      action: 'notice.print',
      detail: { pages: 2 },
    })
  })
})
