import type { PublicContent } from '../notice/content.ts'
import { placedBlocks } from '../notice/body-text.ts'
import { type RemovedFind, type RemovedSearch, type RemovedValue } from '../table/removed-value.ts'
import type { GateOverride } from './gate.ts'
import type { GateHit, HitPlace } from './gate-hit.ts'
import { contentTexts } from './gate-text.ts'
import { linkRanges } from './link-range.ts'
import { maskValue } from './mask.ts'

/** A removed value found again, as it is kept: place and fingerprint, never the value. */
export type KeptFind = Pick<GateHit, 'id' | 'place' | 'start' | 'end' | 'masked' | 'fingerprint'>

/**
 * A find as a hit of the gate that blocks until the secrecy reviewer lets it through.
 * @example removedHit(find, overrides, true).kind // 'REMOVED_VALUE'
 */
export function removedHit(find: KeptFind, overrides: readonly GateOverride[], maskable: boolean): GateHit {
  const override = overrides.find(({ fingerprint }) => fingerprint === find.fingerprint)
  return {
    ...find,
    kind: 'REMOVED_VALUE',
    severity: 'BLOCK',
    maskable,
    droppedFromPublicCopy: false,
    override: override ? { by: override.by, at: override.at, reason: override.reason } : null,
  }
}

/**
 * A find in one text, ready to be kept.
 * @example keptFind('T', { part: 'TITLE' }, find, '周敏申请', fingerprint).masked // '**'
 */
export function keptFind(
  key: string,
  place: HitPlace,
  { start, end, value }: RemovedFind,
  text: string,
  fingerprint: (value: RemovedValue) => string,
): KeptFind {
  return {
    id: `${key}:${start}-${end}:REMOVED_VALUE`,
    place,
    start,
    end,
    masked: maskValue('REMOVED_VALUE', text.slice(start, end)),
    fingerprint: fingerprint(value),
  }
}

/**
 * Searches everything of a public content that somebody wrote for values that were taken out of its lists: title, text,
 * picture descriptions, addresses of links, keywords, abstract, display, other languages, names of files.
 * @example removedInContent(content, search, fingerprint)[0]?.place // { part: 'TITLE' }
 */
export function removedInContent(
  content: PublicContent,
  search: RemovedSearch,
  fingerprint: (value: RemovedValue) => string,
): readonly (KeptFind & { readonly maskable: boolean })[] {
  const written = contentTexts(content).flatMap(({ key, place, text, maskable }) =>
    search(text).map((find) => ({ ...keptFind(key, place, find, text, fingerprint), maskable })),
  )
  const links = [...placedBlocks(content.body)].flatMap(({ block, path, tableRow }) =>
    block.type === 'image'
      ? []
      : linkRanges(block.content ?? []).flatMap(({ start, end, address }) =>
          search(address).map((find) => ({
            ...keptFind(
              `B.${path.join('.')}.link`,
              { part: 'BODY', path, tableRow, of: 'LINK' },
              find,
              address,
              fingerprint,
            ),
            start,
            end,
            maskable: true,
          })),
        ),
  )
  return [...written, ...links]
}
