import { Fragment } from 'react'

const CODE = /^[\w-]+\/?$/u

// An index number is longer than its column; it may break behind the stroke and nowhere else, not at its hyphens.
function breakable(value: string) {
  return value.split(/(?<=[/›])/u).map((part, index) => (
    <Fragment key={index}>
      {index > 0 ? <wbr /> : null}
      {CODE.test(part) ? <span className="fact-code">{part}</span> : part}
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
