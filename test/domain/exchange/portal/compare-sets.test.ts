import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ListedEntry, OwnEntry } from '../../../../domain/exchange/portal/comparison.ts'
import { compareSets } from '../../../../domain/exchange/portal/compare-sets.ts'

const own = (number: number, more: Partial<OwnEntry> = {}): OwnEntry => ({
  indexNumber: `11990000000000001A/2026-${String(number).padStart(5, '0')}`,
  title: `关于第${String(number)}号事项的公告`,
  publishDate: '2026-11-20',
  firstPublishDate: '2026-11-20',
  documentDate: null,
  documentNumber: '',
  state: 'PUBLISHED',
  ...more,
})
const listed = (row: number, more: Partial<ListedEntry> = {}): ListedEntry => ({
  sheet: '',
  row,
  indexNumber: null,
  title: null,
  date: null,
  documentNumber: null,
  withdrawn: false,
  ...more,
})
const lineOf = ({ indexNumber, title, publishDate }: OwnEntry, row: number): ListedEntry =>
  listed(row, { indexNumber, title, date: publishDate })

describe('the comparison with a list', () => {
  it('finds nothing where both say the same', () => {
    const board = [own(1), own(2)]
    expect(compareSets(board, board.map(lineOf))).toEqual({
      onlyHere: [],
      onlyThere: [],
      different: [],
      uncertain: [],
      repeated: [],
      same: 2,
    })
  })

  it('does not take spaces, widths, quotes and brackets for differences', () => {
    const one = own(1, { title: '关于印发《管理办法》的通知', documentNumber: '云政发〔2026〕5号' })
    const line = listed(2, {
      indexNumber: '１１９９0000000000001a / 2026－00001',
      title: '关于印发 管理办法 的通知。',
      documentNumber: '云政发（2026）第05号',
    })
    expect(compareSets([one], [line])).toMatchObject({ same: 1, different: [] })
  })

  it('tells another title, another day and another number apart', () => {
    const one = own(1, { documentNumber: '云政发〔2026〕5号' })
    const line = listed(2, {
      indexNumber: one.indexNumber,
      title: '另一个标题',
      date: '2026-10-01',
      documentNumber: '云政发〔2026〕6号',
    })
    expect(compareSets([one], [line]).different).toEqual([
      { own: one, listed: line, differences: ['TITLE', 'DATE', 'DOCUMENT_NUMBER'] },
    ])
  })

  it('takes the day of the document and of the first edition for right as well', () => {
    const one = own(1, { documentDate: '2026-11-18', firstPublishDate: '2026-11-19' })
    const dates = ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21']
    expect(
      dates.map((date) => compareSets([one], [listed(2, { indexNumber: one.indexNumber, date })]).same),
    ).toEqual([1, 1, 1, 0])
  })

  it('says of a withdrawn notice only that it still stands there', () => {
    const gone = own(1, { state: 'WITHDRAWN', title: null })
    const line = listed(2, { indexNumber: gone.indexNumber, title: '不该再有的标题', date: '2020-01-01' })
    expect(compareSets([gone], [line]).different).toEqual([
      { own: gone, listed: line, differences: ['STILL_LISTED'] },
    ])
    expect(compareSets([gone], [])).toMatchObject({ onlyHere: [], same: 0 })
  })

  it('agrees with a list that says of a withdrawn notice that it was taken down', () => {
    const gone = own(1, { state: 'WITHDRAWN', title: null })
    const line = listed(2, { indexNumber: gone.indexNumber, title: '停电公告', withdrawn: true })
    expect(compareSets([gone], [line])).toMatchObject({ same: 1, different: [], onlyThere: [] })
  })

  it('tells what the list took down and the board still shows', () => {
    const line = listed(2, { indexNumber: own(1).indexNumber, title: '另一个标题', withdrawn: true })
    expect(compareSets([own(1)], [line]).different).toEqual([
      { own: own(1), listed: line, differences: ['WITHDRAWN_THERE'] },
    ])
    // Without its number it is found by title and day, as any other line.
    const byTitle = listed(2, { title: own(1).title, date: '2026-11-20', withdrawn: true })
    expect(compareSets([own(1)], [byTitle]).different).toMatchObject([{ differences: ['WITHDRAWN_THERE'] }])
  })

  it('has no question about a line taken down there that is not public here either', () => {
    const gone = own(1, { state: 'WITHDRAWN' })
    const lines = [
      listed(2, { indexNumber: 'XX-9', title: '别处的公告', withdrawn: true }),
      listed(3, { title: gone.title, withdrawn: true }),
    ]
    expect(compareSets([gone], lines)).toMatchObject({ same: 2, onlyThere: [], uncertain: [] })
  })

  it('takes the line that is public there before a former one of the same number that was taken down', () => {
    const lines = [{ ...lineOf(own(1), 2), withdrawn: true }, lineOf(own(1), 3)]
    expect(compareSets([own(1)], lines)).toMatchObject({ same: 1, different: [], repeated: [{ row: 2 }] })
  })

  it('leaves the same title under another number to a person', () => {
    const one = own(1)
    const line = listed(2, { indexNumber: 'XX-9', title: one.title, date: one.publishDate })
    expect(compareSets([one], [line])).toMatchObject({
      uncertain: [{ own: [one], listed: line, reason: 'SAME_TITLE' }],
      onlyHere: [],
      onlyThere: [],
    })
  })

  it('takes a line without a number for the notice of its title and day', () => {
    const line = listed(2, { title: own(1).title, date: '2026-11-20' })
    expect(compareSets([own(1)], [line]).same).toBe(1)
    const otherDay = listed(2, { title: own(1).title, date: '2026-01-01' })
    expect(compareSets([own(1)], [otherDay]).uncertain).toHaveLength(1)
  })

  it('asks which of several is meant', () => {
    const both = [own(1, { title: '收支公开表' }), own(2, { title: '收支公开表' })]
    const { uncertain, onlyHere } = compareSets(both, [
      listed(2, { title: '收支公开表', date: '2026-11-20' }),
    ])
    expect(uncertain).toMatchObject([{ own: both, reason: 'SEVERAL' }])
    expect(onlyHere).toEqual([])
  })

  it('never lets a title take a notice away from the line that has its number', () => {
    const [first, second] = [own(1, { title: '公告' }), own(2, { title: '公告' })]
    const lines = [listed(2, { title: '公告', date: '2026-11-20' }), lineOf(first, 3)]
    const { same, uncertain } = compareSets([first, second], lines)
    expect({ same, uncertain }).toEqual({ same: 2, uncertain: [] })
  })

  it('names a line that stands there twice', () => {
    const one = own(1)
    expect(compareSets([one], [lineOf(one, 2), lineOf(one, 3)])).toMatchObject({
      same: 1,
      repeated: [{ row: 3, reason: 'LISTED_TWICE' }],
    })
  })

  it('puts every line and every published notice into exactly one group, whatever the list holds', () => {
    const title = fc.constantFrom('公告', '公示', '收支公开表', '通知')
    const date = fc.constantFrom('2026-11-20', '2026-11-21')
    const number = fc.constantFrom('', '云政发〔2026〕1号', '云政发〔2026〕2号')
    const board = fc.uniqueArray(fc.nat(12), { maxLength: 8 }).chain((numbers) =>
      fc.tuple(
        ...numbers.map((one) =>
          fc
            .record({
              title,
              publishDate: date,
              documentNumber: number,
              state: fc.constantFrom('PUBLISHED' as const, 'WITHDRAWN' as const),
            })
            .map((fields) => own(one, fields)),
        ),
      ),
    )
    const list = fc
      .array(
        fc.record({
          indexNumber: fc.option(fc.nat(14).map((one) => own(one).indexNumber)),
          title: fc.option(title),
          date: fc.option(date),
          documentNumber: fc.option(fc.constantFrom('云政发〔2026〕1号', '云政发(2026)2号')),
          withdrawn: fc.boolean(),
        }),
        { maxLength: 12 },
      )
      .map((lines) => lines.map((fields, at) => listed(at + 2, fields)))
    fc.assert(
      fc.property(board, list, (entries, lines) => {
        const found = compareSets(entries, lines)
        const paired = found.different.length + found.same
        expect(paired + found.onlyThere.length + found.uncertain.length + found.repeated.length).toBe(
          lines.length,
        )
        const asked = new Set(found.uncertain.flatMap((one) => one.own))
        const published = entries.filter(({ state }) => state === 'PUBLISHED')
        const different = new Set(found.different.map((one) => one.own))
        const apart = [...found.onlyHere, ...asked, ...different]
        // Nothing twice, and what is in no group agrees.
        expect(new Set(apart).size).toBe(apart.length)
        const named = published.filter((one) => new Set<OwnEntry>(apart).has(one)).length
        // Of the lines marked as taken down those that agree are of no published notice.
        const elsewhere = [...found.different, ...found.uncertain].filter(
          (one) => one.listed.withdrawn,
        ).length
        const twice = found.repeated.filter(({ row }) => lines[row - 2]?.withdrawn === true).length
        const bothGone = lines.filter(({ withdrawn }) => withdrawn).length - elsewhere - twice
        expect(published.length - named).toBe(found.same - bothGone)
      }),
      { numRuns: 500 },
    )
  })
})
