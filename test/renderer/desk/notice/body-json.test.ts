import { getSchema } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyText } from '../../../../domain/notice/body-text.ts'
import type { Block, Body, Inline, Mark, TableCell } from '../../../../domain/notice/body.ts'
import { bodyOf, fromEditor, toEditor } from '../../../../renderer/desk/notice/editor/body-json.ts'
import { noticeExtensions } from '../../../../renderer/desk/notice/editor/extensions.ts'

const schema = getSchema(noticeExtensions('/files/'))

/** The body after the editor has opened it and it is saved again. */
function through(body: Body): Body {
  const node = Node.fromJSON(schema, toEditor(body))
  node.check()
  return fromEditor(node.toJSON() as Parameters<typeof fromEditor>[0])
}

const words = fc.stringMatching(/^[一-龥0-9，。〔〕a-zA-Z ]{1,12}$/u)
const rank = Object.keys(schema.marks)

const mark: fc.Arbitrary<Mark> = fc.oneof(
  fc.constantFrom<Mark>({ type: 'bold' }, { type: 'italic' }, { type: 'underline' }, { type: 'strike' }),
  fc.constantFrom<Mark>(
    { type: 'link', attrs: { href: 'https://example.org/a?b=c' } },
    { type: 'link', attrs: { href: 'tel:0999-2222222' } },
  ),
)
const marks = fc
  .uniqueArray(mark, { maxLength: 3, selector: (one) => one.type })
  .map((list) => list.toSorted((one, other) => rank.indexOf(one.type) - rank.indexOf(other.type)))
const inline: fc.Arbitrary<Inline> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .record({ text: words, marks })
      .map(({ text, marks: list }): Inline =>
        list.length > 0 ? { type: 'text', text, marks: list } : { type: 'text', text },
      ),
  },
  { weight: 1, arbitrary: fc.constant<Inline>({ type: 'hardBreak' }) },
)

// Two runs of one look are one run; the editor says it that way, and so does a body that was saved once.
function joined(line: readonly Inline[]): Inline[] {
  return line.reduce<Inline[]>((done, node) => {
    const last = done.at(-1)
    if (last?.type !== 'text' || node.type !== 'text') return [...done, node]
    if (JSON.stringify(last.marks) !== JSON.stringify(node.marks)) return [...done, node]
    return [...done.slice(0, -1), { ...last, text: last.text + node.text }]
  }, [])
}

const line = fc.array(inline, { maxLength: 5 }).map(joined)
const align = fc.constantFrom(null, 'left' as const, 'center' as const, 'right' as const)
const withLine = <T extends object>(node: T, content: Inline[]) =>
  content.length > 0 ? { ...node, content } : node
const paragraph = fc
  .record({ align, line })
  .map(({ align: textAlign, line: content }): Block =>
    withLine({ type: 'paragraph' as const, ...(textAlign ? { attrs: { textAlign } } : {}) }, content),
  )
const heading = fc
  .record({ align, line, level: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const) })
  .map(({ align: textAlign, line: content, level }): Block =>
    withLine({ type: 'heading' as const, attrs: { level, ...(textAlign ? { textAlign } : {}) } }, content),
  )
const image = fc
  .record({ attachmentId: fc.uuid(), alt: words })
  .map((attrs): Block => ({ type: 'image', attrs }))

const list = (block: fc.Arbitrary<Block>) =>
  fc
    .record({
      start: fc.integer({ min: 0, max: 20 }),
      kind: fc.constantFrom('bulletList' as const, 'orderedList' as const),
      items: fc.array(fc.tuple(paragraph, fc.array(block, { maxLength: 2 })), { minLength: 1, maxLength: 3 }),
    })
    .map(({ start, kind, items }): Block => {
      const content = items.map(([first, rest]) => ({ type: 'listItem' as const, content: [first, ...rest] }))
      if (kind === 'bulletList') return { type: 'bulletList', content }
      return { type: 'orderedList', ...(start === 1 ? {} : { attrs: { start } }), content }
    })

const table = fc
  .record({
    rows: fc.integer({ min: 1, max: 3 }),
    wide: fc.boolean(),
    widths: fc.option(fc.array(fc.integer({ min: 50, max: 300 }), { minLength: 2, maxLength: 2 })),
    header: fc.boolean(),
    cell: fc.array(paragraph, { minLength: 1, maxLength: 2 }),
  })
  .map(({ rows, wide, widths, header, cell }): Block => {
    const make = (type: TableCell['type'], column: number): TableCell => {
      const width = widths?.[column]
      return { type, ...(width === undefined ? {} : { attrs: { colwidth: [width] } }), content: cell }
    }
    const spanning: TableCell = {
      type: 'tableHeader',
      attrs: { colspan: 2, ...(widths ? { colwidth: widths } : {}) },
      content: cell,
    }
    const row = (at: number) => ({
      type: 'tableRow' as const,
      content:
        at === 0 && wide
          ? [spanning]
          : [0, 1].map((column) => make(at === 0 && header ? 'tableHeader' : 'tableCell', column)),
    })
    return { type: 'table', content: Array.from({ length: rows }, (_, at) => row(at)) }
  })

const leaf = fc.oneof(paragraph, heading, image)
const block = fc.oneof(
  { weight: 5, arbitrary: leaf },
  { weight: 2, arbitrary: list(leaf) },
  { weight: 2, arbitrary: table },
)

function endsBelowTable(blocks: readonly Block[]): boolean {
  const [before, last] = [blocks.at(-2), blocks.at(-1)]
  const empty = last?.type === 'paragraph' && !last.content
  return empty && (before?.type === 'table' || before?.type === 'image')
}

const body = fc
  .array(block, { minLength: 1, maxLength: 6 })
  .filter((content) => !endsBelowTable(content))
  .map((content): Body => ({ type: 'doc', content }))

describe('the text of a notice on its way through the editor', () => {
  it('comes back exactly as it was saved', () => {
    fc.assert(
      fc.property(body, (given) => {
        expect(through(given)).toEqual(given)
        expect(bodyOf(Node.fromJSON(schema, toEditor(given)))).toEqual(given)
      }),
      { numRuns: 300 },
    )
  })

  it('keeps every word of a text that another program wrote loosely', () => {
    const loose: Body = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: '' },
            { type: 'text', text: '一' },
            { type: 'text', text: '二' },
          ],
        },
        { type: 'bulletList', content: [] },
        {
          type: 'bulletList',
          content: [
            { type: 'listItem', content: [] },
            {
              type: 'listItem',
              content: [{ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: '三' }] }],
            },
          ],
        },
        { type: 'table', content: [] },
        { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [] }] }] },
      ],
    }
    const once = through(loose)
    expect(bodyText(once).replaceAll(/\s/gu, '')).toBe('一二三')
    expect(through(once)).toEqual(once)
  })

  it('does not store the empty line that the editor keeps below a closing table', () => {
    const cell: TableCell = { type: 'tableCell', content: [{ type: 'paragraph' }] }
    const table: Block = { type: 'table', content: [{ type: 'tableRow', content: [cell] }] }
    expect(through({ type: 'doc', content: [table, { type: 'paragraph' }] })).toEqual({
      type: 'doc',
      content: [table],
    })
  })

  it('drops what the schema of a notice does not know', () => {
    const strange = {
      type: 'doc',
      content: [
        { type: 'codeBlock', content: [{ type: 'text', text: 'alert(1)' }] },
        {
          type: 'paragraph',
          attrs: { textAlign: 'justify', style: 'color:red' },
          content: [{ type: 'text', text: '正文', marks: [{ type: 'textStyle', attrs: { color: 'red' } }] }],
        },
      ],
    }
    expect(fromEditor(strange)).toEqual({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: '正文' }] }],
    })
  })
})
