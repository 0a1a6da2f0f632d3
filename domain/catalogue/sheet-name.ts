// What a workbook forbids in the name of a sheet; ： looks like : and is taken out with it.
const FORBIDDEN = /[\\/?*[\]:：\p{Cc}]/gu
const MOST_SIGNS = 31

/**
 * The name a spreadsheet program takes for a sheet: 31 signs at most, none of `\ / ? * [ ] :`, no apostrophe at either end,
 * and not “History”, which Excel keeps for itself. The fallback stands in for a name of which nothing is left.
 * @example sheetName("'收费清单'", '清单') // '收费清单'
 */
export function sheetName(name: string, fallback: string): string {
  const ends = /^['\s]+|['\s]+$/gu
  const safe = name.replace(FORBIDDEN, '').replaceAll(ends, '')
  // A sign beyond the basic plane counts as two and is never cut in half.
  const short = Array.from(safe.toWellFormed())
    .reduce((taken, sign) => (taken.length + sign.length <= MOST_SIGNS ? taken + sign : taken), '')
    .replaceAll(ends, '')
  if (short === '') return fallback
  return short.toLowerCase() === 'history' ? `${short}_` : short
}
