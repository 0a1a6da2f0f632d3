import { Hono } from 'hono'
import { z } from 'zod'
import { NOTICE_KINDS } from '../../domain/notice/notice-kind.ts'
import { refuse } from '../../domain/refusal.ts'
import { answered, input, refused, sendFile } from '../../platform/answer.ts'
import { record } from '../audit/audit.ts'
import { editionDetail, editionFile, type EditionKey } from '../search/edition-detail.ts'
import { searchEditions } from '../search/edition-search.ts'
import { EDITION_STATES } from '../search/views.ts'
import { type CountyEnv, signedInAtCounty } from './trust.ts'
import type { CountyWebDeps } from './web-deps.ts'

const office = z.coerce.number().int().positive().max(2_147_483_647)
const query = z.strictObject({
  text: z.string().max(200).exactOptional(),
  office: office.exactOptional(),
  kind: z.enum(NOTICE_KINDS).exactOptional(),
  from: z.iso.date().exactOptional(),
  to: z.iso.date().exactOptional(),
  state: z.enum(EDITION_STATES).exactOptional(),
  after: z.string().max(2000).exactOptional(),
})
// An index number has slashes of its own, so it does not stand in the path.
const one = z.strictObject({
  office,
  number: z.string().min(1).max(200),
  edition: z.coerce.number().int().positive().max(100_000),
})

function keyOf({ office: officeId, number, edition }: z.infer<typeof one>): EditionKey {
  return { officeId, indexNumber: number, editionNumber: edition }
}

/** Who reads on what is no longer public stands in the log. */
async function noteReading(
  deps: CountyWebDeps,
  actor: string,
  { officeId, indexNumber, editionNumber }: EditionKey,
  file?: string,
): Promise<void> {
  const detail = { indexNumber, editionNumber, ...(file !== undefined && { file }) }
  await record(deps, deps.sql, { actor, action: 'edition.read-withdrawn', office: officeId, detail })
}

/**
 * Search over all boards and an edition as it can be read; for everybody signed in.
 * @example app.route('/api', searchRoutes(deps)) // GET /api/editions?text=低保
 */
export function searchRoutes(deps: CountyWebDeps) {
  return new Hono<CountyEnv>()
    .use('/editions', signedInAtCounty(deps))
    .use('/edition', signedInAtCounty(deps))
    .use('/edition/*', signedInAtCounty(deps))
    .get('/editions', input('query', query), async (c) => {
      const { office: officeId, kind: noticeKind, ...asked } = c.req.valid('query')
      const wanted = { ...asked, officeId, noticeKind }
      return answered(c, await searchEditions(deps.sql, wanted, deps.clock.now()))
    })
    .get('/edition', input('query', one), async (c) => {
      const key = keyOf(c.req.valid('query'))
      const found = await editionDetail(deps.sql, key, deps.clock.now())
      if (found === undefined) return refused(c, refuse('notice.edition-not-found'))
      if (found.state === 'WITHDRAWN' && found.content !== null)
        await noteReading(deps, c.var.principal.id, key)
      return answered(c, found)
    })
    .get('/edition/files/:office/:number/:edition/:id', async (c) => {
      const { id, ...path } = c.req.param()
      const key = one.safeParse(path)
      if (!key.success) return refused(c, refuse('attachment.not-found'))
      const file = await editionFile(deps.sql, keyOf(key.data), id, deps.clock.now())
      if (!file) return refused(c, refuse('attachment.not-found'))
      if (file.withdrawn) await noteReading(deps, c.var.principal.id, keyOf(key.data), file.name)
      return sendFile(c, { file: await deps.blobs.whole(file.sha256) }, file.mediaType, file.name)
    })
}
