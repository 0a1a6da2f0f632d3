import { accept, refuse, type Result } from '../refusal.ts'
import type { Body } from './body.ts'
import { bodyBlocks } from './body-text.ts'
import type { PublicContent } from './content.ts'

/** What a 文字校订 touched although it must not. */
export const NOT_MINOR = [
  'TITLE',
  'KIND',
  'NUMBER',
  'DATE',
  'ADDRESSEE',
  'SIGNATURE',
  'AUDIENCE',
  'ABSTRACT',
  'EMERGENCY',
  'CONSULTATION',
  'INTERPRETS',
  'TABLE',
  'FIGURE',
  'LANGUAGE',
  'ATTACHMENT',
] as const
/** One of them. */
export type NotMinor = (typeof NOT_MINOR)[number]

// Figures in digits of any width, in capital numerals of money, and in Chinese numerals before a unit: “一些” holds none.
const FIGURES =
  /[\d０-９]+(?:[.．,，][\d０-９]+)*|[零壹贰叁肆伍陆柒捌玖拾佰仟]+|[〇零一二三四五六七八九十百千万亿两]+(?=[年月日时号元角分厘户人名口个条项次亩吨岁天周成折倍]|平方|公里|公斤|万|亿|％|%)/gu

// What of each notice must stay to the letter, in the order in which it is looked at.
const KEPT: readonly (readonly [NotMinor, (content: PublicContent) => unknown])[] = [
  ['TITLE', ({ title }) => title],
  ['KIND', ({ noticeKind }) => noticeKind],
  ['NUMBER', ({ documentNumber }) => documentNumber],
  [
    'DATE',
    ({ documentDate, issueDate, validity, expiresAt, display }) => [
      [documentDate, issueDate],
      [validity ?? null, expiresAt ?? null, display ?? null],
    ],
  ],
  ['ADDRESSEE', ({ addressee }) => addressee],
  ['SIGNATURE', ({ signature, unit }) => [signature, unit?.name ?? null]],
  ['AUDIENCE', ({ audience, disclosureMode }) => [audience, disclosureMode]],
  ['ABSTRACT', ({ abstract }) => abstract ?? ''],
  ['EMERGENCY', ({ emergency }) => emergency],
  ['CONSULTATION', ({ consultation }) => consultation],
  ['INTERPRETS', ({ interprets }) => interprets?.indexNumber],
  ['TABLE', ({ body }) => cells(body)],
  ['FIGURE', ({ body }) => figures(body)],
  [
    'LANGUAGE',
    ({ texts = [] }) =>
      texts.map(({ language, title, body }) => [language, title, cells(body), figures(body)]),
  ],
  ['ATTACHMENT', ({ attachments }) => attachments.map(({ sha256, role }) => [sha256, role])],
]

function cells(body: Body): readonly string[] {
  return [...bodyBlocks(body)].filter(({ tableRow }) => tableRow !== null).map(({ text }) => text)
}

function figures(body: Body): readonly string[] {
  const prose = [...bodyBlocks(body)].filter(({ tableRow }) => tableRow === null).map(({ text }) => text)
  return (prose.join('\n').match(FIGURES) ?? []).map((figure) => figure.normalize('NFKC'))
}

/**
 * What a next edition changes that a change without a note may not: what the notice is and to whom, title, numbers, dates, figures,
 * cells, attachments, and the same of its texts in other languages. The first of them, or null. Of figures in the text every digit
 * counts, since nobody can tell an amount from a telephone number. Source: R-071; lessons §3.1 (a change that nobody was told of).
 * @example beyondMinor(former, { ...former, documentNumber: '云政发〔2026〕6号' }) // 'NUMBER'
 */
export function beyondMinor(former: PublicContent, next: PublicContent): NotMinor | null {
  const said = (value: unknown): string => JSON.stringify(value ?? null)
  return KEPT.find(([, part]) => said(part(former)) !== said(part(next)))?.[0] ?? null
}

/**
 * Whether a next edition says what it changes: always its kind, and a note that the public reads unless it is 文字校订, which in
 * turn may change no meaning. A first edition has nothing to say. Refuses `notice.change-note-required`,
 * `notice.change-not-minor`. Source: R-071.
 * @example checkChange(null, content).ok // true
 */
export function checkChange(former: PublicContent | null, next: PublicContent): Result<true> {
  if (former === null) return accept(true)
  const { change } = next
  if (!change || (change.kind !== 'MINOR' && change.note.trim() === ''))
    return refuse('notice.change-note-required')
  const beyond = change.kind === 'MINOR' ? beyondMinor(former, next) : null
  return beyond === null ? accept(true) : refuse('notice.change-not-minor', { part: beyond })
}
