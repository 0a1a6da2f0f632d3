import { PDFDocument } from 'pdf-lib'

/**
 * One PDF of several, in the order given: the browser's own dialog prints one file at a time.
 * @example await joinFiles([first, second])
 */
export async function joinFiles(files: readonly Blob[]): Promise<Blob> {
  const whole = await PDFDocument.create({ updateMetadata: false })
  // One after the other: a hundred sheets opened at once would fill a weak PC.
  for (const file of files) {
    const part = await PDFDocument.load(await file.arrayBuffer(), { updateMetadata: false })
    for (const page of await whole.copyPages(part, part.getPageIndices())) whole.addPage(page)
  }
  return new Blob([new Uint8Array(await whole.save())], { type: 'application/pdf' })
}
