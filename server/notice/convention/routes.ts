import { Hono } from 'hono'
import { z } from 'zod'
import { repairDocumentNumber } from '../../../domain/notice/document-number.ts'
import { VOID_REASONS } from '../../../domain/notice/document-number-series.ts'
import { STATED_VALIDITIES } from '../../../domain/notice/validity.ts'
import { answered, input, refused, sendFile } from '../../../platform/answer.ts'
import { civilDateOf } from '../../../platform/clock.ts'
import type { Deps } from '../../deps.ts'
import { documented } from '../../openapi.ts'
import { type BoardEnv, signedIn } from '../../trust.ts'
import { bodySchema, civilDateSchema } from '../content-schema.ts'
import { findNotice } from '../find-notice.ts'
import { explainNumbers } from './explain-numbers.ts'
import { metadataSheet, seriesSheet } from './convention-sheets.ts'
import { numberAdvice, seriesList } from './number-series.ts'
import { textSuggestions } from './suggest.ts'
import { decideValidity, noticeValidity, proposeValidity } from './validity.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const line = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[^\p{Cc}\p{Cf}]*$/u)
const serial = z.int().min(1).max(999_999)
const explanation = z.strictObject({
  prefix: z.string().min(2).max(16),
  year: z.int().min(1900).max(2099),
  from: serial,
  to: serial,
  reason: z.enum(VOID_REASONS),
  note: line(200),
})
const yearQuery = z.strictObject({
  year: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  // Half a year of a board whose year does not fit into one table.
  half: z.enum(['1', '2']).optional(),
})
const proposal = z.strictObject({
  standing: z.enum(STATED_VALIDITIES),
  effectiveOn: civilDateSchema,
  // Read by the public with the document.
  reason: line(300),
  replacedBy: z.string().max(64).nullable(),
})
const decision = z.strictObject({
  decision: z.enum(['CONFIRMED', 'RETURNED', 'RECALLED']),
  reason: line(300),
})

/**
 * Conventions of official documents at the desk: series of numbers, validity, what the text suggests, the metadata of
 * everything published.
 * @example app.route('/api/desk', conventionRoutes(deps)) // GET /api/desk/number-series
 */
export function conventionRoutes(deps: Deps) {
  const { read } = deps.store
  const today = () => civilDateOf(deps.clock.now())
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .get('/number-series', (c) => answered(c, seriesList(read, c.var.principal)))
    .post('/number-series/explanations', input('json', explanation), (c) => {
      const explained = explainNumbers(deps, c.var.principal, c.req.valid('json'))
      return explained.ok ? answered(c, explained.value) : refused(c, explained)
    })
    .get('/number-series/xlsx', documented({ file: XLSX }), async (c) => {
      const file = await seriesSheet(deps, c.var.principal)
      return sendFile(c, file.bytes, XLSX, file.fileName)
    })
    .get(
      '/notices/:id/document-number',
      input(
        'query',
        z.strictObject({ number: z.string().max(60).default(''), year: z.string().max(4).optional() }),
      ),
      (c) => {
        const found = findNotice(read, c.req.param('id'), null)
        if (!found.ok) return refused(c, found)
        const { number, year } = c.req.valid('query')
        const repaired = repairDocumentNumber(number)
        const asked = year !== undefined && /^\d{4}$/u.test(year) ? Number(year) : Number(today().slice(0, 4))
        return answered(c, numberAdvice(read, found.value.id, repaired.ok ? repaired.value.value : '', asked))
      },
    )
    .post(
      '/notices/:id/suggestions',
      input(
        'json',
        z.strictObject({
          title: z.string().max(500),
          body: bodySchema,
          catalogueItemId: z.string().max(64).nullable(),
        }),
      ),
      (c) => {
        const found = findNotice(read, c.req.param('id'), null)
        return found.ok ? answered(c, textSuggestions(read, c.req.valid('json'))) : refused(c, found)
      },
    )
    .get('/notices/:id/validity', (c) => {
      const view = noticeValidity(read, c.var.principal, c.req.param('id'), today())
      return view.ok ? answered(c, view.value) : refused(c, view)
    })
    .post('/notices/:id/validity', input('json', proposal), (c) => {
      const view = proposeValidity(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
      return view.ok ? answered(c, view.value) : refused(c, view)
    })
    .post('/validity-proposals/:id/decision', input('json', decision), (c) => {
      const id = Number(c.req.param('id'))
      const view = decideValidity(
        deps,
        c.var.principal,
        Number.isSafeInteger(id) ? id : 0,
        c.req.valid('json'),
      )
      return view.ok ? answered(c, view.value) : refused(c, view)
    })
    .get('/metadata/xlsx', documented({ file: XLSX }), input('query', yearQuery), async (c) => {
      const { year = today().slice(0, 4), half } = c.req.valid('query')
      const file = await metadataSheet(deps, { year, half })
      return file.ok ? sendFile(c, file.value.bytes, XLSX, file.value.fileName) : refused(c, file)
    })
}
