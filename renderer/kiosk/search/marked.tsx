import type { ExcerptPart } from '../../../server/display/views.ts'

/** A text with what was searched for marked in it. */
export function Marked(props: { parts: readonly ExcerptPart[] }) {
  return props.parts.map((part, index) =>
    part.hit ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
  )
}
