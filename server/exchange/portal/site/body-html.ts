import { isAllowedLink } from '../../../../domain/notice/body-check.ts'
import type { Block, Body, Inline, Mark, Table, TableCell, TableRow } from '../../../../domain/notice/body.ts'
import { escaped } from '../../../plain-page.ts'

/** What drawing a body needs beside it. */
export type BodyOptions = {
  /** Address of a picture by the id of its attachment; null when it is not there. */
  readonly picture: (attachmentId: string) => string | null
  /** What a frame around a table is called. */
  readonly tableName: string
}

const TAGS = { bold: 'strong', italic: 'em', underline: 'u', strike: 's' } as const

function inMark(mark: Mark, inner: string): string {
  if (mark.type !== 'link') return `<${TAGS[mark.type]}>${inner}</${TAGS[mark.type]}>`
  // Checked when it was stored; the second look keeps an old or damaged row harmless.
  if (!isAllowedLink(mark.attrs.href)) return inner
  return `<a href="${escaped(mark.attrs.href)}" rel="noopener noreferrer">${inner}</a>`
}

function inline(node: Inline): string {
  if (node.type === 'hardBreak') return '<br>'
  return (node.marks ?? []).reduceRight((inner, mark) => inMark(mark, inner), escaped(node.text))
}

function line(content: readonly Inline[] | undefined): string {
  return content && content.length > 0 ? content.map(inline).join('') : '<br>'
}

const align = (value: string | null | undefined): string =>
  value === 'right' || value === 'center' ? ` class="align-${value}"` : ''

function cell(node: TableCell, options: BodyOptions): string {
  const head = node.type === 'tableHeader'
  const { colspan = 1, rowspan = 1 } = node.attrs ?? {}
  const spans = `${colspan > 1 ? ` colspan="${String(colspan)}"` : ''}${rowspan > 1 ? ` rowspan="${String(rowspan)}"` : ''}`
  const tag = head ? 'th' : 'td'
  return `<${tag}${spans}>${blocks(node.content, options)}</${tag}>`
}

function rows(list: readonly TableRow[], options: BodyOptions): string {
  return list.map((row) => `<tr>${row.content.map((one) => cell(one, options)).join('')}</tr>`).join('\n')
}

/** Leading rows that are heads and reach no further: paper repeats them on every page. */
function headRows(table: Table): number {
  const found = table.content.findIndex((row) => !row.content.every(({ type }) => type === 'tableHeader'))
  const heads = Math.max(found, 0)
  const reaches = table.content
    .slice(0, heads)
    .some((row, index) => row.content.some(({ attrs }) => index + (attrs?.rowspan ?? 1) > heads))
  return reaches ? 0 : heads
}

function table(node: Table, options: BodyOptions): string {
  const heads = headRows(node)
  const head = heads > 0 ? `<thead>${rows(node.content.slice(0, heads), options)}</thead>` : ''
  // The frame moves sideways where a table is wider than the page, and takes the keyboard for that.
  return `<div class="table-frame" role="group" tabindex="0" aria-label="${escaped(options.tableName)}"><table>${head}<tbody>${rows(node.content.slice(heads), options)}</tbody></table></div>`
}

function block(node: Block, options: BodyOptions): string {
  switch (node.type) {
    case 'paragraph':
      return `<p${align(node.attrs?.textAlign)}>${line(node.content)}</p>`
    case 'heading': {
      // Under the title (h1) and the name of the part (h2).
      const tag = `h${String(node.attrs.level + 2)}`
      return `<${tag}${align(node.attrs.textAlign)}>${line(node.content)}</${tag}>`
    }
    case 'bulletList':
      return `<ul>${node.content.map((item) => `<li>${blocks(item.content, options)}</li>`).join('')}</ul>`
    case 'orderedList':
      return `<ol start="${String(node.attrs?.start ?? 1)}">${node.content.map((item) => `<li>${blocks(item.content, options)}</li>`).join('')}</ol>`
    case 'table':
      return table(node, options)
    case 'image': {
      const address = options.picture(node.attrs.attachmentId)
      return address === null
        ? ''
        : `<figure><img src="${escaped(address)}" alt="${escaped(node.attrs.alt)}"></figure>`
    }
  }
}

function blocks(content: readonly Block[], options: BodyOptions): string {
  return content.map((node) => block(node, options)).join('\n')
}

/**
 * The body of a notice as HTML: the tree is drawn piece by piece and every text is escaped, so that nothing in it can run.
 * @example bodyHtml(body, { picture: () => null, tableName: '表格' }) // '<p>特此公告。</p>'
 */
export function bodyHtml(body: Body, options: BodyOptions): string {
  return blocks(body.content, options)
}
