import { bodyText } from '../../../domain/notice/body-text.ts'
import { suggestAbstract } from '../../../domain/notice/abstract.ts'
import type { Block } from '../../../domain/notice/body.ts'
import type { PublicContent } from '../../../domain/notice/content.ts'
import type { PaneRoom } from '../../../domain/signage/glass-plan.ts'
import { type Legibility, MOST_PAGES, textLines } from '../../../domain/signage/legibility.ts'
import type { ShownExtent } from '../../../domain/signage/shown-extent.ts'
import { closingOf } from '../../sheet/closing.ts'
import { type Segment, segmentsOf } from './segments.ts'

/** What a notice says on a part of a screen, once it is known in what form it can be read there. */
export type FaceContent = {
  /** Whether the title stands over every page; where it takes most of a page it has pages of its own. */
  readonly headed: boolean
  readonly segments: readonly Segment[]
  /** Pages of running text that may not be passed; a longer one is not what was planned. */
  readonly mostProse: number
  /** A summary may end where its pages end. */
  readonly mayCut: boolean
  /** How much of the notice it says; of anything but the whole it says that the rest is somewhere else. */
  readonly extent: ShownExtent
  /** Pages of tables that may not be passed, or beyond which they end where that is said. */
  readonly mostTable: number
}

/** The words a face adds of itself. */
export type FaceWords = {
  readonly wholeText: string
  readonly wholeTable: string
  readonly tooWide: string
}

/** A caption, a head of two lines and a row or two. */
const LINES_WITH_CAPTION = 5

function paragraph(text: string): Block {
  return { type: 'paragraph', content: [{ type: 'text', text }] }
}

/** The note goes with the lines of who signs, where these stand alone, or has a page of its own. */
function withNote(segments: readonly Segment[], note: string): readonly Segment[] {
  const last = segments.at(-1)
  if (last?.kind === 'PROSE' && last.blocks.length === 0 && last.lead === null)
    return [...segments.slice(0, -1), { ...last, note }]
  return [...segments, { kind: 'PROSE', lead: null, blocks: [], sign: [], note }]
}

const SUMMARY_CHARACTERS = 120

/** Whole sentences up to a length; of a first one that is longer, its beginning. */
function beginningOf(text: string): string {
  if (text.length <= SUMMARY_CHARACTERS) return text
  const end = text.slice(0, SUMMARY_CHARACTERS).search(/[。；！？][^。；！？]*$/u)
  return end > 0 ? text.slice(0, end + 1) : `${text.slice(0, SUMMARY_CHARACTERS - 2)}……`
}

/** The words of a summary: the abstract of the notice, or what its text comes to; never a table. */
function summaryOf(content: PublicContent): readonly Block[] {
  const given = (content.abstract ?? '').trim()
  const found = given === '' ? suggestAbstract(content.body) : given
  const text =
    found === ''
      ? bodyText({ ...content.body, content: content.body.content.filter(({ type }) => type !== 'table') })
      : found
  const words = beginningOf(text.replaceAll(/\s*\n\s*/gu, '').trim())
  // 如下： leads to what is not shown here.
  return words === '' || (words.length < 40 && /[:：]$/u.test(words)) ? [] : [paragraph(words)]
}

function shortOf(
  content: PublicContent,
  legibility: Exclude<Legibility, { outcome: 'LEGIBLE' }>,
  words: FaceWords,
): FaceContent {
  const headed = legibility.outcome === 'AS_HEADLINE' && legibility.reason !== 'ROOM_TOO_SMALL'
  const note = legibility.reason === 'TABLE_TOO_WIDE' ? words.tooWide : words.wholeText
  const summary = headed ? summaryOf(content) : []
  const blocks = headed ? summary : [paragraph(content.title)]
  return {
    headed,
    segments: [{ kind: 'PROSE', lead: null, blocks, sign: [], note }],
    // The headline, or the summary, and what is said of the rest; cut nowhere, or where it is would not be said.
    mostProse: MOST_PAGES.headline + MOST_PAGES.text,
    mayCut: false,
    extent: summary.length > 0 ? 'PART' : 'TITLE',
    mostTable: 0,
  }
}

/**
 * What a notice says on a part of a screen. `issued` are the lines that say who issued a warning, and when.
 * @example faceContent(content, { outcome: 'LEGIBLE', rowsCut: false }, room, words, false, null).headed // true
 */
export function faceContent(
  content: PublicContent,
  legibility: Legibility,
  room: PaneRoom,
  words: FaceWords,
  shortened: boolean,
  issued: readonly string[] | null,
): FaceContent {
  if (legibility.outcome !== 'LEGIBLE') return shortOf(content, legibility, words)
  const closing = closingOf(content)
  const signed = issued ?? [closing.signature, closing.date].filter((line) => line !== null)
  const lines = textLines(room, content.title)
  const mostRows = Math.max(1, lines - 1) * MOST_PAGES.table
  const around = { lead: closing.addressee, sign: signed, note: null }
  const segments = segmentsOf(closing.body, around, mostRows, lines >= LINES_WITH_CAPTION)
  const rowsCut = segments.reduce((sum, segment) => sum + (segment.kind === 'TABLE' ? segment.cut : 0), 0)
  const hasTable = segments.some(({ kind }) => kind === 'TABLE')
  const isCut = rowsCut > 0 || shortened
  return {
    headed: true,
    segments: isCut ? withNote(segments, hasTable ? words.wholeTable : words.wholeText) : segments,
    mostProse: 2 * MOST_PAGES.text,
    mayCut: false,
    extent: isCut ? 'PART' : 'WHOLE',
    // Rows of several lines take more pages than was reckoned with.
    mostTable: isCut ? MOST_PAGES.table : 2 * MOST_PAGES.table,
  }
}
