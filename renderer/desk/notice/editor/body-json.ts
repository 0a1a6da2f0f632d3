import type { JSONContent } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type {
  Alignment,
  Block,
  Body,
  Inline,
  ListItem,
  Mark,
  Paragraph,
  Table,
  TableCell,
  TableRow,
} from '../../../../domain/notice/body.ts'

const EMPTY: Paragraph = { type: 'paragraph' }

/* ---------- domain → editor ---------- */

function inlineToEditor(nodes: readonly Inline[] | undefined): JSONContent[] {
  return (nodes ?? []).flatMap((node): JSONContent[] => {
    if (node.type === 'hardBreak') return [{ type: 'hardBreak' }]
    // The editor throws on a text node without text.
    if (node.text === '') return []
    const marks = (node.marks ?? []).map((mark) =>
      mark.type === 'link' ? { type: 'link', attrs: { href: mark.attrs.href } } : { type: mark.type },
    )
    return [marks.length > 0 ? { type: 'text', text: node.text, marks } : { type: 'text', text: node.text }]
  })
}

// In the editor an entry of a list begins with a paragraph; other beginnings get one, so that nothing is lost.
function itemToEditor(item: ListItem): JSONContent {
  const [first, ...rest] = item.content
  if (first?.type === 'paragraph') return { type: 'listItem', content: blocksToEditor(item.content) }
  if (first?.type === 'heading') {
    const paragraph: Paragraph = first.content ? { ...EMPTY, content: first.content } : EMPTY
    return { type: 'listItem', content: blocksToEditor([paragraph, ...rest]) }
  }
  return { type: 'listItem', content: blocksToEditor([EMPTY, ...item.content]) }
}

function cellToEditor(cell: TableCell): JSONContent {
  const { colspan = 1, rowspan = 1, colwidth = null } = cell.attrs ?? {}
  const widths = colwidth?.length === colspan ? [...colwidth] : null
  return {
    type: cell.type,
    attrs: { colspan, rowspan, colwidth: widths },
    content: blocksToEditor(cell.content.length > 0 ? cell.content : [EMPTY]),
  }
}

function blockToEditor(block: Block): JSONContent[] {
  switch (block.type) {
    case 'paragraph':
      return [
        {
          type: 'paragraph',
          attrs: { textAlign: block.attrs?.textAlign ?? null },
          content: inlineToEditor(block.content),
        },
      ]
    case 'heading':
      return [
        {
          type: 'heading',
          attrs: { level: block.attrs.level, textAlign: block.attrs.textAlign ?? null },
          content: inlineToEditor(block.content),
        },
      ]
    case 'bulletList':
      if (block.content.length === 0) return []
      return [{ type: 'bulletList', content: block.content.map(itemToEditor) }]
    case 'orderedList':
      if (block.content.length === 0) return []
      return [
        {
          type: 'orderedList',
          attrs: { start: block.attrs?.start ?? 1 },
          content: block.content.map(itemToEditor),
        },
      ]
    case 'table': {
      const rows = block.content.filter((row) => row.content.length > 0)
      if (rows.length === 0) return []
      return [
        {
          type: 'table',
          attrs: { carry: block.attrs ? [...block.attrs.carry] : null },
          content: rows.map((row) => ({ type: 'tableRow', content: row.content.map(cellToEditor) })),
        },
      ]
    }
    case 'image':
      return [{ type: 'image', attrs: { attachmentId: block.attrs.attachmentId, alt: block.attrs.alt } }]
  }
}

function blocksToEditor(blocks: readonly Block[]): JSONContent[] {
  return blocks.flatMap(blockToEditor)
}

/** The body as the editor takes it. */
export function toEditor(body: Body): JSONContent {
  const content = blocksToEditor(body.content)
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] }
}

/* ---------- editor → domain ---------- */

const PLAIN_MARKS = ['bold', 'italic', 'underline', 'strike'] as const

function marksFromEditor(node: JSONContent): Mark[] {
  return (node.marks ?? []).flatMap((mark): Mark[] => {
    const plain = PLAIN_MARKS.find((name) => name === mark.type)
    if (plain) return [{ type: plain }]
    const address = (mark.attrs as { href?: unknown } | undefined)?.href
    return mark.type === 'link' && typeof address === 'string' && address !== ''
      ? [{ type: 'link', attrs: { href: address } }]
      : []
  })
}

function inlineFromEditor(nodes: readonly JSONContent[] | undefined): Inline[] {
  return (nodes ?? []).flatMap((node): Inline[] => {
    if (node.type === 'hardBreak') return [{ type: 'hardBreak' }]
    if (node.type !== 'text' || !node.text) return []
    const marks = marksFromEditor(node)
    return [marks.length > 0 ? { type: 'text', text: node.text, marks } : { type: 'text', text: node.text }]
  })
}

function alignment(value: unknown): Alignment | null {
  return value === 'left' || value === 'center' || value === 'right' ? value : null
}

function positive(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value > 1 ? value : 1
}

function withLine<T extends object>(
  node: T,
  source: JSONContent,
): T & { readonly content?: readonly Inline[] } {
  const content = inlineFromEditor(source.content)
  return content.length > 0 ? { ...node, content } : node
}

function itemsFromEditor(node: JSONContent): ListItem[] {
  return (node.content ?? []).map((item) => ({ type: 'listItem', content: blocksFromEditor(item.content) }))
}

function cellFromEditor(node: JSONContent): TableCell {
  const colspan = positive(node.attrs?.['colspan'])
  const rowspan = positive(node.attrs?.['rowspan'])
  const found: unknown = node.attrs?.['colwidth']
  const colwidth =
    Array.isArray(found) && found.every((width) => Number(width) > 0) ? found.map(Number) : null
  const attrs = {
    ...(colspan > 1 ? { colspan } : {}),
    ...(rowspan > 1 ? { rowspan } : {}),
    ...(colwidth ? { colwidth } : {}),
  }
  return {
    type: node.type === 'tableHeader' ? 'tableHeader' : 'tableCell',
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    content: blocksFromEditor(node.content),
  }
}

function rowFromEditor(row: JSONContent): TableRow {
  return { type: 'tableRow', content: (row.content ?? []).map(cellFromEditor) }
}

// Columns whose sums paper carries from page to page; the screen shows nothing of it, and must not lose it.
function carriedFromEditor(attrs: JSONContent['attrs']): Pick<Table, 'attrs'> {
  const carry: unknown = attrs?.['carry']
  return Array.isArray(carry) && carry.length > 0 ? { attrs: { carry: carry.map(Number) } } : {}
}

function level(value: unknown): 1 | 2 | 3 | 4 {
  return value === 2 || value === 3 || value === 4 ? value : 1
}

function blockFromEditor(node: JSONContent): Block[] {
  const textAlign = alignment(node.attrs?.['textAlign'])
  switch (node.type) {
    case 'paragraph':
      return [withLine({ type: 'paragraph' as const, ...(textAlign ? { attrs: { textAlign } } : {}) }, node)]
    case 'heading': {
      const attrs = { level: level(node.attrs?.['level']), ...(textAlign ? { textAlign } : {}) }
      return [withLine({ type: 'heading' as const, attrs }, node)]
    }
    case 'bulletList':
      return [{ type: 'bulletList', content: itemsFromEditor(node) }]
    case 'orderedList': {
      const start: unknown = node.attrs?.['start']
      const attrs = typeof start === 'number' && start !== 1 ? { attrs: { start } } : {}
      return [{ type: 'orderedList', ...attrs, content: itemsFromEditor(node) }]
    }
    case 'table':
      return [
        { type: 'table', ...carriedFromEditor(node.attrs), content: (node.content ?? []).map(rowFromEditor) },
      ]
    case 'image': {
      const id: unknown = node.attrs?.['attachmentId']
      const alt: unknown = node.attrs?.['alt']
      if (typeof id !== 'string' || id === '') return []
      return [{ type: 'image', attrs: { attachmentId: id, alt: typeof alt === 'string' ? alt : '' } }]
    }
    default:
      return []
  }
}

function blocksFromEditor(nodes: readonly JSONContent[] | undefined): Block[] {
  return (nodes ?? []).flatMap(blockFromEditor)
}

function isEmptyLine(block: Block | undefined): boolean {
  return block?.type === 'paragraph' && (block.content ?? []).length === 0
}

// The editor keeps an empty line below a closing table or picture to put the cursor in; it is not text.
function closed(content: readonly Block[]): Body {
  const before = content.at(-2)
  const spare = isEmptyLine(content.at(-1)) && (before?.type === 'table' || before?.type === 'image')
  const kept = spare ? content.slice(0, -1) : content
  return { type: 'doc', content: kept.length > 0 ? kept : [EMPTY] }
}

/** The editor's JSON as the domain's body: only what the schema of a notice knows survives. */
export function fromEditor(json: JSONContent): Body {
  return closed(blocksFromEditor(json.content))
}

// The editor's nodes never change, a new text is made of the old nodes and a few new ones. Remembering what each
// became keeps a list of 3,000 rows as quick to save as the one paragraph that was typed in.
const knownBlocks = new WeakMap<Node, readonly Block[]>()
const knownRows = new WeakMap<Node, TableRow>()

function remember<T>(known: WeakMap<Node, T>, node: Node, make: () => T): T {
  const found = known.get(node) ?? make()
  known.set(node, found)
  return found
}

function blockOf(node: Node): readonly Block[] {
  if (node.type.name !== 'table') return blockFromEditor(node.toJSON() as JSONContent)
  const rows = node.children.map((row) =>
    remember(knownRows, row, () => rowFromEditor(row.toJSON() as JSONContent)),
  )
  return [{ type: 'table', ...carriedFromEditor(node.attrs), content: rows }]
}

/** The text in the editor as the domain's body; what has not changed since the last call is not walked again. */
export function bodyOf(doc: Node): Body {
  return closed(doc.children.flatMap((node) => remember(knownBlocks, node, () => blockOf(node))))
}
