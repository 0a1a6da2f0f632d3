import type { GlyphPlace } from '../../../server/display/print/sheet-glyphs.ts'
import type { Sighting } from './set-text.ts'

// A name is found by itself; of a sentence a few characters on either side are enough.
const WHOLE = 12
const AROUND = 4

function excerpt(sighting: Sighting): string {
  const { data } = sighting.node
  const characters = [...data]
  if (characters.length <= WHOLE) return data.trim()
  const before = [...data.slice(0, sighting.at)].length
  return characters
    .slice(Math.max(0, before - AROUND), before + AROUND + 1)
    .join('')
    .trim()
}

/** Where a character stands, for a person who looks for it on the sheet. `sheet` is what tables are counted in. */
export function glyphPlace(sheet: Element, sighting: Sighting): GlyphPlace {
  const row = sighting.node.parentElement?.closest('tr')
  const table = row?.closest('table')
  if (!row || !table) return { text: excerpt(sighting), table: null, row: null }
  const rows = [...table.querySelectorAll('tbody > .body-row')]
  const at = rows.indexOf(row)
  return {
    text: excerpt(sighting),
    table: [...sheet.querySelectorAll('table')].indexOf(table) + 1,
    row: at === -1 ? null : at + 1,
  }
}
