import { Fragment } from 'react'

// A day, a run of days, a span: 10月1–7日, 2027年1月29日, 20个工作日, 7月19日 02:40.
const UNITS = /((?:\d+年)?\d+月\d+(?:–\d+)?日(?:–\d+月\d+日)?(?: \d\d:\d\d)?|\d+(?:个工作日|小时|日))/u

/** A sentence that never breaks within a day: “11月” at the end of a line and “13日” on the next are read twice. */
export function Unbroken({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(UNITS).map((part, index) =>
        index % 2 === 1 ? (
          <span key={index} className="nowrap">
            {part}
          </span>
        ) : (
          <Fragment key={index}>{part}</Fragment>
        ),
      )}
    </>
  )
}
