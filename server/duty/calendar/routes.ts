import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import { DEADLINE_UNITS } from '../../../domain/duty/deadline/deadline-rule.ts'
import { dueOf } from '../../../domain/duty/due-of.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { answered, input, refused, uploadedFile } from '../../../platform/answer.ts'
import { civilDateOf } from '../../../platform/clock.ts'
import type { Deps } from '../../deps.ts'
import { documented } from '../../openapi.ts'
import { type BoardEnv, signedIn } from '../../trust.ts'
import type { DueView } from '../views.ts'
import { calendarOf } from './calendar-of.ts'
import { calendarView, changeView } from './calendar-views.ts'
import { readDueTerm } from './due-request.ts'
import { addLocalDay, removeLocalDay } from './local-days.ts'
import { type CalendarFile, previewCalendar, takeCalendar, type TakeDecision } from './take-calendar.ts'

/** Changes that are shown. */
const CHANGES_SHOWN = 50

const localDay = z.strictObject({
  date: z.string().max(40),
  kind: z.enum(['HOLIDAY', 'WORKDAY']),
  name: z.string().max(200),
  reason: z.string().max(1000),
})

/** A file with its fields, or what was typed in: the same JSON with the fields beside it. */
type Upload = { readonly file: CalendarFile; readonly fields: Readonly<Record<string, unknown>> }

async function uploadOf(c: Context<BoardEnv>): Promise<Result<Upload>> {
  const type = c.req.header('content-type') ?? ''
  if (/^multipart\/form-data\b/i.test(type)) {
    const file = await uploadedFile(c)
    if (!file.ok) return file
    const { name: fileName, bytes, fields } = file.value
    const confirmed = fields['confirmed'] === 'true'
    return accept({ file: { fileName, bytes }, fields: { ...fields, confirmed } })
  }
  if (!/^application\/json\b/i.test(type)) return refuse('request.invalid', { field: '' })
  let body: unknown
  try {
    body = JSON.parse(await c.req.text())
  } catch (error) {
    if (error instanceof SyntaxError) return refuse('request.invalid', { field: '' })
    throw error
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return refuse('request.invalid', { field: '' })
  }
  const { digest, confirmed, keyName, ...typed } = body as Readonly<Record<string, unknown>>
  const bytes = new TextEncoder().encode(JSON.stringify(typed))
  return accept({ file: { fileName: '', bytes }, fields: { digest, confirmed, keyName } })
}

const decisionShape = z.object({
  digest: z.string().max(64),
  confirmed: z.boolean().default(false),
  keyName: z.string().max(200).optional(),
})

function decisionOf(fields: Upload['fields']): Result<TakeDecision> {
  const decision = decisionShape.safeParse(fields)
  if (!decision.success) {
    return refuse('request.invalid', { field: String(decision.error.issues[0]?.path[0] ?? '') })
  }
  const { keyName, ...rest } = decision.data
  return accept({ ...rest, ...(keyName !== undefined && { keyName }) })
}

/**
 * The working-day calendar at the desk.
 * @example app.route('/api/desk', calendarRoutes(deps)) // GET /api/desk/calendar
 */
export function calendarRoutes(deps: Deps) {
  const { read } = deps.store
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .get(
      '/calendar',
      input('query', z.strictObject({ year: z.coerce.number().int().min(1900).max(2200).optional() })),
      (c) => {
        const thisYear = Number(civilDateOf(deps.clock.now()).slice(0, 4))
        return answered(c, calendarView(read, c.req.valid('query').year ?? thisYear))
      },
    )
    .post('/calendar/preview', documented({ form: {} }), async (c) => {
      const upload = await uploadOf(c)
      if (!upload.ok) return refused(c, upload)
      const preview = previewCalendar(deps, c.var.principal, upload.value.file)
      return preview.ok ? answered(c, preview.value) : refused(c, preview)
    })
    .post('/calendar/take', documented({ form: { confirmed: ['true', 'false'] } }), async (c) => {
      const upload = await uploadOf(c)
      if (!upload.ok) return refused(c, upload)
      const decision = decisionOf(upload.value.fields)
      if (!decision.ok) return refused(c, decision)
      const taken = takeCalendar(deps, c.var.principal, upload.value.file, decision.value)
      return taken.ok ? answered(c, taken.value) : refused(c, taken)
    })
    .get('/calendar/changes', (c) =>
      answered(
        c,
        read.calendar.changes(CHANGES_SHOWN).map((change) => changeView(read, change)),
      ),
    )
    .post('/calendar/local-days', documented({ status: 201 }), input('json', localDay), (c) => {
      const added = addLocalDay(deps, c.var.principal, c.req.valid('json'))
      return added.ok ? c.json(added.value, 201) : refused(c, added)
    })
    .delete(
      '/calendar/local-days/:id',
      input('json', z.strictObject({ reason: z.string().max(1000) })),
      (c) => {
        const id = /^\d{1,15}$/.test(c.req.param('id')) ? Number(c.req.param('id')) : 0
        const removed = removeLocalDay(deps, c.var.principal, id, c.req.valid('json').reason)
        return removed.ok ? answered(c, removed.value) : refused(c, removed)
      },
    )
    .get(
      '/calendar/due',
      input(
        'query',
        z.strictObject({
          from: z.string().max(40),
          amount: z.string().max(20),
          unit: z.enum(DEADLINE_UNITS),
        }),
      ),
      (c) => {
        const term = readDueTerm(c.req.valid('query'))
        if (!term.ok) return refused(c, term)
        return answered<DueView>(c, dueOf(term.value, calendarOf(read)))
      },
    )
}
