import type { MouseEvent, ReactNode } from 'react'
import { useNavigation } from './navigation.ts'
import { formatRoute, type Route } from './route.ts'

/** A link to another page of the kiosk; it never leaves the kiosk and never adds to the browser's history. */
export function Go(props: { to: Route; className: string; children: ReactNode }) {
  const { open } = useNavigation()
  function follow(event: MouseEvent): void {
    event.preventDefault()
    open(props.to)
  }
  return (
    <a href={formatRoute(props.to)} className={props.className} onClick={follow} draggable={false}>
      {props.children}
    </a>
  )
}
