import { Hono } from 'hono'
import { z } from 'zod'
import { diffVersions } from '../../domain/catalogue/catalogue-diff.ts'
import { refuse } from '../../domain/refusal.ts'
import { answered, input, refused, sendFile } from '../../platform/answer.ts'
import type { Deps } from '../deps.ts'
import { documented } from '../openapi.ts'
import { type BoardEnv, signedIn } from '../trust.ts'
import { exportVersion } from './export-version.ts'
import {
  approveVersion,
  beginVersion,
  discardVersion,
  fileVersion,
  returnVersion,
  submitVersion,
} from './versions.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const short = z.string().max(200)
const filing = z.strictObject({
  filedOn: z.iso.date(),
  filedWith: short.default(''),
  filingNumber: short.default(''),
})

/**
 * Versions of catalogues at the desk: draft, submitted, approved, filed.
 * @example app.route('/api/desk', catalogueVersionRoutes(deps)) // POST /api/desk/catalogue-versions/:id/approve
 */
export function catalogueVersionRoutes(deps: Deps) {
  const { catalogue } = deps.store.read
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .post('/catalogues/:id/versions', (c) => {
      const begun = beginVersion(deps, c.var.principal, c.req.param('id'))
      return begun.ok ? answered(c, begun.value) : refused(c, begun)
    })
    .post('/catalogue-versions/:id/submit', (c) => {
      const submitted = submitVersion(deps, c.var.principal, c.req.param('id'))
      return submitted.ok ? answered(c, submitted.value) : refused(c, submitted)
    })
    .post('/catalogue-versions/:id/approve', (c) => {
      const approved = approveVersion(deps, c.var.principal, c.req.param('id'))
      return approved.ok ? answered(c, approved.value) : refused(c, approved)
    })
    .post(
      '/catalogue-versions/:id/return',
      input('json', z.strictObject({ reason: z.string().max(1000) })),
      (c) => {
        const returned = returnVersion(deps, c.var.principal, c.req.param('id'), c.req.valid('json').reason)
        return returned.ok ? answered(c, returned.value) : refused(c, returned)
      },
    )
    .post('/catalogue-versions/:id/file', input('json', filing), (c) => {
      const filed = fileVersion(deps, c.var.principal, c.req.param('id'), c.req.valid('json'))
      return filed.ok ? answered(c, filed.value) : refused(c, filed)
    })
    .delete('/catalogue-versions/:id', (c) => {
      const discarded = discardVersion(deps, c.var.principal, c.req.param('id'))
      if (!discarded.ok) return refused(c, discarded)
      return discarded.value ? answered(c, discarded.value) : c.body(null, 204)
    })
    .get(
      '/catalogue-versions/:id/diff',
      input('query', z.strictObject({ with: z.string().max(100) })),
      (c) => {
        const version = catalogue.version(c.req.param('id'))
        const other = catalogue.version(c.req.valid('query').with)
        // Versions of two catalogues have no item in common.
        if (!version || other?.catalogueId !== version.catalogueId) {
          return refused(c, refuse('catalogue.version-not-found'))
        }
        return answered(c, diffVersions(catalogue.versionItems(other), catalogue.versionItems(version)))
      },
    )
    .get('/catalogue-versions/:id/xlsx', documented({ file: XLSX }), async (c) => {
      const file = await exportVersion(deps, c.req.param('id'))
      return file.ok ? sendFile(c, file.value.bytes, XLSX, file.value.fileName) : refused(c, file)
    })
}
