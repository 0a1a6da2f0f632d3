import type { ImportPreview } from '../../../../server/catalogue/views.ts'
import { firstChoice, type SheetChoice } from './import-state.ts'

const key = (id: string) => `catalogue-import ${id}`

/** More than a person types in an hour; the browser refuses to keep much more. */
const MOST_CHARACTERS = 1_000_000

/** What was decided about a preview before the page was left, else every sheet as it was read. */
export function keptChoices(preview: ImportPreview): readonly SheetChoice[] {
  const kept = window.sessionStorage.getItem(key(preview.id))
  return kept === null ? preview.sheets.map(firstChoice) : (JSON.parse(kept) as readonly SheetChoice[])
}

/** Keeps what was decided until the window is closed, so that looking something up elsewhere loses nothing. */
export function keepChoices(id: string, choices: readonly SheetChoice[]): void {
  const text = JSON.stringify(choices)
  if (text.length <= MOST_CHARACTERS) window.sessionStorage.setItem(key(id), text)
}

/** Forgets it once the preview is taken or given up. */
export function forgetChoices(id: string): void {
  window.sessionStorage.removeItem(key(id))
}
