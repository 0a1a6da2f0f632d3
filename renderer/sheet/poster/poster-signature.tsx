import type { Closing } from '../closing.ts'

/** Who signs and when, at the right; nothing where the text brings it itself. */
export function PosterSignature({ closing }: { readonly closing: Closing }) {
  const { signature, date } = closing
  if (signature === null && date === null) return null
  return (
    <div className="poster-signature">
      {signature === null ? null : <p>{signature}</p>}
      {date === null ? null : <p>{date}</p>}
    </div>
  )
}
