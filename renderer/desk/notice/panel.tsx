import { useId, type ReactNode } from 'react'

/** A part of the right column under its own heading; a number beside the heading is something to mend. */
export function Panel(props: {
  readonly title: string
  readonly field?: string
  readonly count?: number
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <section className="nt-panel" aria-labelledby={id} data-field={props.field}>
      <h2 id={id}>
        {props.title}
        {props.count !== undefined && props.count > 0 ? <em>{props.count}</em> : null}
      </h2>
      <div className="nt-panel-body">{props.children}</div>
    </section>
  )
}
