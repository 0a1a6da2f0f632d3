import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { renderedPrinter } from '../../../server/display/pdf-printer.ts'
import type { SheetPage } from '../../../server/display/sheet-page.ts'
import type { DutyListPaper } from '../../../server/duty/duty-list-pdf.ts'
import { addCatalogue, addUnit, type DutyBoard, keep, openDutyBoard } from './duty-board.ts'

const LIST = '/api/desk/duty-list.pdf?from=2026-11-01&to=2026-11-30'

let board: DutyBoard
let opened: string[]
let papers: (SheetPage | null)[]

beforeEach(async () => {
  board = await openDutyBoard()
  addUnit(board, 'hexi', '河西村')
  addCatalogue(
    board,
    'finance',
    'VILLAGE',
    [['accounts', { class: 'MONTHLY', monthday: 15, offset: 'nextMonth' }]],
    ['hexi'],
  )
  await keep(board)
  board.clock.set('2026-11-23T01:42:00.000Z')
  opened = []
  papers = []
})
afterEach(() => board.close())

/** Lets a browser print that keeps the addresses it was sent to. */
function withPrinter(): void {
  const render = async (url: string) => {
    opened.push(url)
    const secret = new URL(url).searchParams.get('ticket') ?? ''
    papers.push(board.deps.tickets.find(secret)?.page ?? null)
    return { bytes: new Uint8Array([37, 80, 68, 70]), marks: { ready: 'true', lastLine: '共1项。' } }
  }
  Object.assign(board.deskMount, { publicAddress: () => 'http://kiosk.test' })
  Object.assign(board.deps, { printer: renderedPrinter(render, async () => ['共1项。']) })
}

function printedPaper(): DutyListPaper | null {
  const page = papers[0]
  return page?.kind === 'DUTY_LIST' ? page.data : null
}

describe('the printed list of duties', () => {
  it('holds what is due in the span, with the ground and the state of each', async () => {
    withPrinter()
    const answer = await board.staff.reviewer.raw('GET', LIST)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const paper = printedPaper()
    expect(paper).toMatchObject({ office: '示例县云溪镇人民政府', today: '2026-11-23', unit: null })
    expect(paper?.lines).toMatchObject([
      { unit: { name: '河西村' }, period: '2026-10', due: '2026-11-16', state: 'OVERDUE' },
    ])
  })

  it('says to which unit and regime it was narrowed, and may be empty', async () => {
    withPrinter()
    await board.staff.reviewer.raw('GET', `${LIST}&unit=hexi&regime=PARTY`)
    expect(printedPaper()).toMatchObject({ unit: '河西村', regime: 'PARTY', lines: [] })
  })

  it('lies ready for the browser under a secret only while it is printed', async () => {
    withPrinter()
    await board.staff.reviewer.raw('GET', LIST)
    const url = new URL(opened[0] ?? '')
    expect([url.pathname, url.hash]).toEqual(['/sheet/', ''])
    const secret = url.searchParams.get('ticket') ?? ''
    expect(secret).not.toBe('')
    expect((await board.visitor().get(`/api/public/sheet-tickets/${secret}`)).status).toBe(404)
  })

  it('is refused in words without a browser, and to nobody who is not signed in', async () => {
    const refused = await board.staff.reviewer.get<{ code: string }>(LIST)
    expect(refused.body.code).toBe('print.browser-missing')
    expect((await (await board.desk()).get(LIST)).status).toBe(401)
  })
})
