import type { ReactNode } from 'react'

/** A card beside the list of the day: its title, and the way to all of it, said in full to those who hear it. */
export function SideCard(props: {
  id: string
  title: string
  all: string
  /** What the link leads to, where its own word does not say. */
  allOf: string
  href: string
  children: ReactNode
}) {
  return (
    <section className="card td-side" aria-labelledby={props.id}>
      <h2>
        <span id={props.id} className="strong">
          {props.title}
        </span>
        <span>
          <a href={props.href}>
            {props.all}
            <span className="hidden-text">{props.allOf}</span>
          </a>
        </span>
      </h2>
      {props.children}
    </section>
  )
}
