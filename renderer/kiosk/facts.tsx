/** The block of facts about a notice; what is not known is not shown. */
export function Facts(props: { facts: readonly (readonly [name: string, value: string])[] }) {
  return (
    <dl className="facts">
      {props.facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
