import { scriptOf } from '../../../domain/language/script.ts'
import type { LanguageText } from '../../../domain/notice/language.ts'
import { loadFace } from '../../shared/language/load-face.ts'
import { firstFitting, tableSizes } from '../settle/fit.ts'
import { lastSentence } from '../settle/last-sentence.ts'
import { isDecoded, type Settled } from '../settle/settle.ts'
import { facesSettled } from '../type/faces-settled.ts'

// Rounding of the layout, in CSS pixels.
const SLACK = 1

/**
 * The first thing that reaches beyond the type area across the lines' direction, as `block:3` counted from 1; null when all
 * fits. In columns that is the foot of the page, else its side.
 */
function overflowIn(area: HTMLElement, vertical: boolean): string | null {
  const room = area.getBoundingClientRect()
  const at = [...area.children].findIndex((child) => {
    const box = child.getBoundingClientRect()
    if (vertical) return box.bottom > room.bottom + SLACK || child.scrollHeight > child.clientHeight + SLACK
    return (
      box.left < room.left - SLACK ||
      box.right > room.right + SLACK ||
      child.scrollWidth > child.clientWidth + SLACK
    )
  })
  return at === -1 ? null : `block:${String(at + 1)}`
}

function fitTables(area: HTMLElement, vertical: boolean): void {
  for (const table of area.querySelectorAll<HTMLTableElement>('table')) {
    firstFitting(tableSizes(), (size) => {
      table.style.fontSize = `${String(size)}pt`
      return vertical
        ? table.offsetHeight <= area.clientHeight + SLACK
        : table.offsetWidth <= area.clientWidth + SLACK
    })
  }
}

// Letters that change their shape with their place come out of a PDF as something else than what was written.
const READ_BACK = new Set(['Latn', 'Kore', 'Yiii'])

/**
 * Waits for the face and the pictures of a sheet in another language and leaves the marks of `settle` for whoever prints it.
 * Where the PDF cannot be read back letter by letter, the line that closes the sheet stands for its end.
 */
export async function settleLanguage(
  area: HTMLElement,
  text: LanguageText,
  closingLine: string,
): Promise<Settled> {
  const { direction, script } = scriptOf(text.language)
  const vertical = direction === 'VERTICAL_LR'
  const decoded = await Promise.all([...area.querySelectorAll('img')].map(isDecoded))
  await loadFace(text.language, `${text.title} `)
  await facesSettled(area)
  fitTables(area, vertical)
  const overflow = overflowIn(area, vertical)
  const missingPictures = decoded.filter((ok) => !ok).length
  const marks = document.documentElement.dataset
  marks.lastLine = READ_BACK.has(script) ? lastSentence(text.body) : closingLine
  if (overflow === null) delete marks.overflow
  else marks.overflow = overflow
  marks.ready = missingPictures === 0 ? 'true' : 'error'
  return { overflow, missingPictures }
}
