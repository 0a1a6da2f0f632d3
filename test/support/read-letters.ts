import { PDFiumLibrary } from '@hyzyla/pdfium'

/**
 * The text of each page as written, also where letters change their shape with their place: the browser writes beside such a
 * glyph what it stands for (`ActualText`), and this reader goes by that. So a letter found here was handed to the page to be
 * drawn; that it was drawn in the right shape only a reader of the language can say.
 */
export async function readLetters(bytes: Uint8Array): Promise<string[]> {
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(bytes)
    const pages = [...document.pages()].map((page) => page.getText())
    document.destroy()
    return pages
  } finally {
    library.destroy()
  }
}

/** How often each character that matches stands in a text, the most frequent first. */
export function countLetters(text: string, letters: RegExp): Readonly<Record<string, number>> {
  const counts = new Map<string, number>()
  for (const character of text)
    if (letters.test(character)) counts.set(character, (counts.get(character) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([one], [other]) => one.localeCompare(other)))
}
