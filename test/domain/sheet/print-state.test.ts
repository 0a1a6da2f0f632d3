import { describe, expect, it } from 'vitest'
import { type PrintFacts, type PrintSending, printState } from '../../../domain/sheet/print-state.ts'

const job = (change: Partial<PrintFacts> = {}): PrintFacts => ({
  cancelled: false,
  built: 'MADE',
  pages: 3,
  runs: [],
  ...change,
})
const sent = (change: Partial<PrintSending> = {}): PrintSending => ({
  ours: true,
  ending: 'HANDED',
  pages: '',
  outcome: null,
  ...change,
})
const all = { outcome: { came: 'ALL', pages: '' } } as const
const part = (pages: string) => ({ outcome: { came: 'PART', pages } }) as const
const nothing = { outcome: { came: 'NOTHING', pages: '' } } as const
const runs = (...every: readonly PrintSending[]) => job({ runs: every })

describe('the state of a print job', () => {
  it.each([
    ['is being made while its PDF is not there', job({ built: 'NOT_YET' }), 'BUILDING'],
    ['has failed when its PDF was refused', job({ built: 'REFUSED' }), 'FAILED'],
    ['is ready with its PDF', job(), 'READY'],
    ['is given up when a person says so', job({ cancelled: true }), 'CANCELLED'],
    ['is sent while it is being handed over', runs(sent({ ending: null })), 'SENT'],
    ['is sent until somebody says what came out', runs(sent()), 'SENT'],
    ['is unsure after a new start of the program', runs(sent({ ours: false })), 'UNSURE'],
    ['is unsure when the program ended amid sending', runs(sent({ ours: false, ending: null })), 'UNSURE'],
    ['is unsure when the printer never answered', runs(sent({ ending: 'UNKNOWN' })), 'UNSURE'],
    ['is ready again when the system took nothing', runs(sent({ ending: 'REFUSED' })), 'READY'],
    ['is done when all came out', runs(sent(all)), 'DONE'],
    [
      'is done by the word of a person, whatever the system said',
      runs(sent({ ours: false, ending: 'UNKNOWN', ...all })),
      'DONE',
    ],
    [
      'is done when a person saw what the system says it refused',
      runs(sent({ ending: 'REFUSED', ...all })),
      'DONE',
    ],
    ['is ready again when a part is missing', runs(sent(part('1'))), 'READY'],
    ['is ready again when nothing came', runs(sent(nothing)), 'READY'],
    [
      'asks about the paper before it can count as given up',
      job({ cancelled: true, runs: [sent()] }),
      'SENT',
    ],
    [
      'is not done while a page is missing that no reprint brought',
      runs(sent(part('1')), sent({ pages: '2', ...all })),
      'READY',
    ],
    [
      'is done when reprints brought every missing page',
      runs(sent(part('1')), sent({ pages: '2-3', ...all })),
      'DONE',
    ],
    [
      'is done no more when the word on an earlier sending is corrected',
      runs(sent(nothing), sent({ pages: '2', ...all })),
      'READY',
    ],
    [
      'stays done when the printer refuses one copy more',
      runs(sent(all), sent({ ending: 'REFUSED' })),
      'DONE',
    ],
  ] as const)('%s', (_, facts, state) => {
    expect(printState(facts)).toBe(state)
  })
})
