import { saidDigitByDigit } from './chinese-number.ts'
import { speechText } from './speech-text.ts'

const UNIT = /[（(]\s*(?:单位[:：]?)?\s*(万元|元|亩|公顷|平方米|㎡|人|户|%|％|公斤|吨|天|个)\s*[)）]/u
const QUANTITY = /^[-−]?\d[\d,]*(?:\.\d+)?$/u

/** A year and a month stand in tables as numbers: 2026 under 年度, 1956.03 under 出生年月. */
function saidTime(heading: string, cell: string): string | null {
  if (/(?:^年|年度|年份)$/u.test(heading) && /^(?:19|20)\d{2}$/u.test(cell)) return saidDigitByDigit(cell)
  const month = heading.endsWith('年月') && /^((?:19|20)\d{2})[./-](\d{1,2})$/u.exec(cell)
  return month ? speechText(`${month[1] ?? ''}年${month[2] ?? ''}月`) : null
}

/** A cell under its heading: the unit of the heading is said behind the number, where people expect it. */
function saidCell(heading: string, cell: string): string {
  const unit = UNIT.exec(heading)?.[1] ?? ''
  const name = heading.replace(UNIT, '').trim()
  const minus = /^[-−]\d/u.test(cell) ? '负' : ''
  const value = QUANTITY.test(cell) && unit !== '' ? `${minus}${cell.replace(/^[-−]/u, '')}${unit}` : cell
  const time = saidTime(name, cell)
  if (time !== null) return `${speechText(name)}，${time}`
  return speechText(name === '' ? value : `${name}，${value}`)
}

/**
 * A row as it is captioned while it is said: every filled cell beside its heading, as it stands on the glass.
 * @example rowCaption(['户主', '金额（元）'], ['张*国', '300']) // '户主 张*国', a wide space, '金额（元） 300'
 */
export function rowCaption(headings: readonly string[], cells: readonly string[]): string {
  return cells
    .flatMap((cell, column) =>
      cell.trim() === '' ? [] : [`${(headings[column] ?? '').trim()} ${cell.trim()}`.trim()],
    )
    .join('\u3000')
}

/**
 * What is said for a row of a table: every filled cell under its heading; empty cells are passed over, so that nobody waits for
 * nothing.
 * @example rowSpeech(['户主', '金额（元）'], ['张*国', '300']) // '户主，张某国；金额，三百元。'
 */
export function rowSpeech(headings: readonly string[], cells: readonly string[]): string {
  const said = cells.flatMap((cell, column) => {
    const text = cell.trim()
    return text === '' ? [] : [saidCell((headings[column] ?? '').trim(), text)]
  })
  return said.length === 0 ? '' : `${said.join('；')}。`
}
