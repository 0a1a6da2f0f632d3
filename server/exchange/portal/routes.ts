import { Readable } from 'node:stream'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { PUBLIC_BOARDS } from '../../../domain/display/public-board.ts'
import { answered, disposition, input, refused, sendFile, uploadedFile } from '../../../platform/answer.ts'
import { civilDateOf } from '../../../platform/clock.ts'
import type { Deps } from '../../deps.ts'
import { documented } from '../../openapi.ts'
import { type BoardEnv, signedIn } from '../../trust.ts'
import { compareList } from './compare-list.ts'
import { comparisonSheet } from './comparison-sheet.ts'
import { feedPieces } from './feed.ts'
import { writeLedger } from './ledger.ts'
import { metadataPieces } from './metadata-xml.ts'
import { openSnapshot, type Snapshot } from './public-set.ts'
import { openSiteJobs } from './site-jobs.ts'
import type { PortalSiteView } from './views.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

// Only a whole web address may stand before the links of a file that goes out.
const base = z
  .string()
  .max(300)
  .regex(/^https?:\/\/[^\s<>"']+\/$/u)
  .optional()
const feedQuery = z.strictObject({ base })
const metadataQuery = z.strictObject({ base, board: z.enum(PUBLIC_BOARDS).optional() })
const siteRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ZIP') }),
  z.strictObject({ kind: z.literal('DRIVE'), driveId: z.string().min(1).max(64) }),
  z.strictObject({ kind: z.literal('FOLDER'), folderId: z.string().min(1).max(64) }),
])

async function* bytesOf(snapshot: Snapshot, pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of pieces) yield Buffer.from(piece, 'utf8')
  } finally {
    snapshot.close()
  }
}

function sendPieces(
  c: Context,
  answer: {
    readonly snapshot: Snapshot
    readonly pieces: AsyncIterable<string>
    readonly type: string
    readonly name: string
  },
): Response {
  c.header('content-type', `${answer.type}; charset=utf-8`)
  c.header('content-disposition', disposition('attachment', answer.name))
  const body = Readable.from(bytesOf(answer.snapshot, answer.pieces))
  return c.body(Readable.toWeb(body) as unknown as ReadableStream<Uint8Array>)
}

/**
 * What goes to people and portals without our county program: site, ledger, feed, metadata, and the comparison with their lists.
 * @example app.route('/api/desk', portalRoutes(deps)) // POST /api/desk/portal/site
 */
export function portalRoutes(deps: Deps) {
  const jobs = openSiteJobs(deps)
  const today = () => civilDateOf(deps.clock.now())
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .get('/portal/site', (c) => {
      const view: PortalSiteView = { job: jobs.current() }
      return answered(c, view)
    })
    .post('/portal/site', input('json', siteRequest), async (c) => {
      const job = await jobs.start(c.var.principal, c.req.valid('json'))
      return job.ok ? answered(c, job.value) : refused(c, job)
    })
    .delete('/portal/site', (c) => {
      const job = jobs.cancel()
      if (!job.ok) return refused(c, job)
      const view: PortalSiteView = { job: job.value }
      return answered(c, view)
    })
    .get('/portal/site/file', documented({ file: 'application/zip' }), async (c) => {
      const file = await jobs.file()
      return file.ok
        ? sendFile(c, { file: file.value }, 'application/zip', file.value.name)
        : refused(c, file)
    })
    .get('/portal/ledger.xlsx', documented({ file: XLSX }), async (c) => {
      const file = await writeLedger(deps)
      return file.ok ? sendFile(c, file.value.bytes, XLSX, file.value.fileName) : refused(c, file)
    })
    .get(
      '/portal/feed.atom',
      documented({ file: 'application/atom+xml' }),
      input('query', feedQuery),
      (c) => {
        const opened = openSnapshot(deps)
        if (!opened.ok) return refused(c, opened)
        const snapshot = opened.value
        const pieces = feedPieces(snapshot, { base: c.req.valid('query').base ?? '' })
        return sendPieces(c, { snapshot, pieces, type: 'application/atom+xml', name: `feed-${today()}.atom` })
      },
    )
    .get(
      '/portal/metadata.xml',
      documented({ file: 'application/xml' }),
      input('query', metadataQuery),
      (c) => {
        const opened = openSnapshot(deps)
        if (!opened.ok) return refused(c, opened)
        const snapshot = opened.value
        const { board = null, base: before = '' } = c.req.valid('query')
        const pieces = metadataPieces(snapshot, { board, base: before })
        const name = `core-metadata-${board === null ? '' : `${board.toLowerCase()}-`}${today()}.xml`
        return sendPieces(c, { snapshot, pieces, type: 'application/xml', name })
      },
    )
    .post('/portal/compare', documented({ form: {} }), async (c) => {
      const file = await uploadedFile(c)
      if (!file.ok) return refused(c, file)
      const compared = await compareList(deps, { fileName: file.value.name, bytes: file.value.bytes })
      return compared.ok ? answered(c, compared.value) : refused(c, compared)
    })
    .post('/portal/compare.xlsx', documented({ form: {}, file: XLSX }), async (c) => {
      const file = await uploadedFile(c)
      if (!file.ok) return refused(c, file)
      const compared = await compareList(deps, { fileName: file.value.name, bytes: file.value.bytes })
      if (!compared.ok) return refused(c, compared)
      const sheet = await comparisonSheet(compared.value)
      return sendFile(c, sheet.bytes, XLSX, sheet.fileName)
    })
}
