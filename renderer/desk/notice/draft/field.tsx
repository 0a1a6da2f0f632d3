import { useId, type ReactNode } from 'react'

/** A labelled field; what is wrong with it stands below it and is read out with it. */
export function FormField(props: {
  readonly label: string
  readonly name?: string
  readonly fault?: ReactNode
  readonly hint?: ReactNode
  readonly children: (aria: {
    readonly id: string
    readonly 'aria-describedby': string
    readonly 'aria-invalid': boolean
  }) => ReactNode
}) {
  const id = useId()
  const below = `${id}-below`
  const fault = props.fault ?? null
  return (
    <div className="nt-field" data-field={props.name}>
      <label htmlFor={id}>{props.label}</label>
      {props.children({ id, 'aria-describedby': below, 'aria-invalid': fault !== null })}
      <div id={below} className={fault === null ? 'nt-field-hint' : 'nt-field-fault'}>
        {fault ?? props.hint}
      </div>
    </div>
  )
}
