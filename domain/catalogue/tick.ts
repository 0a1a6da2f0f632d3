import { joinLabel } from './cell-text.ts'
import { CHANNELS } from './channel.ts'

/** Marks that mean "used". */
const FILLED = '■☑☒√✓✔▲●◼▣∨'
/** Marks that mean "not used". */
const EMPTY = '□☐○◻△▢'
/** What a tick cell says; text is what stood beside the mark or instead of it. */
export type Tick = { readonly ticked: boolean; readonly text: string }

/** Scanning turns □ into the word 口; it is a box before an option's name, and among boxes at the start of a word. */
function restoreBoxes(text: string): string {
  const among = new RegExp(`[${FILLED}${EMPTY}]`, 'u').test(text)
  const names = [...CHANNELS, '主动', '依申请', '全社会', '特定'].map((name) => name.slice(0, 2)).join('|')
  const named = text.replace(new RegExp(`(?<![窗出入路人户])[口囗](?=\\s?(?:${names}))`, 'gu'), '□')
  return among ? named.replace(/(?<=^|[\s;；、，,])[口囗](?=\s?\S)/gu, '□') : named
}

/**
 * Reads one cell of a tick column (√ under 县级). Null when the cell is neither a mark nor empty nor a plain "no",
 * and then the text has to be judged by its column.
 * @example readTick('√(本村)') // { ticked: true, text: '(本村)' }
 */
export function readTick(cell: string): Tick | null {
  const text = joinLabel(cell)
  // Tables kept by programs tick with TRUE and FALSE, or 1 and 0.
  if (/^(?:[□☐◻△▢口囗×✗✕xX否无/\\—–-]*|[0０]|false)$/iu.test(text)) return { ticked: false, text: '' }
  // R, P, ü and þ are the ticks of the Wingdings fonts after the font is lost.
  if (/^(?:[是有vVyYRPüþ1１]|true)$/u.test(text.length > 1 ? text.toLowerCase() : text))
    return { ticked: true, text: '' }
  const mark = new RegExp(`[${FILLED}]`, 'u')
  if (mark.test(text))
    return { ticked: true, text: text.replace(new RegExp(`[${FILLED}${EMPTY}]`, 'gu'), '') }
  return null
}

/** Words before the first box are an option without a box, unless they introduce the boxes (渠道：). */
function isUnmarkedOption(piece: string): boolean {
  return !new RegExp(`^[${FILLED}${EMPTY}]`, 'u').test(piece) && !/[:：]\s*$/u.test(piece)
}

function tidyOption(text: string): string {
  return joinLabel(text.replace(/_+/g, ' ')).replace(/^[\s、,，;；:：]+|[\s、,，;；。]+$/gu, '')
}

/**
 * Reads a cell with boxes and keeps what is ticked, in the order of the cell; null when the cell has no boxes at all.
 * @example readBoxes('■政府网站 □政府公报 ■公开查阅点') // ['政府网站', '公开查阅点']
 */
export function readBoxes(cell: string): readonly string[] | null {
  const text = restoreBoxes(cell.trim())
  const mark = `[${FILLED}${EMPTY}]`
  if (!new RegExp(mark, 'u').test(text)) return null
  const filled = new RegExp(`^[${FILLED}]`, 'u')
  const trails = !new RegExp(`^${mark}`, 'u').test(text) && new RegExp(`${mark}$`, 'u').test(text)
  const pieces = trails
    ? [...text.matchAll(new RegExp(`([^${FILLED}${EMPTY}]+)(${mark}+)`, 'gu'))].map((m) => `${m[2]}${m[1]}`)
    : text.split(new RegExp(`(?=${mark})(?<!${mark})`, 'u'))
  return pieces
    .filter((piece, index) => filled.test(piece) || (index === 0 && isUnmarkedOption(piece)))
    .map((piece) => tidyOption(piece.replace(new RegExp(mark, 'gu'), '')))
    .filter((option) => option !== '')
}

/** Cuts at separators outside brackets; a bracket that is never closed keeps nothing together. */
function cutOutsideBrackets(text: string): readonly string[] {
  const closing = [...text.matchAll(/[)）]/gu)].map(({ index }) => index)
  const parts: string[] = []
  let part = ''
  for (let at = 0, next = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    while ((closing[next] ?? Infinity) < at) next += 1
    const close = closing[next]
    if (/[(（]/u.test(sign) && close !== undefined) {
      part += text.slice(at, close + 1)
      at = close
    } else if (/[、,，;；]/u.test(sign)) {
      parts.push(part)
      part = ''
    } else part += sign
  }
  return [...parts, part].filter((one) => one !== '')
}

/**
 * Reads a cell that names options in words (村务公开栏、政府网站). Slashes belong to the standard wording and do not
 * separate; blanks and line breaks only separate pieces long enough to be names of their own.
 * @example readWords('村务公开栏、政府网站') // ['村务公开栏', '政府网站']
 */
export function readWords(cell: string): readonly string[] {
  const parts = cutOutsideBrackets(cell).flatMap((part) => {
    const pieces = part.trim().split(/\s+/)
    return pieces.every((piece) => Array.from(piece).length >= 3) ? pieces : [part]
  })
  return parts.map(tidyOption).filter((option) => option !== '')
}
