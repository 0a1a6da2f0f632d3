import { PDFDocument } from 'pdf-lib'

/**
 * A PDF of some pages of another, from 1; letters stay letters.
 * @example await chosenPages({ bytes, pages: [1, 2, 5] })
 */
export async function chosenPages(input: {
  readonly bytes: Uint8Array
  readonly pages: readonly number[]
}): Promise<Uint8Array> {
  const whole = await PDFDocument.load(input.bytes, { updateMetadata: false })
  const part = await PDFDocument.create({ updateMetadata: false })
  const copied = await part.copyPages(
    whole,
    input.pages.map((page) => page - 1),
  )
  for (const page of copied) part.addPage(page)
  return await part.save()
}
