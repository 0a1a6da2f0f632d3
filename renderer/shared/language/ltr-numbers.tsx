import { Fragment, type ReactNode } from 'react'
import { numberPieces } from '../../../domain/language/number-run.ts'

/** A text written from the right, in which dates and telephone numbers keep their order. */
export function LtrNumbers({ text }: { readonly text: string }): ReactNode {
  return numberPieces(text).map((piece, index) =>
    piece.ltr ? (
      <bdi key={index} dir="ltr">
        {piece.text}
      </bdi>
    ) : (
      <Fragment key={index}>{piece.text}</Fragment>
    ),
  )
}
