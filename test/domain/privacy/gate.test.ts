import { emptyDraft } from '../../../domain/notice/empty-draft.ts'
import { describe, expect, test } from 'vitest'
import type { Block, Inline } from '../../../domain/notice/body.ts'
import type { DraftContent, PublicContent } from '../../../domain/notice/content.ts'
import { publicContent } from '../../../domain/notice/public-content.ts'
import { bodyText } from '../../../domain/notice/body-text.ts'
import type { GateInput } from '../../../domain/privacy/gate.ts'
import { gateFits, scanDraft } from '../../../domain/privacy/gate.ts'
import { maskDraft } from '../../../domain/privacy/mask-draft.ts'

const text = (words: string, ...marks: readonly ('bold' | 'italic')[]): Inline => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
})
const paragraph = (...content: readonly Inline[]): Block => ({ type: 'paragraph', content })
const row = (...cells: readonly string[]) => ({
  type: 'tableRow' as const,
  content: cells.map((words) => ({ type: 'tableCell' as const, content: [paragraph(text(words))] })),
})
const draft = (content: readonly Block[], fields: Partial<DraftContent> = {}): DraftContent => ({
  ...emptyDraft(),
  title: '关于低保名单的公示',
  body: { type: 'doc', content },
  ...fields,
})
const office = { name: '示例县云溪镇人民政府', uscc: '11990000MB0000000R' }
const asPublic = (content: DraftContent): PublicContent =>
  publicContent({ draft: content, office, item: null, attachments: [] })
const scan = (content: DraftContent, rest: Partial<GateInput> = {}) =>
  scanDraft({
    content: asPublic(content),
    attachments: [],
    fingerprint: (kind, value) => `${kind}#${value.length}${value.at(-1)}`,
    overrides: [],
    today: '2026-11-21',
    ...rest,
  })

describe('The gate finds a number wherever a reader would meet it', () => {
  test('in the title, in a printed field, in a list and in a table row', () => {
    const list: Block = {
      type: 'bulletList',
      content: [{ type: 'listItem', content: [paragraph(text('卡号6222000000000000004'))] }],
    }
    const table: Block = { type: 'table', content: [row('姓名', '证件'), row('周敏', '99000019800229001X')] }
    const hits = scan(draft([list, table], { title: '致13800138000', signature: '周敏 13900139000' }))
    expect(hits.map(({ kind, place }) => [kind, place])).toEqual([
      ['MOBILE', { part: 'TITLE' }],
      ['MOBILE', { part: 'FIELD', field: 'signature' }],
      ['BANK_CARD', { part: 'BODY', path: [0, 0, 0], tableRow: null }],
      ['RESIDENT_ID', { part: 'BODY', path: [1, 1, 1, 0], tableRow: 2 }],
    ])
    expect(gateFits(hits)).toBe(false)
  })

  test('with a bold middle, behind a link, and in the description of a picture', () => {
    const linked: Inline = {
      type: 'text',
      text: '联系我们',
      marks: [{ type: 'bold' }, { type: 'link', attrs: { href: 'tel:%3138-0013-8000' } }],
    }
    const content = draft([
      paragraph(text('电话138'), text('0013', 'bold'), text('8000')),
      paragraph(text('请'), linked),
      { type: 'image', attrs: { attachmentId: 'a', alt: '身份证99000019800229001X' } },
    ])
    const hits = scan(content)
    expect(hits.map(({ kind, start, end }) => [kind, start, end])).toEqual([
      ['MOBILE', 2, 13],
      ['RESIDENT_ID', 3, 21],
      ['MOBILE', 1, 5],
    ])
    const masked = maskDraft(content, hits)
    expect(scan(masked)).toEqual([])
    expect(masked.body.content).toEqual([
      paragraph(text('电话138'), text('****', 'bold'), text('8000')),
      paragraph(text('请'), text('联系我们', 'bold')),
      { type: 'image', attrs: { attachmentId: 'a', alt: '身份证990000********001X' } },
    ])
  })

  test('in every other text that goes public with the notice', () => {
    const clean = asPublic(draft([]))
    const planted: PublicContent = {
      ...clean,
      office: { ...office, name: '云溪镇13800138001' },
      catalogue: { name: '村务公开13800138002', level1: '周敏 99000019800229001X', level2: '13800138003' },
      attachments: [
        { id: 'a', name: '13800138004.pdf', mediaType: '', size: 1, sha256: '', role: 'ATTACHMENT' },
        { id: 'b', name: '13800138005.png', mediaType: '', size: 1, sha256: '', role: 'INLINE_IMAGE' },
      ],
    }
    const hits = scan(draft([]), {
      content: planted,
      attachments: [{ id: 'a', name: '13800138004.pdf', passages: [] }],
    })
    expect(
      hits.map(({ kind, place, maskable }) => [kind, 'field' in place ? place.field : place.part, maskable]),
    ).toEqual([
      ['MOBILE', 'catalogue', false],
      ['RESIDENT_ID', 'catalogue', false],
      ['MOBILE', 'catalogue', false],
      ['MOBILE', 'office', false],
      ['MOBILE', 'ATTACHMENT_NAME', true],
      ['MOBILE', 'ATTACHMENT_NAME', true],
    ])
    expect(JSON.stringify(hits)).not.toMatch(/1380013800\d|99000019800229001X/)
  })

  test('A sensitive word in one cell and a name in another cell of the row is a warning', () => {
    const table: Block = { type: 'table', content: [row('河西村', '残疾二级'), row('周敏', '残疾二级')] }
    const hits = scan(draft([table]))
    expect(hits.map(({ kind, severity, place }) => [kind, severity, place])).toEqual([
      ['SENSITIVE_WORD', 'WARN', { part: 'BODY', path: [0, 1, 1, 0], tableRow: 2 }],
    ])
    expect(gateFits(hits)).toBe(true)
  })

  test('A date under the heading 出生年月 that makes a child is a warning', () => {
    const table: Block = {
      type: 'table',
      content: [row('姓名', '出生年月', '发放日期'), row('周敏', '2016-03-04', '2026-11-20')],
    }
    expect(scan(draft([table])).map(({ kind, place }) => [kind, place])).toEqual([
      ['MINOR_BIRTH_DATE', { part: 'BODY', path: [0, 1, 1, 0], tableRow: 2 }],
    ])
  })
})

describe('Attachments', () => {
  const passage = (words: string, dropped: boolean) => ({
    where: { kind: 'CELL' as const, sheet: '13800138000', cell: 'C17', hidden: dropped },
    text: words,
    dropped,
    row: '0!17',
  })

  test('What does not reach the public copy is told and does not block; names of sheets are not repeated', () => {
    const attachments = [{ id: 'a', name: '名单.xlsx', passages: [passage('99000019800229001X', true)] }]
    const hits = scan(draft([]), { attachments })
    expect(hits).toHaveLength(1)
    expect(hits[0]).toMatchObject({ severity: 'NOTE', droppedFromPublicCopy: true, maskable: false })
    expect(JSON.stringify(hits)).not.toContain('13800138000')
    expect(gateFits(hits)).toBe(true)
  })

  test('What reaches it blocks, in the file name as well', () => {
    const attachments = [
      { id: 'a', name: '周敏13800138000.xlsx', passages: [passage('99000019800229001X', false)] },
    ]
    const hits = scan(draft([]), { attachments })
    expect(hits.map(({ kind, maskable }) => [kind, maskable])).toEqual([
      ['MOBILE', true],
      ['RESIDENT_ID', true],
    ])
    expect(gateFits(hits)).toBe(false)
  })
})

test('No hit repeats the value it found', () => {
  const hits = scan(draft([paragraph(text('99000019800229001X，13800138000，6222000000000000004'))]))
  expect(hits).toHaveLength(3)
  expect(JSON.stringify(hits)).not.toMatch(/99000019800229001X|13800138000|6222000000000000004/)
})

test('An override follows the value however it is written, and its reason stands in the hit', () => {
  const first = scan(draft([paragraph(text('13800138000'))]))[0]
  const override = {
    fingerprint: first?.fingerprint ?? '',
    by: '王芳',
    at: '2026-11-21T01:00:00Z',
    reason: '公务电话',
  }
  const again = scan(draft([paragraph(text('请拨138-0013-8000。'))]), { overrides: [override] })
  expect(again[0]?.override).toEqual({ by: '王芳', at: '2026-11-21T01:00:00Z', reason: '公务电话' })
  expect(gateFits(again)).toBe(true)
})

describe('Masking a draft', () => {
  const before = draft([paragraph(text('一13800138000二'), { type: 'hardBreak' }, text('13900139000'))], {
    title: '13800138000',
    addressee: '13800138000',
    documentNumber: '13800138000',
  })

  test('changes the numbers only, and nothing in the draft handed in', () => {
    const copy = structuredClone(before)
    const masked = maskDraft(before, scan(before))
    expect(before).toEqual(copy)
    expect(bodyText(masked.body)).toBe('一138****8000二\n139****9000')
    expect([masked.title, masked.addressee, masked.documentNumber]).toEqual(Array(3).fill('138****8000'))
    expect(gateFits(scan(masked))).toBe(true)
  })

  test('masks the chosen hits and leaves the others', () => {
    const hits = scan(before).filter(({ place, start }) => place.part === 'BODY' && start > 5)
    expect(bodyText(maskDraft(before, hits).body)).toBe('一13800138000二\n139****9000')
  })

  test('overwrites nothing when the text has moved since the scan', () => {
    const moved = { ...before, title: '电话：13800138000' }
    expect(maskDraft(moved, scan(before)).title).toBe('电话：13800138000')
  })
})
