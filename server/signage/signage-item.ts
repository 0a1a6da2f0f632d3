import type { PublicContent } from '../../domain/notice/content.ts'
import { type BodyRoom, shortenBody } from '../../domain/signage/shorten-body.ts'
import type { SheetData } from '../display/views.ts'
import type { SignageItem } from './views.ts'

// What a screen pages through in some minutes; many notices share the room of twenty.
const ROOM: BodyRoom = { characters: 6000, rows: 200 }
const FULL_NOTICES = 20
const LEAST_ROOM: BodyRoom = { characters: 600, rows: 20 }
const MOST_FILES = 20

/**
 * How much of each notice a feed of so many carries: the feed of a screen stays below some hundred kilobytes.
 * @example roomFor(40) // { characters: 3000, rows: 100 }
 */
export function roomFor(notices: number): BodyRoom {
  const share = Math.min(1, FULL_NOTICES / Math.max(1, notices))
  return {
    characters: Math.max(LEAST_ROOM.characters, Math.floor(ROOM.characters * share)),
    rows: Math.max(LEAST_ROOM.rows, Math.floor(ROOM.rows * share)),
  }
}

/**
 * The content of a notice with no more of its text, rows and files than a screen pages through.
 * @example shortContent(content, roomFor(3)).shortened // false
 */
export function shortContent(
  content: PublicContent,
  room: BodyRoom,
): { content: PublicContent; shortened: boolean } {
  const own = shortenBody(content.body, room)
  const texts = content.texts?.map((text) => ({ text, short: shortenBody(text.body, room) }))
  const files = content.attachments.filter(({ role }) => role === 'ATTACHMENT')
  const kept = new Set(files.slice(0, MOST_FILES).map(({ id }) => id))
  return {
    content: {
      ...content,
      body: own.body,
      attachments: content.attachments.filter(({ id, role }) => role !== 'ATTACHMENT' || kept.has(id)),
      ...(texts && { texts: texts.map(({ text, short }) => ({ ...text, body: short.body })) }),
    },
    shortened:
      own.shortened || files.length > MOST_FILES || (texts ?? []).some(({ short }) => short.shortened),
  }
}

/**
 * A notice as a screen is given it; its content has been shortened (`shortContent`).
 * @example signageItem(sheet, { expiresAt: null, publishedAt, shortened: false }).noticeKind
 */
export function signageItem(
  sheet: SheetData,
  facts: {
    readonly expiresAt: string | null
    readonly publishedAt: string | null
    readonly shortened: boolean
  },
): SignageItem {
  const { emergency, noticeKind, office } = sheet.content
  return {
    sheet,
    noticeKind,
    expiresAt: facts.expiresAt,
    shortened: facts.shortened,
    // A warning that is relayed bears the hand that issued it; the office's own word is dated by its publication.
    emergency: emergency
      ? {
          issuer: emergency.issuer === '' ? office.name : emergency.issuer,
          issuedAt: emergency.issuedAt ?? facts.publishedAt,
        }
      : null,
  }
}
