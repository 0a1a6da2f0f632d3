import { Fragment, type ReactNode } from 'react'

// Telephone numbers, dates, times, the tail of an index number. Line-breaking allows a break behind every hyphen.
const NUMBER = /\d+(?:[-‐/:：]\d+)+/gu
// Longer than this it may be wider than a column, and torn is better than cut off.
const MOST = 19

/** A text in which a number joined by hyphens stays on one line: torn at the end of a line, it is read as two. */
export function WholeNumbers({ text }: { readonly text: string }): ReactNode {
  const pieces: ReactNode[] = []
  let at = 0
  for (const { index, 0: number } of text.matchAll(NUMBER)) {
    if (number.length > MOST) continue
    pieces.push(<Fragment key={at}>{text.slice(at, index)}</Fragment>)
    pieces.push(
      <span key={`${String(index)} number`} className="whole-number">
        {number}
      </span>,
    )
    at = index + number.length
  }
  return at === 0 ? text : [...pieces, <Fragment key="rest">{text.slice(at)}</Fragment>]
}
