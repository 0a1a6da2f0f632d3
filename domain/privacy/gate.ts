import { Temporal } from 'temporal-polyfill'
import { placedBlocks } from '../notice/body-text.ts'
import type { CivilDate, PublicContent } from '../notice/content.ts'
import { detectNumbers } from './detect-number.ts'
import type { Finding } from './finding.ts'
import type { GateHit, HitKind } from './gate-hit.ts'
import type { GateText } from './gate-text.ts'
import { attachmentTexts, contentTexts } from './gate-text.ts'
import { linkRanges } from './link-range.ts'
import type { Passage } from './passage.ts'
import { plainValue } from './plain-digits.ts'
import { isBirthHeading, type RowFinding, rowFindings, writtenValue } from './row-finding.ts'

/** A value the secrecy reviewer has allowed with a written reason. */
export type GateOverride = {
  readonly fingerprint: string
  readonly by: string
  readonly at: string
  readonly reason: string
}

/** Everything the privacy gate looks at, and the means to name a value without keeping it. */
export type GateInput = {
  /** What would go public, or was frozen to: the gate reads nothing less. */
  readonly content: PublicContent
  readonly attachments: readonly {
    readonly id: string
    readonly name: string
    readonly passages: readonly Passage[]
  }[]
  /** Keyed hash (hex) of a value; `value` is the plain form, digits only, so spelling does not matter. */
  readonly fingerprint: (kind: HitKind, value: string) => string
  readonly overrides: readonly GateOverride[]
  readonly today: CivilDate
}

/**
 * The privacy gate: finds personal data in everything that goes public and in its files (domain book §7.4; 个人信息保护法
 * art. 25, 28). Numbers split over several runs of text are found, because a block is read as one text; what does not
 * survive into the public copy is only a NOTE.
 * @example scanDraft({ content, attachments: [], fingerprint, overrides: [], today: '2026-11-21' })
 */
export function scanDraft(input: GateInput): readonly GateHit[] {
  const frozen = contentTexts(input.content)
  const names = new Set(frozen.map(({ key, text }) => `${key}\n${text}`))
  const files = input.attachments.flatMap(attachmentTexts)
  const texts = [...frozen, ...files.filter(({ key, text }) => !names.has(`${key}\n${text}`))]
  const headed = birthColumns(texts)
  const today = Temporal.PlainDate.from(input.today)
  const overrides = new Map(input.overrides.map((override) => [override.fingerprint, override]))
  const hits: GateHit[] = []
  const add = (text: GateText, found: RowFinding, value: string): void => {
    // The whole of a number spread over cells must not travel with its pieces.
    const { whole: _, ...finding } = found
    const fingerprint = input.fingerprint(finding.kind, plainValue(value))
    const override = overrides.get(fingerprint)
    hits.push({
      ...finding,
      id: `${text.key}:${finding.start}-${finding.end}:${finding.kind}`,
      severity: text.dropped ? 'NOTE' : finding.severity,
      place: text.place,
      fingerprint,
      maskable: text.maskable,
      droppedFromPublicCopy: text.dropped,
      override: override ? { by: override.by, at: override.at, reason: override.reason } : null,
    })
  }
  for (const row of rows(texts)) {
    const found = rowFindings(
      row.map(({ text }) => text),
      { today, headed: row.map(({ column }) => column !== null && headed.has(column)) },
    )
    for (const [index, text] of row.entries()) {
      for (const finding of found[index] ?? []) add(text, finding, writtenValue(text.text, finding))
    }
  }
  for (const { text, finding, value } of linkFindings(input.content)) add(text, finding, value)
  return hits
}

/**
 * Says whether a notice may be handed in or published: nothing blocks that is neither allowed nor dropped.
 * @example gateFits([]) // true
 */
export function gateFits(hits: readonly GateHit[]): boolean {
  return hits.every((hit) => hit.severity !== 'BLOCK' || hit.override !== null || hit.droppedFromPublicCopy)
}

/** Consecutive texts of one table row; everything else is a row of its own. */
function rows(texts: readonly GateText[]): readonly (readonly GateText[])[] {
  const found: GateText[][] = []
  for (const text of texts) {
    const last = found.at(-1)
    if (last !== undefined && last[0]?.row === text.row) last.push(text)
    else found.push([text])
  }
  return found
}

function birthColumns(texts: readonly GateText[]): ReadonlySet<string> {
  return new Set(
    texts.flatMap(({ column, text }) => (column !== null && isBirthHeading(text) ? [column] : [])),
  )
}

function linkFindings(
  content: PublicContent,
): readonly { readonly text: GateText; readonly finding: Finding; readonly value: string }[] {
  const own = [...placedBlocks(content.body)].map((placed) => ({ ...placed, language: null }))
  const others = (content.texts ?? []).flatMap(({ language, body }) =>
    [...placedBlocks(body)].map((placed) => ({ ...placed, language })),
  )
  return [...own, ...others].flatMap(({ block, path, tableRow, language }) => {
    if (block.type === 'image') return []
    const text: GateText = {
      key: `${language === null ? '' : `L.${language}.`}B.${path.join('.')}.link`,
      place:
        language === null
          ? { part: 'BODY', path, tableRow, of: 'LINK' }
          : { part: 'LANGUAGE', language, path, tableRow, of: 'LINK' },
      text: '',
      row: '',
      column: null,
      maskable: true,
      dropped: false,
    }
    return linkRanges(block.content ?? []).flatMap(({ start, end, address }) =>
      detectNumbers(address).map((finding) => ({
        text,
        finding: { ...finding, start, end },
        value: address.slice(finding.start, finding.end),
      })),
    )
  })
}
