import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  afterRefusal,
  afterTaken,
  EMPTY_OUTBOX,
  FULL_SENDING,
  MOST_SENT,
  nextRecords,
  type Outbox,
  readOutbox,
  type WaitingRecord,
  withMore,
  withoutSettled,
  writeOutbox,
} from '../../../../renderer/signage/run/outbox.ts'
import type { PageStore } from '../../../../renderer/signage/run/store.ts'

const OFFICE = Date.parse('2026-03-09T01:00:00.000Z')

function waiting(id: string, some: Partial<WaitingRecord> = {}): WaitingRecord {
  return {
    ...{ id, bootId: 'now', sequence: 1, kind: 'NOTICE', hash: 'a', spanned: 60_000, lasted: 60_000 },
    ...{ pagesShown: 1, pagesTotal: 1, extent: 'WHOLE', gathering: 1 },
    ...{ endedAt: OFFICE, ended: 100_000, ...some },
  }
}

const NOW = { bootId: 'now', elapsed: 160_000, office: OFFICE }

/** A store in memory; what it is told to keep goes through JSON, as a browser copies it. */
function memoryStore(): PageStore & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    read: <T>(key: string) => Promise.resolve(JSON.parse(kept.get(key) ?? 'null') as T | null),
    write: (entries) => {
      for (const [key, value] of entries) kept.set(key, JSON.stringify(value))
      return Promise.resolve()
    },
  }
}

describe('evidence that waits for the office', () => {
  it('of this start counts on the clock nobody sets, of a former one on the time of the office', () => {
    const outbox = withMore(EMPTY_OUTBOX, [
      waiting('old', { bootId: 'before', endedAt: OFFICE - 7_200_000 }),
      waiting('new', { ended: 100_000 }),
    ])
    const records = nextRecords(outbox, { bootId: 'now', elapsed: 160_000, office: OFFICE })
    expect(records.map(({ id, endedAgo, fromBefore }) => [id, endedAgo, fromBefore])).toEqual([
      ['old', 7_200_000, true],
      ['new', 60_000, false],
    ])
  })

  it('beyond its bound the oldest go, and are counted', () => {
    const outbox = withMore({ waiting: [waiting('1')], lost: 2 }, [waiting('2'), waiting('3')], 2)
    expect(outbox.waiting.map(({ id }) => id)).toEqual(['2', '3'])
    expect(outbox.lost).toBe(3)
  })

  it('waits on until the office has it on its disk', () => {
    const outbox = withMore(EMPTY_OUTBOX, [waiting('1'), waiting('2')])
    expect(withoutSettled(outbox, new Set(['1'])).waiting.map(({ id }) => id)).toEqual(['2'])
  })

  it('is lost, and counted, where the office will never take it', () => {
    const outbox = withMore(EMPTY_OUTBOX, [waiting('1'), waiting('2'), waiting('3')])
    const left = withoutSettled(outbox, new Set(['1']), new Set(['2', 'unheard of']))
    expect(left).toMatchObject({ waiting: [{ id: '3' }], lost: 1 })
  })

  it('goes by whole gatherings: a quarter of an hour is not told in two halves', () => {
    const quarters = Array.from({ length: 300 }, (_, at) =>
      waiting(String(at), { gathering: Math.floor(at / 17) }),
    )
    const told = nextRecords(withMore(EMPTY_OUTBOX, quarters), NOW)
    expect(told).toHaveLength(14 * 17)
    expect(told[0]).not.toHaveProperty('gathering')
  })

  it('gatherings of two starts of the page are not taken for one', () => {
    const outbox = withMore(EMPTY_OUTBOX, [
      waiting('1', { bootId: 'before' }),
      waiting('2'),
      waiting('3', { gathering: 2 }),
    ])
    expect(nextRecords(outbox, NOW, 2).map(({ id }) => id)).toEqual(['1', '2'])
    expect(nextRecords(outbox, NOW, 1).map(({ id }) => id)).toEqual(['1'])
  })

  it('survives a power cut with what was being gathered at that moment, and with the count of what was lost', async () => {
    const store = memoryStore()
    await writeOutbox(store, { waiting: [waiting('sent-not-yet')], lost: 1 }, [waiting('open')])
    const found = await readOutbox(store)
    expect(found.waiting.map(({ id }) => id)).toEqual(['sent-not-yet', 'open'])
    expect(found.lost).toBe(1)
  })

  it('a store with rubbish in it is an empty one', async () => {
    const store = memoryStore()
    store.kept.set('waiting', '"x"')
    store.kept.set('lost', '"many"')
    expect(await readOutbox(store)).toEqual(EMPTY_OUTBOX)
  })
})

describe('an office that refuses a report as a whole', () => {
  /** Tells until nothing waits, to an office that does not understand some records; gives what is left and what was told. */
  function tell(
    first: Outbox,
    isBad: (id: string) => boolean,
  ): { outbox: Outbox; told: string[]; reports: number } {
    let outbox = first
    let sending = FULL_SENDING
    let reports = 0
    const told: string[] = []
    for (; outbox.waiting.length > 0 && reports < 5000; reports += 1) {
      const ids = nextRecords(outbox, NOW, sending.most).map(({ id }) => id)
      if (ids.some(isBad)) sending = afterRefusal(ids.length)
      else {
        told.push(...ids)
        ;({ outbox, sending } = afterTaken(withoutSettled(outbox, new Set(ids)), sending))
      }
    }
    return { outbox, told, reports }
  }

  it('gets all the others, and what it never understood is counted as lost', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 400 }), (bad) => {
        const all = bad.map((_, at) => waiting(String(at), { gathering: Math.floor(at / 30) }))
        const { outbox, told } = tell({ waiting: all, lost: 0 }, (id) => bad[Number(id)] === true)
        expect(outbox).toEqual({ waiting: [], lost: bad.filter(Boolean).length })
        expect(told).toEqual(all.map(({ id }) => id).filter((id) => bad[Number(id)] !== true))
      }),
      { numRuns: 30 },
    )
  })

  it('finds the one among two hundred within two dozen reports', () => {
    const all = Array.from({ length: 200 }, (_, at) => waiting(String(at)))
    expect(tell({ waiting: all, lost: 0 }, (id) => id === '0').reports).toBeLessThan(24)
    expect(FULL_SENDING.most).toBe(MOST_SENT)
  })

  it('loses nothing where it is not the records that it does not understand', () => {
    const outbox = withMore(EMPTY_OUTBOX, [waiting('1')])
    // One record, none: refused all the same.
    const bare = afterRefusal(0)
    expect(bare).toEqual({ most: 0, isSuspect: false })
    expect(afterTaken(outbox, bare)).toEqual({ outbox, sending: { most: 1, isSuspect: false } })
  })
})
