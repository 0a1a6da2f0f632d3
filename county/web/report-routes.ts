import { Hono } from 'hono'
import { z } from 'zod'
import { RECORD_FAULT_CODES } from '../../domain/exchange/record-fault.ts'
import { answered, input, sendFile } from '../../platform/answer.ts'
import { civilDateOf } from '../../platform/clock.ts'
import { CLI_LANGUAGES, sentencesIn } from '../../platform/sentence.ts'
import { rejectionPage } from '../report/rejections.ts'
import { rejectionsWorkbook } from '../report/rejections-workbook.ts'
import { summaryWorkbook } from '../report/summary-workbook.ts'
import { timelinessByItem, timelinessByOffice } from '../report/timeliness.ts'
import { type CountyEnv, signedInAtCounty } from './trust.ts'
import type { CountyWebDeps } from './web-deps.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const period = { from: z.iso.date(), to: z.iso.date() }
const language = z.enum(CLI_LANGUAGES)
const after = z.string().max(2000).exactOptional()
const office = z.coerce.number().int().positive().max(2_147_483_647).exactOptional()
const rejections = {
  office,
  code: z.enum(RECORD_FAULT_CODES).exactOptional(),
  open: z.enum(['1']).exactOptional(),
}

/**
 * Timeliness, coverage and rejected rows, on the screen and as XLSX; for everybody signed in.
 * @example app.route('/api', reportRoutes(deps)) // GET /api/timeliness/offices?from=2026-01-01&to=2026-12-31
 */
export function reportRoutes(deps: CountyWebDeps) {
  const { sql } = deps
  const today = () => civilDateOf(deps.clock.now())
  return new Hono<CountyEnv>()
    .use('/timeliness/*', signedInAtCounty(deps))
    .use('/rejections', signedInAtCounty(deps))
    .use('/rejections/*', signedInAtCounty(deps))
    .get('/timeliness/offices', input('query', z.strictObject({ ...period, after })), async (c) => {
      const asked = c.req.valid('query')
      return answered(c, await timelinessByOffice(sql, { ...asked, today: today() }, asked.after))
    })
    .get('/timeliness/items', input('query', z.strictObject({ ...period, after })), async (c) => {
      const asked = c.req.valid('query')
      return answered(c, await timelinessByItem(sql, { ...asked, today: today() }, asked.after))
    })
    .get('/timeliness/workbook', input('query', z.strictObject({ ...period, language })), async (c) => {
      const asked = c.req.valid('query')
      const bytes = await summaryWorkbook(sql, { ...asked, today: today() }, deps.clock.now(), asked.language)
      const name = sentencesIn(asked.language).say('county:sheet.fileName', {
        from: asked.from,
        to: asked.to,
      })
      return sendFile(c, bytes, XLSX, name)
    })
    .get('/rejections', input('query', z.strictObject({ ...rejections, after })), async (c) => {
      const { office: officeId, open, ...asked } = c.req.valid('query')
      return answered(c, await rejectionPage(sql, { ...asked, officeId, open: open === '1' }))
    })
    .get('/rejections/workbook', input('query', z.strictObject({ ...rejections, language })), async (c) => {
      const { office: officeId, open, code, language: wanted } = c.req.valid('query')
      const now = deps.clock.now()
      const bytes = await rejectionsWorkbook(sql, { officeId, code, open: open === '1' }, now, wanted)
      const name = sentencesIn(wanted).say('county:sheet.rejectedFileName', { today: today() })
      return sendFile(c, bytes, XLSX, name)
    })
}
