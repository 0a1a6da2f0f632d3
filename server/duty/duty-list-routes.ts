import { Hono } from 'hono'
import { z } from 'zod'
import { input, refused, sendFile } from '../../platform/answer.ts'
import type { Deps } from '../deps.ts'
import { documented } from '../openapi.ts'
import { type BoardEnv, signedIn } from '../trust.ts'
import { dutyListSheet } from './duty-list-sheet.ts'
import { printDutyList } from './duty-list-pdf.ts'
import { civilDate, person } from './request-schemas.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * The list of duties on paper and as a workbook, at the desk.
 * @example app.route('/api/desk', dutyListRoutes(deps)) // GET /api/desk/duty-list.pdf?from=2026-11-01&to=2026-11-30
 */
export function dutyListRoutes(deps: Deps) {
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .get(
      '/duty-list.pdf',
      documented({ file: 'application/pdf' }),
      input('query', z.strictObject({ ...person, from: civilDate, to: civilDate })),
      async (c) => {
        const { unit: unitId, ...rest } = c.req.valid('query')
        const address = c.env.mount.publicAddress()
        const printed = await printDutyList(deps, c.var.principal, { ...rest, unitId }, address)
        if (!printed.ok) return refused(c, printed)
        const name = `公开事项清单 ${rest.from} ${rest.to}.pdf`
        return sendFile(c, printed.value.bytes, 'application/pdf', name)
      },
    )
    .get(
      '/duty-list.xlsx',
      documented({ file: XLSX }),
      input('query', z.strictObject({ ...person, from: civilDate, to: civilDate })),
      async (c) => {
        const { unit: unitId, ...rest } = c.req.valid('query')
        const written = await dutyListSheet(deps, c.var.principal, { ...rest, unitId })
        if (!written.ok) return refused(c, written)
        return sendFile(c, written.value.bytes, XLSX, written.value.fileName)
      },
    )
}
