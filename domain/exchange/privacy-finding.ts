import type { PublicContent } from '../notice/content.ts'
import { scanDraft } from '../privacy/gate.ts'
import type { HitKind, HitPlace } from '../privacy/gate-hit.ts'

/** What of personal data stands where in an edition, without the value. */
export type PrivacyFinding = {
  readonly kind: HitKind
  /** `title`, `body`, `attachment` (a file's name), the name of a field, or the code of a language. */
  readonly place: string
  /** How many of this kind stand there. */
  readonly count: number
}

/**
 * Looks through an edition for what would have stopped the office itself, by the product's own detectors, and says of each kind where and how
 * often it stands; in the order found. A value is never part of it: it goes into receipts and lists.
 * Source: domain book §7.4.
 * @example privacyFindings(content, '2026-11-22') // [{ kind: 'MOBILE', place: 'body', count: 1 }]
 */
export function privacyFindings(content: PublicContent, today: string): readonly PrivacyFinding[] {
  const hits = scanDraft({ content, attachments: [], fingerprint: () => '', overrides: [], today })
  const found = new Map<string, PrivacyFinding>()
  for (const { severity, kind, place: at } of hits) {
    if (severity !== 'BLOCK') continue
    const place = placeName(at)
    const before = found.get(`${kind} ${place}`)?.count ?? 0
    found.set(`${kind} ${place}`, { kind, place, count: before + 1 })
  }
  return [...found.values()]
}

/**
 * Says whether an allowance, given by a person who saw `allowed`, covers what is found now: nothing of another kind, at another place or more
 * often. The same text may show more than it did, when the detectors have learned; of that nobody has decided.
 * Source: domain book §7.4 (block, with an override that names the reviewer).
 * @example coversFindings([{ kind: 'MOBILE', place: 'body', count: 2 }], [{ kind: 'MOBILE', place: 'body', count: 1 }]) // true
 */
export function coversFindings(
  allowed: readonly PrivacyFinding[],
  found: readonly PrivacyFinding[],
): boolean {
  return found.every(({ kind, place, count }) =>
    allowed.some((one) => one.kind === kind && one.place === place && count <= one.count),
  )
}

function placeName(place: HitPlace): string {
  switch (place.part) {
    case 'TITLE':
      return 'title'
    case 'FIELD':
      return place.field
    case 'BODY':
      return 'body'
    case 'LANGUAGE':
      return place.language
    case 'ATTACHMENT_NAME':
    case 'ATTACHMENT':
      return 'attachment'
  }
}
