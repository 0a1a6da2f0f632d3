import { Fragment } from 'react'

// An index number is longer than its column; it may break behind the stroke and nowhere else.
function breakable(value: string) {
  return value.split(/(?<=[/›])/u).map((part, index) => (
    <Fragment key={index}>
      {index > 0 ? <wbr /> : null}
      {part}
    </Fragment>
  ))
}

/** The block of facts about a notice; what is not known is not shown. */
export function Facts(props: { facts: readonly (readonly [name: string, value: string])[] }) {
  return (
    <dl className="facts">
      {props.facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{breakable(value)}</dd>
          </div>
        ))}
    </dl>
  )
}
