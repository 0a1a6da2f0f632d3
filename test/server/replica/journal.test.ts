import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256 } from '../../../platform/sha256.ts'
import { journalEvidence } from '../../../server/replica/journal-sinks.ts'
import { openJournals } from '../../../server/replica/journals-by-office.ts'
import { openPairedScreens } from '../../../server/replica/paired-screens.ts'
import { report, shown } from '../../support/report-flow.ts'
import { openJournal } from '../../../server/replica/journal.ts'
import { openSteadyClock } from '../../../server/replica/steady-clock.ts'
import { testClock } from '../../support/test-clock.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'board-journal-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const AT = '2026-11-23T01:42:00.000Z'
const line = (text: string) =>
  ({ kind: 'KIOSK_EVENT', at: AT, clockTrusted: true, payload: { text } }) as const
const texts = (journal: ReturnType<typeof openJournal>) =>
  journal.pending().map(({ payload }) => (payload as { text: string }).text)

describe('the journal of a kiosk computer', () => {
  it('keeps every line over a restart, in its order, until the office has it', () => {
    const journal = openJournal(folder)
    for (const text of ['一', '二', '三']) journal.append(line(text))
    journal.acknowledge(1)
    const again = openJournal(folder)
    expect(texts(again)).toEqual(['二', '三'])
    again.append(line('四'))
    expect(again.pending().map(({ sequence }) => sequence)).toEqual([2, 3, 4])
    again.acknowledge(4)
    expect([openJournal(folder).waiting(), texts(openJournal(folder))]).toEqual([0, []])
  })

  it('lets go of a last line that a power cut tore, and goes on behind the one before', () => {
    const journal = openJournal(folder)
    journal.append(line('一'))
    const [file = ''] = readdirSync(folder).filter((name) => name.endsWith('.jsonl'))
    appendFileSync(join(folder, file), '{"sequence":2,"ki')
    const again = openJournal(folder)
    again.append(line('二'))
    expect(again.pending().map(({ sequence }) => sequence)).toEqual([1, 2])
    expect(texts(again)).toEqual(['一', '二'])
  })

  it('never gives a number twice, also when everything was acknowledged and its files are gone', () => {
    const journal = openJournal(folder, { file: 1, all: 1_000_000 })
    for (const text of ['一', '二', '三']) journal.append(line(text))
    journal.acknowledge(3)
    const again = openJournal(folder, { file: 1, all: 1_000_000 })
    again.append(line('四'))
    expect(again.pending().map(({ sequence }) => sequence)).toEqual([4])
  })

  it('drops the oldest when nobody takes them for too long, and counts them', () => {
    const journal = openJournal(folder, { file: 100, all: 600 })
    for (let at = 1; at <= 20; at++) journal.append(line(String(at)))
    const left = texts(journal)
    expect(left.at(-1)).toBe('20')
    expect(journal.lost()).toBe(20 - left.length)
    expect(journal.lost()).toBeGreaterThan(0)
    expect(openJournal(folder).lost()).toBe(journal.lost())
  })
})

describe('what a disk does to the journal', () => {
  it('counts a line as lost that the disk spoilt between others', () => {
    const journal = openJournal(folder)
    for (const text of ['一', '二', '三']) journal.append(line(text))
    const [name = ''] = readdirSync(folder).filter((file) => file.endsWith('.jsonl'))
    const lines = readFileSync(join(folder, name), 'utf8').split('\n')
    writeFileSync(join(folder, name), lines.with(1, '\0'.repeat(20)).join('\n'))
    const again = openJournal(folder)
    expect(texts(again)).toEqual(['一', '三'])
    again.acknowledge(3)
    expect([again.waiting(), again.lost()]).toEqual([0, 1])
  })

  it('gives each start a run of its own, since a disk that goes back counts the same numbers again', () => {
    const runOf = () => {
      rmSync(folder, { recursive: true, force: true })
      const journal = openJournal(folder)
      journal.append(line('一'))
      return journal.pending()[0]
    }
    const [one, other] = [runOf(), runOf()]
    expect([one?.sequence, other?.sequence]).toEqual([1, 1])
    expect(one?.run).not.toBe(other?.run)
  })
})

describe('the journals of a computer that was paired with two offices', () => {
  const office = { name: '云溪镇人民政府', uscc: '11990000000000001G' }
  const first = { office, begunAt: '2026-01-05T01:00:00.000Z' }
  const second = { office, begunAt: '2026-06-05T01:00:00.000Z' }

  it('keep what one office is to have from the other, and for the day it is paired with it again', () => {
    let paired = first
    const journals = openJournals(folder, () => paired as never)
    journals.now.append(line('一'))
    paired = second
    expect([journals.now.waiting(), texts(journals.now)]).toEqual([0, []])
    journals.now.append(line('二'))
    expect(texts(journals.of(second))).toEqual(['二'])
    expect(texts(journals.of(first))).toEqual(['一'])
  })
})

describe('what a screen tells a kiosk computer', () => {
  const came = (tokenHash: string, clockDoubt = false) =>
    ({
      ...{ screenId: 's', tokenHash, receivedAt: AT, replicaId: null, clockDoubt },
      report: report([shown(1)]),
    }) as const
  const sink = (inTouch: boolean) => {
    const journal = openJournal(folder)
    const paired = openPairedScreens(join(folder, 'screens.json'))
    const pairingByToken = (hash: string) => (hash === 'known' ? { screenId: 's' } : undefined)
    const evidence = journalEvidence({
      ...{ journal, paired, clock: testClock(AT), clockTrusted: () => true, inTouch: () => inTouch },
      read: () => ({ screen: { byId: () => ({}) }, screenEvidence: { pairingByToken } }) as never,
      pairAtOffice: async () => ({ ok: true, value: { token: 'fresh' } }),
    })
    return { journal, evidence }
  }

  it('is written only for screens that are paired, however many tokens strangers make up', async () => {
    const { journal, evidence } = sink(true)
    for (let at = 0; at < 10; at++) {
      expect(await evidence.take(came(`made-up-${at}`))).toMatchObject({ code: 'screen.token-wrong' })
    }
    expect(journal.waiting()).toBe(0)
    expect(await evidence.take(came('known'))).toMatchObject({ ok: true })
    expect(journal.waiting()).toBe(1)
  })

  it('is taken at once from a screen that was paired here, also after a restart', async () => {
    await sink(false).evidence.pair('s', 'code')
    expect(await sink(false).evidence.take(came(sha256('fresh')))).toMatchObject({ ok: true })
  })

  it('is asked for again while the office cannot be asked for newer pairings', async () => {
    expect(await sink(false).evidence.take(came('unknown'))).toMatchObject({ code: 'request.busy' })
  })

  it('proves no time under a clock that was found to have been set', async () => {
    const { journal, evidence } = sink(true)
    await evidence.take(came('known', true))
    expect(journal.pending()[0]).toMatchObject({ clockTrusted: false })
  })
})

describe('the clock of a kiosk computer without its office', () => {
  const NEWEST = '2026-11-23T01:00:00.000Z'
  const HOUR = 3_600_000

  it('stays trusted for months while the program counts along with it, also after a restart', () => {
    const clock = testClock(AT)
    const file = join(folder, 'clock.json')
    const steady = openSteadyClock(file, clock)
    for (let hour = 0; hour < 90 * 24; hour++) {
      clock.advance(HOUR)
      steady.look(NEWEST)
    }
    expect(steady.state(NEWEST)).toBe('TRUSTED')
    expect(openSteadyClock(file, clock).state(NEWEST)).toBe('TRUSTED')
  })

  it('is doubted when it was set back behind what was vouched for, and vouches for nothing after a jump', () => {
    const clock = testClock(AT)
    const steady = openSteadyClock(join(folder, 'clock.json'), clock)
    clock.advance(HOUR)
    steady.look(NEWEST)
    clock.set('2026-11-23T01:30:00.000Z')
    expect(steady.state(NEWEST)).toBe('BEHIND')
    clock.set('2027-08-01T00:00:00.000Z')
    steady.look(NEWEST)
    expect(steady.state(NEWEST)).toBe('AHEAD')
    expect(steady.newest(NEWEST)).toBe('2026-11-23T02:42:00.000Z')
  })
})
