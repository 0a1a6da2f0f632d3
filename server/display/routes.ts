import { Hono } from 'hono'
import { z } from 'zod'
import type { PublicContent } from '../../domain/notice/content.ts'
import { CONTENT_GROUPS } from '../../domain/display/content-group.ts'
import { PUBLIC_BOARDS } from '../../domain/display/public-board.ts'
import { NOTICE_LANGUAGES } from '../../domain/notice/language.ts'
import { refuse } from '../../domain/refusal.ts'
import { answered, input, refused, sendFile } from '../../platform/answer.ts'
import type { Deps } from '../deps.ts'
import { recordPrint } from '../notice/recall/record-print.ts'
import { documented } from '../openapi.ts'
import { openSlots } from '../../platform/stream-file.ts'
import { type BoardEnv, signedIn } from '../trust.ts'
import { checkSubject } from './print/check-subject.ts'
import { printPage } from './print/print-page.ts'
import { sheetToPrint } from './print/print-subject.ts'
import { boardHome, publicEdition, publicNotice, publicPage } from './public-views.ts'
import { searchBoard } from './search-board.ts'
import { shelfPage } from './shelf/shelf-views.ts'
import { editionSheet } from './sheet-data.ts'
import { takeoverAnswer } from './takeover-view.ts'
import {
  boardHomeSchema,
  publicEditionSchema,
  publicNoticeSchema,
  publicPageSchema,
  searchAnswerSchema,
  sheetDataSchema,
  takeoverSchema,
} from './view-schemas.ts'

// More readers at once than a township has; without a limit one guest could use up every file the system may open.
const MOST_DOWNLOADS = 64

const cursor = z.string().max(40).optional()

// Whose list, of which board and content group; without any of them all of it, or one heading, which needs no shelves.
const listQuery = z.strictObject({
  group: z.string().max(64).optional(),
  unit: z.string().max(64).optional(),
  board: z.enum(PUBLIC_BOARDS).optional(),
  contentGroup: z.enum(CONTENT_GROUPS).optional(),
  cursor,
})

/**
 * What the public may read: kiosk, sheet, anybody on the LAN. Nothing here writes.
 * @example app.route('/api/public', publicRoutes(deps)) // GET /api/public/home
 */
export function publicRoutes(deps: Deps) {
  const { read } = deps.store
  const downloads = openSlots(MOST_DOWNLOADS)
  return new Hono<BoardEnv>()
    .get('/home', documented({ answer: boardHomeSchema }), (c) => c.json(boardHome(read, deps.clock.now())))
    .get('/emergency', documented({ answer: takeoverSchema }), (c) =>
      answered(c, takeoverAnswer(read, deps.clock.now())),
    )
    .get('/notices', documented({ answer: publicPageSchema }), input('query', listQuery), (c) => {
      const query = c.req.valid('query')
      const before = query.cursor === undefined ? null : Number(query.cursor)
      if (before !== null && !Number.isSafeInteger(before)) {
        return refused(c, refuse('request.invalid', { field: 'cursor' }))
      }
      const { group, unit, board, contentGroup } = query
      const now = deps.clock.now()
      const sorted = unit !== undefined || board !== undefined || contentGroup !== undefined
      return c.json(
        sorted
          ? shelfPage(read, { group, unit, board, contentGroup }, before, now)
          : publicPage(read, { group: group ?? null, cursor: before }, now),
      )
    })
    .get(
      '/notice',
      documented({ answer: publicNoticeSchema }),
      input('query', z.strictObject({ index: z.string().max(200) })),
      (c) => {
        const found = publicNotice(read, c.req.valid('query').index, deps.clock.now())
        return found.ok ? answered(c, found.value) : refused(c, found)
      },
    )
    .get(
      '/search',
      documented({ answer: searchAnswerSchema }),
      input('query', z.strictObject({ q: z.string().max(100), cursor })),
      (c) => {
        const query = c.req.valid('query')
        return c.json(searchBoard(read, query.q, query.cursor ?? null, deps.clock.now()))
      },
    )
    .get('/editions/:hash', documented({ answer: publicEditionSchema }), (c) => {
      const found = publicEdition(read, c.req.param('hash'), deps.clock.now())
      return found.ok ? answered(c, found.value) : refused(c, found)
    })
    .get('/editions/:hash/sheet', documented({ answer: sheetDataSchema }), (c) => {
      const sheet = editionSheet(read, c.req.param('hash'), deps.clock.now())
      return sheet.ok ? answered(c, sheet.value) : refused(c, sheet)
    })
    .get(
      '/editions/:hash/attachments/:attachmentId',
      documented({ file: 'application/octet-stream' }),
      async (c) => {
        // The edition decides, not the file: an address learnt while a notice was a draft or before it was withdrawn is dead.
        const edition = publicEdition(read, c.req.param('hash'), deps.clock.now())
        if (!edition.ok) return refused(c, refuse('attachment.not-found'))
        const content: PublicContent = edition.value.content
        const file = content.attachments.find((candidate) => candidate.id === c.req.param('attachmentId'))
        if (!file) return refused(c, refuse('attachment.not-found'))
        const whole = await deps.blobs.whole(file.sha256)
        if (c.req.method === 'HEAD') return sendFile(c, { file: whole }, file.mediaType, file.name)
        const ended = downloads.take()
        if (ended === null) return refused(c, refuse('request.busy'))
        return sendFile(c, { file: whole, ended }, file.mediaType, file.name)
      },
    )
}

/**
 * Paper at the desk. Printing goes into the log, so it is no reading and no link of a foreign page can do it.
 * @example app.route('/api/desk', printRoutes(deps)) // POST /api/desk/editions/:hash/pdf
 */
export function printRoutes(deps: Deps) {
  return new Hono<BoardEnv>().use(signedIn(deps)).post(
    '/editions/:hash/pdf',
    documented({ file: 'application/pdf' }),
    input(
      'query',
      z.strictObject({
        language: z.enum(NOTICE_LANGUAGES).optional(),
        notice: z.string().max(64).optional(),
      }),
    ),
    async (c) => {
      const { language, notice: noticeId } = c.req.valid('query')
      const hash = c.req.param('hash')
      const layout =
        language === undefined ? ({ kind: 'CHINESE' } as const) : ({ kind: 'ONE', language } as const)
      const subject = { kind: 'EDITION', hash, noticeId, layout } as const
      const sheet = sheetToPrint(deps, c.var.principal, { subject, templateId: null, byHand: [] })
      if (!sheet.ok) return refused(c, sheet)
      const printed = await printPage(deps, sheet.value, c.env.mount.publicAddress())
      if (!printed.ok) return refused(c, printed)
      // Withdrawn while the browser was at it: no paper of it, and no word that there was.
      const made = sheet.value.edition ?? { current: null, displayed: null }
      const still = checkSubject(deps, c.var.principal, subject, made)
      if (!still.ok) return refused(c, still)
      const detail = { pages: printed.value.pages, ...(language !== undefined && { language }) }
      recordPrint(deps, c.var.principal, hash, detail, noticeId)
      return sendFile(c, printed.value.bytes, 'application/pdf', `${sheet.value.title}.pdf`)
    },
  )
}
