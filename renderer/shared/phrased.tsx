import { Fragment, type ReactNode } from 'react'
import { phrases } from './phrases.ts'

/** A title that breaks between words only; the style around it sets `word-break: keep-all`. */
export function Phrased(props: { readonly text: string }): ReactNode {
  return phrases(props.text).map((piece, index) => (
    <Fragment key={index}>
      {index > 0 ? <wbr /> : null}
      {piece}
    </Fragment>
  ))
}
