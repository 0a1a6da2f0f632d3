// Digits with the signs of dates, times and telephone numbers between them. Commas and points alone need no help.
const RUN = /\d[\d,.]*(?:[-‐‑–/:：~]\d[\d,.]*)+/gu

/** A piece of a text; `ltr` when it is a number that is read from the left whatever stands about it. */
export type NumberPiece = { readonly text: string; readonly ltr: boolean }

/**
 * Cuts a text written from the right into pieces, so that dates and telephone numbers can be set apart: after an Arabic
 * letter the bidirectional algorithm (UAX 9, W2) turns `0999-6100100` round to `6100100-0999`. Joined, the pieces give the
 * text.
 * @example numberPieces('تېلېفون 0999-6100100') // [{ text: 'تېلېفون ', ltr: false }, { text: '0999-6100100', ltr: true }]
 */
export function numberPieces(text: string): readonly NumberPiece[] {
  const pieces: NumberPiece[] = []
  let at = 0
  for (const { index, 0: run } of text.matchAll(RUN)) {
    if (index > at) pieces.push({ text: text.slice(at, index), ltr: false })
    pieces.push({ text: run, ltr: true })
    at = index + run.length
  }
  if (at < text.length) pieces.push({ text: text.slice(at), ltr: false })
  return pieces
}
