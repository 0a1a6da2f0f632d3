import { describe, expect, test } from 'vitest'
import { BUILT_IN_TEMPLATES } from '../../../../domain/sheet/built-in-templates.ts'
import { pagesLeft } from '../../../../domain/sheet/pages-left.ts'
import { SHEET_FORMS, type SheetForm } from '../../../../domain/sheet/template.ts'
import { candidatesFor, tooSmallAt, waysOut } from '../../../../renderer/desk/print/choose/candidates.ts'
import { countStates, manyState } from '../../../../renderer/desk/print/many/many-state.ts'
import { printTogether } from '../../../../renderer/desk/print/many/print-together.ts'
import { openRun } from '../../../../renderer/desk/print/open-run.ts'
import { nextStep, pageWidth } from '../../../../renderer/desk/print/pdf/zoom.ts'
import { queuePart } from '../../../../renderer/desk/print/queue/sort-jobs.ts'
import { firstPrinter, waysToPaper } from '../../../../renderer/desk/print/send/ways.ts'
import type { PrintJobView, PrintRun, PrintSubject } from '../../../../server/display/print/views.ts'
import type { OfferedTemplate, TemplatesView } from '../../../../server/display/template/views.ts'

const EDITION: PrintSubject = { kind: 'EDITION', hash: 'ab', layout: { kind: 'CHINESE' } }

function run(change: Partial<PrintRun> = {}): PrintRun {
  return {
    number: 1,
    route: 'PRINTER',
    printer: 'HP-2055',
    copies: 1,
    pages: '',
    sentAt: '2026-11-23T01:00:00.000Z',
    by: '周敏',
    refused: false,
    outcome: null,
    ...change,
  }
}

function told(came: 'ALL' | 'PART' | 'NOTHING', pages = ''): PrintRun['outcome'] {
  return { came, pages, at: '2026-11-23T01:05:00.000Z', by: '周敏' }
}

function job(change: Partial<PrintJobView> = {}): PrintJobView {
  return {
    id: 'job',
    title: '停电检修通知',
    subject: EDITION,
    noticeId: 'notice',
    template: { id: 'PLAIN', form: 'PLAIN', name: '' },
    state: 'READY',
    refusal: null,
    pages: 3,
    sha256: 'cd',
    editionHash: 'ab',
    type: null,
    byHand: [],
    undecided: false,
    runs: [],
    createdAt: '2026-11-23T01:00:00.000Z',
    by: '周敏',
    ...change,
  }
}

const VIEW: TemplatesView = {
  mayChange: false,
  templates: SHEET_FORMS.map((form) => ({
    template: BUILT_IN_TEMPLATES[form],
    version: 0,
    retired: false,
    copiedFrom: null,
    set: null,
  })),
}

function offer(form: SheetForm, suggested = false, suits = true): OfferedTemplate {
  return { id: form, form, name: '', version: 0, paper: BUILT_IN_TEMPLATES[form].paper, suggested, suits }
}

describe('what is still to be printed', () => {
  test('pages that did not come out are wanted until a reprint brings them', () => {
    const first = run({ outcome: told('PART', '1,3') })
    expect(pagesLeft(3, [first])).toEqual([2])
    expect(pagesLeft(3, [first, run({ number: 2, pages: '2', outcome: told('ALL') })])).toEqual([])
    expect(pagesLeft(3, [first, run({ number: 2, pages: '2', outcome: told('NOTHING') })])).toEqual([2])
  })

  test('when nothing came out every page that was asked for is wanted', () => {
    expect(pagesLeft(3, [run({ pages: '2-3', outcome: told('NOTHING') })])).toEqual([2, 3])
  })

  test('a sending nobody has told of yet changes nothing', () => {
    expect(pagesLeft(3, [run()])).toEqual([])
  })

  test('what the printer refused is not asked about', () => {
    expect(openRun(job({ runs: [run({ refused: true })] }))).toBeUndefined()
    expect(openRun(job({ runs: [run(), run({ number: 2, refused: true })] }))?.number).toBe(1)
  })
})

describe('the queue', () => {
  test('unsure sheets, sheets without an outcome, failed ones and waiting ones are told apart', () => {
    expect(queuePart(job({ state: 'UNSURE', runs: [run()] }))).toBe('UNSURE')
    expect(queuePart(job({ state: 'SENT', runs: [run()] }))).toBe('OUTCOME')
    expect(queuePart(job({ state: 'FAILED' }))).toBe('FAILED')
    expect(queuePart(job())).toBe('WAITING')
    expect(queuePart(job({ state: 'DONE', runs: [run({ outcome: told('ALL') })] }))).toBeNull()
    expect(queuePart(job({ state: 'CANCELLED' }))).toBeNull()
  })
})

describe('many sheets', () => {
  test('each stands in one state, a rare name apart from what can be printed', () => {
    const jobs = [
      job(),
      job({ undecided: true }),
      job({ state: 'SENT', runs: [run()] }),
      job({ state: 'BUILDING' }),
    ]
    expect(jobs.map(manyState)).toEqual(['READY', 'UNDECIDED', 'SENT', 'BUILDING'])
    expect(countStates(jobs)).toMatchObject({ READY: 1, UNDECIDED: 1, SENT: 1, BUILDING: 1, FAILED: 0 })
  })

  test('a sheet with missing pages told of is ready to be sent again', () => {
    expect(manyState(job({ runs: [run({ outcome: told('PART', '1') })] }))).toBe('READY')
  })
})

describe('many sheets in one file of the browser', () => {
  const through = async (stopAfter: number, refusedAt = 9) => {
    const said: string[] = []
    const failed = await printTogether(['a', 'b', 'c'], {
      note: async (sheet) => {
        if (said.length === refusedAt) throw new Error('refused')
        said.push(`noted ${sheet}`)
        return Promise.resolve(sheet)
      },
      takeBack: async (sheet) => Promise.resolve(said.push(`nothing came of ${sheet}`)),
      isStopped: () => said.length >= stopAfter,
      print: () => said.push('printed'),
    }).then(
      () => false,
      () => true,
    )
    return { said, failed }
  }

  test('are noted one by one and printed together', async () => {
    expect((await through(9)).said).toEqual(['noted a', 'noted b', 'noted c', 'printed'])
  })

  test('stopped on the way, nothing is printed and those noted are told of so', async () => {
    expect((await through(1)).said).toEqual(['noted a', 'nothing came of a'])
    expect((await through(3)).said).not.toContain('printed')
  })

  test('nor is anything printed when one of them is refused', async () => {
    expect(await through(9, 1)).toEqual({ said: ['noted a', 'nothing came of a'], failed: true })
  })
})

describe('templates to choose from', () => {
  test('those that suit a notice come first, those it can be printed by behind them, and no other', () => {
    const found = candidatesFor(EDITION, VIEW, [
      offer('NAME_LIST', true),
      offer('PLAIN'),
      offer('POSTER', false, false),
    ])
    expect(found.map(({ template }) => template.id)).toEqual(['NAME_LIST', 'PLAIN', 'POSTER'])
    expect(found[0]?.suggested).toBe(true)
    expect(found.filter(({ offered }) => offered)).toHaveLength(2)
  })

  test('other papers have templates of their own form only', () => {
    const found = candidatesFor({ kind: 'POSTING_CERTIFICATE', postingId: 'p' }, VIEW, null)
    expect(found.map(({ template }) => template.form)).toEqual(['DISPLAY_CERTIFICATE'])
  })

  test('a retired template is not offered', () => {
    const retired = VIEW.templates.map((one) => ({ ...one, retired: one.template.form === 'PLAIN' }))
    const found = candidatesFor(EDITION, { ...VIEW, templates: retired }, [offer('PLAIN', true)])
    expect(found.map(({ template }) => template.form)).not.toContain('PLAIN')
  })

  test('what did not fit is offered a wider template of those that suit, the widest first', () => {
    const found = candidatesFor(EDITION, VIEW, [
      offer('PLAIN', true),
      offer('NAME_LIST'),
      offer('PLAIN_CARD'),
    ])
    expect(waysOut(BUILT_IN_TEMPLATES.PLAIN_CARD, found).map(({ template }) => template.id)).toEqual([
      'NAME_LIST',
      'PLAIN',
    ])
    expect(waysOut(BUILT_IN_TEMPLATES.NAME_LIST, found)).toEqual([])
  })

  test('a template whose type is too small for its distance says from where it can be read', () => {
    expect(tooSmallAt(BUILT_IN_TEMPLATES.RED_HEAD)).toBeNull()
    expect(tooSmallAt({ ...BUILT_IN_TEMPLATES.RED_HEAD, readFrom: 3 })).toEqual({ from: 3, legible: 0.9 })
  })
})

describe('ways to paper', () => {
  const printers = [
    { name: 'A', displayName: 'A', isDefault: false },
    { name: 'B', displayName: 'B', isDefault: true },
  ]

  test('a printer that can be named comes first, then the browser, then the viewer', () => {
    expect(waysToPaper({ browser: true, printers, viewer: true }, true)).toEqual([
      'PRINTER',
      'BROWSER',
      'VIEWER',
    ])
    expect(waysToPaper({ browser: true, printers: [], viewer: true }, false)).toEqual(['VIEWER'])
    expect(waysToPaper({ browser: true, printers: null, viewer: false }, false)).toEqual([])
  })

  test('it begins with the printer the computer prefers', () => {
    expect(firstPrinter({ browser: true, printers, viewer: false })).toBe('B')
    expect(firstPrinter({ browser: true, printers: null, viewer: false })).toBe('')
  })
})

describe('zoom', () => {
  const a4 = { width: 595, height: 842 }

  test('pages are shown as wide as the room, whole, or at a share of their size', () => {
    const room = { width: 832, height: 632 }
    expect(pageWidth('WIDTH', a4, room)).toBe(800)
    expect(pageWidth('PAGE', a4, room)).toBe(Math.floor((600 * 595) / 842))
    expect(pageWidth(1, a4, room)).toBe(793)
  })

  test('steps go to the next round share and stop at the ends', () => {
    expect([
      nextStep(0.93, 1),
      nextStep(0.93, -1),
      nextStep(1, 1),
      nextStep(4, 1),
      nextStep(0.25, -1),
    ]).toEqual([1, 0.75, 1.25, 4, 0.25])
  })
})
