import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, Body, Table } from '../../../domain/notice/body.ts'
import type { PublicAttachment, PublicContent } from '../../../domain/notice/content.ts'
import { bodyDifference, type BlockDifference } from '../../../domain/notice/difference-body.ts'
import { type Run, textRuns } from '../../../domain/notice/difference-runs.ts'
import { tableGrid, tableRows } from '../../../domain/notice/difference-table.ts'
import { differenceOf, MOST_DIFFERENT_LINES } from '../../../domain/notice/difference.ts'
import { bodyText } from '../../../domain/notice/body-text.ts'
import { emptyDraft } from '../../../domain/notice/empty-draft.ts'
import { publicContent } from '../../../domain/notice/public-content.ts'

const paragraph = (text: string): Block => ({
  type: 'paragraph',
  ...(text !== '' && { content: [{ type: 'text', text }] }),
})
const doc = (...content: Block[]): Body => ({ type: 'doc', content })
const table = (...rows: string[][]): Table => ({
  type: 'table',
  content: rows.map((cells) => ({
    type: 'tableRow',
    content: cells.map((text) => ({ type: 'tableCell', content: [paragraph(text)] as Block[] })),
  })),
})
const office = { name: '云溪镇人民政府', uscc: '11370686004268741K' }
const content = (change: Partial<PublicContent> = {}): PublicContent => ({
  ...publicContent({ draft: emptyDraft(), office, item: null, attachments: [] }),
  title: '关于停电检修的通知',
  body: doc(paragraph('11月25日停电三小时。')),
  ...change,
})
const file = (name: string, sha256: string): PublicAttachment => ({
  id: `${name}-${sha256}`,
  name,
  mediaType: 'application/pdf',
  size: 1,
  sha256,
  role: 'ATTACHMENT',
})

const read = (runs: readonly Run[], without: Run['kind']) =>
  runs
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('')
const marked = (runs: readonly Run[]) =>
  runs
    .map(({ kind, text }) => (kind === 'KEPT' ? text : `${kind === 'ADDED' ? '＋' : '－'}[${text}]`))
    .join('')

const same = { before: (id: string) => id, after: (id: string) => id }

/** The old or the new text of the lines, put together from a difference. */
function textOf(blocks: readonly BlockDifference[], without: Run['kind']): string {
  return blocks
    .filter(({ kind }) => kind !== without)
    .flatMap((block) =>
      block.block === 'TABLE'
        ? block.rows
            .filter(({ kind }) => kind !== without)
            .map(({ cells }) =>
              cells
                .filter(({ kind }) => kind !== without)
                .map(({ runs }) => read(runs, without))
                .join('\t'),
            )
        : block.block === 'LINE'
          ? [read(block.runs, without)]
          : [],
    )
    .join('\n')
}

describe('the changed words inside a text', () => {
  it('Han text is compared by character, numbers and Latin words as a whole', () => {
    expect(marked(textRuns('发放补贴300元', '发放补贴350元'))).toBe('发放补贴－[300]＋[350]元')
    expect(marked(textRuns('河西村委会', '河东村委会'))).toBe('河－[西]＋[东]村委会')
    expect(marked(textRuns('请访问 Board site', '请访问 Notice site'))).toBe(
      '请访问 －[Board]＋[Notice] site',
    )
    expect(marked(textRuns('合计1,234.50元', '合计1,234.60元'))).toBe('合计－[1,234.50]＋[1,234.60]元')
  })

  it('a rare character outside the basic plane is one character', () => {
    expect(marked(textRuns('村民𠀀某', '村民𠀁某'))).toBe('村民－[𠀀]＋[𠀁]某')
  })

  it('a character that stands by chance in two rewritten clauses does not chop them up', () => {
    expect(marked(textRuns('甲乙丙的丁戊己', '子丑寅的卯辰巳'))).toBe('－[甲乙丙的丁戊己]＋[子丑寅的卯辰巳]')
  })

  it('read without what was added it is the old text, without what was removed the new one', () => {
    const text = fc.string({
      unit: fc.constantFrom('公', '示', '期', '7', '0', 'a', ' ', '，', '𠀀', '\n'),
      maxLength: 40,
    })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = textRuns(before, after)
        expect(read(runs, 'ADDED')).toBe(before)
        expect(read(runs, 'REMOVED')).toBe(after)
        expect(runs.every(({ text: piece }) => piece !== '')).toBe(true)
      }),
    )
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
        const runs = textRuns(before, after)
        expect(read(runs, 'ADDED')).toBe(before)
        expect(read(runs, 'REMOVED')).toBe(after)
      }),
    )
  })
})

describe('the blocks of a text', () => {
  it('an added, a removed and a changed paragraph each show as what they are', () => {
    const found = bodyDifference(
      doc(paragraph('第一段不变。'), paragraph('本通知自3月1日起执行。'), paragraph('旧的最后一段，删去。')),
      doc(
        paragraph('新加的开头部分，说明缘由。'),
        paragraph('第一段不变。'),
        paragraph('本通知自4月1日起执行。'),
      ),
      same,
    )
    expect(found.map(({ kind }) => kind)).toEqual(['ADDED', 'KEPT', 'CHANGED', 'REMOVED'])
    expect(found[2]?.block === 'LINE' && marked(found[2].runs)).toBe('本通知自－[3]＋[4]月1日起执行。')
  })

  it('a word made bold is told as a change of form, not of words', () => {
    const bold: Block = {
      type: 'paragraph',
      content: [
        { type: 'text', text: '请' },
        { type: 'text', text: '注意', marks: [{ type: 'bold' }] },
      ],
    }
    const [found] = bodyDifference(doc(paragraph('请注意')), doc(bold), same)
    expect(found).toMatchObject({ kind: 'CHANGED', form: true, runs: [{ kind: 'KEPT', text: '请注意' }] })
  })

  it('a row put into a list of names shifts no other row', () => {
    const before = table(['姓名', '金额'], ['周敏', '300'], ['王芳', '300'], ['李强', '500'])
    const after = table(['姓名', '金额'], ['周敏', '300'], ['赵六', '200'], ['王芳', '350'], ['李强', '500'])
    const rows = tableRows(before, after)
    expect(rows.map(({ kind, numberBefore, numberAfter }) => [kind, numberBefore, numberAfter])).toEqual([
      ['KEPT', 1, 1],
      ['KEPT', 2, 2],
      ['ADDED', null, 3],
      ['CHANGED', 3, 4],
      ['KEPT', 4, 5],
    ])
    expect(rows[3]?.cells.map(({ kind, runs }) => [kind, marked(runs)])).toEqual([
      ['KEPT', '王芳'],
      ['CHANGED', '－[300]＋[350]'],
    ])
  })

  it('a long list in which every sum has risen is still read row by row', () => {
    const list = (sum: number) =>
      table(...Array.from({ length: 300 }, (_, at) => [`每户第${at}家`, '河西村', String(sum + at)]))
    const rows = tableRows(list(1000), list(2000))
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['CHANGED']))
    expect(rows[7]?.cells.map(({ runs }) => marked(runs))).toEqual([
      '每户第7家',
      '河西村',
      '－[1007]＋[2007]',
    ])
  })

  it('a column that came shows in every row as a new cell', () => {
    const rows = tableRows(table(['周敏', '300元']), table(['周敏', '河西村', '300元']))
    expect(rows[0]?.cells.map(({ kind }) => kind)).toEqual(['KEPT', 'ADDED', 'KEPT'])
  })

  it('merged cells keep their place in the grid', () => {
    const merged: Table = {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [
            { type: 'tableCell', attrs: { rowspan: 2 }, content: [paragraph('河西村')] },
            { type: 'tableCell', content: [paragraph('周敏')] },
          ],
        },
        { type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph('王芳')] }] },
      ],
    }
    expect(tableGrid(merged).map(({ cells }) => cells)).toEqual([
      ['河西村', '周敏'],
      ['', '王芳'],
    ])
  })

  it('the same picture added once more is no change, another picture is', () => {
    const picture = (attachmentId: string): Block => ({
      type: 'image',
      attrs: { attachmentId, alt: '流程图' },
    })
    const files: Record<string, string> = { one: 'sha', again: 'sha', other: 'else' }
    const names = { before: (id: string) => files[id] ?? '', after: (id: string) => files[id] ?? '' }
    expect(bodyDifference(doc(picture('one')), doc(picture('again')), names)[0]?.kind).toBe('KEPT')
    expect(bodyDifference(doc(picture('one')), doc(picture('other')), names)[0]?.kind).toBe('CHANGED')
  })

  it('put together again, what was kept and removed is the old body and what was kept and added the new one', () => {
    const words = fc.constantFrom(
      '公示期七日',
      '公示期十日',
      '请村民监督',
      '监督电话 5551234',
      '',
      '特此公告',
    )
    const lines = words.map(paragraph)
    const lists = fc.array(words, { minLength: 1, maxLength: 4 }).map((entries): Block => ({
      type: 'bulletList',
      content: entries.map((text) => ({ type: 'listItem', content: [paragraph(text)] })),
    }))
    const tables = fc
      .integer({ min: 1, max: 3 })
      .chain((width) =>
        fc.array(fc.array(words, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
      )
      .map((rows): Block => table(...rows))
    const bodies = fc
      .array(fc.oneof({ weight: 4, arbitrary: lines }, lists, tables), { minLength: 1, maxLength: 8 })
      .map((blocks) => doc(...blocks))
    fc.assert(
      fc.property(bodies, bodies, (before, after) => {
        const found = bodyDifference(before, after, same)
        expect(textOf(found, 'ADDED')).toBe(bodyText(before))
        expect(textOf(found, 'REMOVED')).toBe(bodyText(after))
      }),
    )
  })
})

describe('the difference of two notices', () => {
  it('the same content differs in nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (texts) => {
        const one = content({ body: doc(...texts.map(paragraph)) })
        expect(differenceOf(one, structuredClone(one))).toEqual({
          same: true,
          title: null,
          fields: [],
          body: null,
          files: [],
          texts: [],
          cut: 0,
        })
      }),
    )
  })

  it('title, number, dates and display differ one by one', () => {
    const found = differenceOf(
      content({ documentNumber: '云政发〔2026〕5号', documentDate: '2026-11-20' }),
      content({
        title: '关于停水检修的通知',
        documentNumber: '云政发〔2026〕6号',
        documentDate: '2026-11-21',
        keywords: ['停水'],
        display: {
          startsOn: null,
          length: { count: 7, unit: 'WORKING_DAY' },
          places: [],
          objection: { telephone: '', address: '', person: '', email: '' },
          basis: '',
        },
      }),
    )
    expect(found.same).toBe(false)
    expect(found.body).toBeNull()
    expect(found.title && marked(found.title)).toBe('关于停－[电]＋[水]检修的通知')
    expect(found.fields.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['documentNumber', '云政发〔2026〕5号', '云政发〔2026〕6号'],
      ['documentDate', '2026-11-20', '2026-11-21'],
      ['keywords', '', '停水'],
      ['displayLength', '', '7 WORKING_DAY'],
    ])
  })

  it('files are held against each other by name and by what they hold', () => {
    const found = differenceOf(
      content({
        attachments: [file('名单.pdf', 'a'), file('表.pdf', 'b'), file('图.pdf', 'c'), file('旧.pdf', 'd')],
      }),
      content({
        attachments: [
          file('名单.pdf', 'a'),
          file('表.pdf', 'b2'),
          file('新图.pdf', 'c'),
          file('新.pdf', 'e'),
        ],
      }),
    )
    expect(found.files).toEqual([
      { kind: 'CHANGED', name: '表.pdf' },
      { kind: 'RENAMED', name: '新图.pdf', nameBefore: '图.pdf' },
      { kind: 'ADDED', name: '新.pdf' },
      { kind: 'REMOVED', name: '旧.pdf' },
    ])
  })

  it('a text in another language that came is told with its words', () => {
    const found = differenceOf(
      content(),
      content({
        texts: [
          {
            language: 'en',
            title: 'Power cut',
            body: doc(paragraph('Three hours.')),
            translator: '',
            machine: false,
          },
        ],
      }),
    )
    expect(found.texts).toMatchObject([
      { language: 'en', kind: 'ADDED', title: [{ kind: 'ADDED', text: 'Power cut' }] },
    ])
  })

  it('of a long list with one changed row the rest is counted and not carried along', () => {
    const long = Array.from({ length: 3 * MOST_DIFFERENT_LINES }, (_, at) => `第${at}户`)
    const found = differenceOf(
      content({ body: doc(...long.map(paragraph)) }),
      content({ body: doc(...long.map((text, at) => paragraph(at === 9000 ? '第9000户已迁出' : text))) }),
    )
    const shown = found.body ?? []
    expect(shown.filter(({ block }) => block === 'LINE').length).toBe(7)
    expect(shown[0]).toEqual({ block: 'SKIPPED', count: 8997 })
    expect(found.cut).toBe(0)
  })

  it('two lists that have nothing in common are cut, and the cut is told', () => {
    const list = (first: number) =>
      doc(
        ...Array.from({ length: MOST_DIFFERENT_LINES }, (_, at) =>
          paragraph(String.fromCodePoint(first + at).repeat(20)),
        ),
      )
    const found = differenceOf(content({ body: list(0x4e00) }), content({ body: list(0x6e00) }))
    expect(found.body?.length).toBe(MOST_DIFFERENT_LINES)
    expect(found.cut).toBe(MOST_DIFFERENT_LINES)
  })
})

describe('nothing that goes into the hash is passed over in silence', () => {
  const consultation: NonNullable<PublicContent['consultation']> = {
    opensOn: null,
    closesOn: null,
    amount: 30,
    unit: 'day',
    shorterReason: '',
    channels: [{ channel: 'PHONE', detail: '0999-6100100' }],
  }
  const display: NonNullable<PublicContent['display']> = {
    startsOn: null,
    length: { count: 7, unit: 'CALENDAR_DAY' },
    basis: '',
    places: [{ boardId: null, name: '村委会公开栏' }],
    objection: { telephone: '0999-6100100', address: '', person: '', email: '' },
  }
  const renewal = { editionNumber: 2, choice: 'RESTART', reason: '金额有变' } as const

  it.each<[string, Partial<PublicContent>, readonly string[]]>([
    ['the code of the office', { office: { ...office, uscc: '' } }, ['officeCode']],
    [
      'how long opinions are gathered',
      { consultation: { ...consultation, amount: 7 } },
      ['consultationLength'],
    ],
    ['where they are given', { consultation: { ...consultation, channels: [] } }, ['consultationChannels']],
    ['why so short', { consultation: { ...consultation, shorterReason: '急' } }, ['consultationReason']],
    [
      'the board of a display',
      { display: { ...display, places: [{ boardId: 'b', name: '村委会公开栏' }] } },
      ['displayBoards'],
    ],
    [
      'what becomes of the days',
      { display: { ...display, renewal } },
      ['displayRenewal', 'displayRenewalReason'],
    ],
  ])('%s', (_, change, fields) => {
    const before = content({ consultation, display })
    const found = differenceOf(before, { ...before, ...change })
    expect(found.same).toBe(false)
    expect(found.fields.map(({ field }) => field)).toEqual(fields)
  })
})
