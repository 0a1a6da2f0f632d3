import { createElement, Fragment, type ReactNode } from 'react'
import { isAllowedLink } from '../../domain/notice/body-check.ts'
import type {
  Alignment,
  Block,
  Body,
  Inline,
  ListItem,
  Mark,
  Table,
  TableCell,
  TableRow,
} from '../../domain/notice/body.ts'
import { LtrNumbers } from './language/ltr-numbers.tsx'
import { WholeNumbers } from './whole-numbers.tsx'

type Options = {
  readonly imageBase: string
  readonly plainLinks: boolean
  readonly fromRight: boolean
  readonly wholeNumbers: boolean
}

function words(text: string, options: Options): ReactNode {
  if (options.fromRight) return <LtrNumbers text={text} />
  return options.wholeNumbers ? <WholeNumbers text={text} /> : text
}

function inMark(mark: Mark, child: ReactNode, options: Options): ReactNode {
  switch (mark.type) {
    case 'bold':
      return <strong className="body-bold">{child}</strong>
    case 'italic':
      return <em className="body-italic">{child}</em>
    case 'underline':
      return <u className="body-underline">{child}</u>
    case 'strike':
      return <s className="body-strike">{child}</s>
    case 'link':
      // The server has checked every stored link; the second look keeps an old or damaged row harmless.
      if (options.plainLinks || !isAllowedLink(mark.attrs.href)) return child
      return (
        <a className="body-link" href={mark.attrs.href} target="_blank" rel="noopener noreferrer">
          {child}
        </a>
      )
  }
}

function inline(node: Inline, options: Options): ReactNode {
  if (node.type === 'hardBreak') return <br />
  return (node.marks ?? []).reduceRight<ReactNode>(
    (child, mark) => inMark(mark, child, options),
    words(node.text, options),
  )
}

// A paragraph without text still takes a line, as it does in the editor and on paper.
function line(content: readonly Inline[] | undefined, options: Options): ReactNode {
  if (!content || content.length === 0) return <br />
  return content.map((node, index) => <Fragment key={index}>{inline(node, options)}</Fragment>)
}

function aligned(name: string, align: Alignment | null | undefined): string {
  return align && align !== 'left' ? `${name} body-align-${align}` : name
}

function list(items: readonly ListItem[], options: Options): ReactNode {
  return items.map((item, index) => (
    <li key={index} className="body-list-item">
      {blocks(item.content, options)}
    </li>
  ))
}

function cell(node: TableCell, key: number, options: Options): ReactNode {
  const header = node.type === 'tableHeader'
  const { colspan = 1, rowspan = 1 } = node.attrs ?? {}
  return createElement(
    header ? 'th' : 'td',
    {
      key,
      className: header ? 'body-cell body-cell-header' : 'body-cell',
      ...(colspan > 1 ? { colSpan: colspan } : {}),
      ...(rowspan > 1 ? { rowSpan: rowspan } : {}),
    },
    blocks(node.content, options),
  )
}

function rows(list: readonly TableRow[], options: Options): ReactNode {
  return list.map((row, index) => (
    <tr key={index} className="body-row">
      {row.content.map((node, column) => cell(node, column, options))}
    </tr>
  ))
}

/** How many leading rows are heads: they repeat on every printed page, so no cell of theirs may reach below. */
function headRows(table: Table): number {
  const count = table.content.findIndex((row) => !row.content.every((node) => node.type === 'tableHeader'))
  const heads = count === -1 ? 0 : count
  const reaches = table.content
    .slice(0, heads)
    .some((row, index) => row.content.some((node) => index + (node.attrs?.rowspan ?? 1) > heads))
  return reaches ? 0 : heads
}

/**
 * Widths in per cent of the table, or null when a column is free.
 * The editor's pixels mean nothing on paper or on a kiosk; the proportions do.
 */
function columnShares(table: Table): readonly number[] | null {
  const widths = (table.content[0]?.content ?? []).flatMap((node) => {
    const span = node.attrs?.colspan ?? 1
    return node.attrs?.colwidth?.length === span ? node.attrs.colwidth : Array<number>(span).fill(0)
  })
  if (widths.length === 0 || widths.some((width) => width <= 0)) return null
  const total = widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width) => Math.round((width / total) * 1000) / 10)
}

function table(node: Table, options: Options): ReactNode {
  const heads = headRows(node)
  const shares = columnShares(node)
  return (
    <div className="body-table-frame">
      <table className="body-table" data-carry={node.attrs?.carry.join(',')}>
        {shares ? (
          <colgroup>
            {shares.map((share, index) => (
              <col key={index} style={{ width: `${String(share)}%` }} />
            ))}
          </colgroup>
        ) : null}
        {heads > 0 ? <thead>{rows(node.content.slice(0, heads), options)}</thead> : null}
        <tbody>{rows(node.content.slice(heads), options)}</tbody>
      </table>
    </div>
  )
}

function block(node: Block, options: Options): ReactNode {
  switch (node.type) {
    case 'paragraph':
      return <p className={aligned('body-paragraph', node.attrs?.textAlign)}>{line(node.content, options)}</p>
    case 'heading':
      // The notice's title is the only h1 of a page, so level 1 of the text is h2.
      return createElement(
        `h${String(node.attrs.level + 1)}`,
        { className: aligned(`body-heading body-heading-${String(node.attrs.level)}`, node.attrs.textAlign) },
        line(node.content, options),
      )
    case 'bulletList':
      return <ul className="body-list body-list-bullet">{list(node.content, options)}</ul>
    case 'orderedList':
      return (
        <ol className="body-list body-list-ordered" start={node.attrs?.start ?? 1}>
          {list(node.content, options)}
        </ol>
      )
    case 'table':
      return table(node, options)
    case 'image':
      return (
        <figure className="body-figure">
          <img
            className="body-image"
            src={options.imageBase + encodeURIComponent(node.attrs.attachmentId)}
            alt={node.attrs.alt}
          />
        </figure>
      )
  }
}

function blocks(content: readonly Block[], options: Options): ReactNode {
  return content.map((node, index) => <Fragment key={index}>{block(node, options)}</Fragment>)
}

/**
 * Draws the body of a notice for reading: desk, kiosk and sheet bring their own styles for the `body-` classes.
 * With `plainLinks` links stay text, for a locked screen that must not be led away; with `fromRight` the text is one of a
 * script written from the right, in which dates and telephone numbers are set apart; with `wholeNumbers`, as on paper, no line
 * ends inside one.
 */
export function BodyView(props: {
  readonly body: Body
  readonly imageBase: string
  readonly plainLinks?: boolean
  readonly fromRight?: boolean
  readonly wholeNumbers?: boolean
}): ReactNode {
  return blocks(props.body.content, {
    imageBase: props.imageBase,
    plainLinks: props.plainLinks ?? false,
    fromRight: props.fromRight ?? false,
    wholeNumbers: props.wholeNumbers ?? false,
  })
}
