import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { readInstruction } from '../../../sealed/read-instruction.ts'
import { findPreview, previewImport } from '../../catalogue/import-preview.ts'
import type { Deps } from '../../deps.ts'
import { previewCalendar } from '../../duty/calendar/take-calendar.ts'
import type { Principal } from '../../principal.ts'
import { previewDictionary } from '../../wording/take-dictionary.ts'
import { dictionaryOf, openItem } from './decide-item.ts'
import type { DownwardDifference } from './views.ts'

/** Previews of catalogues by the item they are of: looked at twice, the file is read once. */
export type KnownPreviews = Map<string, string>

/**
 * Shows what taking a thing of the county would change; nothing is taken. Refuses `downward.item-not-found`, `downward.item-taken`,
 * `downward.item-unreadable` for an instruction or a dictionary that is none, and what the area's own preview refuses.
 * @example await itemDifference(deps, handler, id, new Map())
 */
export async function itemDifference(
  deps: Deps,
  principal: Principal,
  id: string,
  previews: KnownPreviews,
): Promise<Result<DownwardDifference>> {
  const item = openItem(deps.store.read, id)
  if (!item.ok) return item
  const { kind, fileName, sha256, title } = item.value
  const file = { fileName, bytes: await deps.blobs.get(sha256) }
  switch (kind) {
    case 'CATALOGUE': {
      const known = previews.get(id)
      const again = known === undefined ? null : await findPreview(deps, principal, known)
      const preview = again?.ok ? again : await previewImport(deps, principal, file)
      if (!preview.ok) return preview
      previews.set(id, preview.value.id)
      return accept({ kind, preview: preview.value })
    }
    case 'CALENDAR': {
      const preview = previewCalendar(deps, principal, file)
      return preview.ok ? accept({ kind, preview: preview.value }) : preview
    }
    case 'DICTIONARY': {
      const dictionary = dictionaryOf(item.value)
      if (!dictionary.ok) return dictionary
      const preview = await previewDictionary(deps, principal, dictionary.value, file)
      return preview.ok ? accept({ kind, dictionary: dictionary.value, preview: preview.value }) : preview
    }
    case 'INSTRUCTION': {
      const instruction = readInstruction(file.bytes)
      return instruction ? accept({ kind, instruction }) : refuse('downward.item-unreadable', { title })
    }
  }
}
