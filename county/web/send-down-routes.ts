import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { DOWNWARD_KINDS } from '../../domain/exchange/downward.ts'
import { downwardFileName } from '../../domain/exchange/package-name.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { answered, input, refused, sendFile } from '../../platform/answer.ts'
import { requireCountyRole } from '../account/principal.ts'
import type { WantedItem } from '../downward/read-item.ts'
import { sendDown } from '../downward/send-down.ts'
import { officeReach } from '../office/office-reach.ts'
import { officeById } from '../office/office-repo.ts'
import { officeId } from './office-routes.ts'
import { PAGE_ROWS, pageOf, readKey, writeKey } from './page-of.ts'
import type { DownwardItemRow, DownwardPackageRow } from './send-down/views.ts'
import { type CountyEnv, signedInAtCounty } from './trust.ts'
import type { CountyWebDeps } from './web-deps.ts'

const line = z.string().trim().max(100)
const form = z.strictObject({
  kind: z.enum(DOWNWARD_KINDS),
  title: line,
  key: line.exactOptional(),
  /** Numbers with commas; empty for all with an active key. */
  offices: z
    .string()
    .max(100_000)
    .regex(/^(\d+(,\d+)*)?$/u),
  text: z.string().max(4000).exactOptional(),
  due: z.union([z.literal(''), z.iso.date()]).exactOptional(),
  file: z.instanceof(File).exactOptional(),
})

type Asked = { readonly item: WantedItem; readonly offices: readonly number[] }

async function formOf(c: Context): Promise<Result<Asked>> {
  const body: unknown = await c.req.parseBody()
  const read = form.safeParse(body)
  if (!read.success) {
    return refuse('request.invalid', { field: String(read.error.issues[0]?.path[0] ?? '') })
  }
  const { kind, title, key, text = '', due = '', file } = read.data
  const offices = read.data.offices.split(',').filter(Boolean).map(Number)
  if (kind === 'INSTRUCTION') {
    return accept({ offices, item: { kind, title, text, due: due === '' ? null : due } })
  }
  if (file === undefined) return refuse('request.invalid', { field: 'file' })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const named = { ...(title !== '' && { title }), ...(key !== undefined && key !== '' && { key }) }
  return accept({ offices, item: { kind, fileName: file.name, bytes, ...named } })
}

const after = z.string().max(2000).exactOptional()

/**
 * What the county gave out and the packages it went into, for everybody signed in.
 * @example app.route('/api', sendDownRoutes(deps)) // GET /api/downward-items
 */
export function sendDownRoutes(deps: CountyWebDeps) {
  const { sql } = deps
  const one = officeId.extend({ sequence: z.coerce.number().int().positive() })
  return new Hono<CountyEnv>()
    .use('/downward', signedInAtCounty(deps))
    .use('/downward-items', signedInAtCounty(deps))
    .use('/downward-packages', signedInAtCounty(deps))
    .use('/offices/*', signedInAtCounty(deps))
    .post('/downward', async (c) => {
      const { principal } = c.var
      const allowed = requireCountyRole(principal, 'COLLECTOR')
      if (!allowed.ok) return refused(c, allowed)
      const asked = await formOf(c)
      if (!asked.ok) return refused(c, asked)
      const { item, offices } = asked.value
      const officeIds = offices.length > 0 ? offices : (await officeReach(sql)).active.map(({ id }) => id)
      const sent = await sendDown(deps, { officeIds, items: [item], actor: principal.id })
      return sent.ok ? c.json({ packages: sent.value.length }) : refused(c, sent)
    })
    .get('/downward-items', input('query', z.strictObject({ after })), async (c) => {
      const key = readKey(c.req.valid('query').after, 'tt')
      const rows = await sql.query<DownwardItemRow>(
        `SELECT i.id, i.kind, i.key, i.version, i.title, i.file_name AS "fileName", i.size, i.created_at AS "createdAt",
           (SELECT count(DISTINCT p.office_id)::int FROM downward_package_item p WHERE p.item_id = i.id) AS offices
         FROM downward_item i WHERE $1::text IS NULL OR (i.created_at, i.id) < ($1::text, $2::text)
         ORDER BY i.created_at DESC, i.id DESC LIMIT $3`,
        [key?.[0] ?? null, key?.[1] ?? null, PAGE_ROWS + 1],
      )
      return answered(
        c,
        pageOf(rows, (row) => writeKey([row.createdAt, row.id])),
      )
    })
    .get('/downward-packages', input('query', z.strictObject({ after })), async (c) => {
      const key = readKey(c.req.valid('query').after, 'tnn')
      const rows = await sql.query<Omit<DownwardPackageRow, 'titles'> & { readonly titles: string }>(
        `SELECT p.office_id AS "officeId", o.name AS "officeName", p.sequence, p.claimed_at AS "claimedAt", p.size,
           (SELECT json_agg(i.title ORDER BY i.id)::text FROM downward_package_item l JOIN downward_item i ON i.id = l.item_id
             WHERE l.office_id = p.office_id AND l.sequence = p.sequence) AS titles
         FROM downward_package p JOIN office o ON o.id = p.office_id
         WHERE $1::text IS NULL OR (p.claimed_at, p.office_id, p.sequence) < ($1::text, $2::int, $3::bigint)
         ORDER BY p.claimed_at DESC, p.office_id DESC, p.sequence DESC LIMIT $4`,
        [
          key?.[0] ?? null,
          key === null ? null : Number(key[1]),
          key === null ? null : Number(key[2]),
          PAGE_ROWS + 1,
        ],
      )
      const packages = rows.map((row) => ({ ...row, titles: JSON.parse(row.titles ?? '[]') as string[] }))
      return answered(
        c,
        pageOf(packages, (row) => writeKey([row.claimedAt, row.officeId, row.sequence])),
      )
    })
    .get('/offices/:id/downward/:sequence', input('param', one), async (c) => {
      const { id, sequence } = c.req.valid('param')
      const office = await officeById(sql, id)
      const [row] = await sql.query<{ sha256: string }>(
        'SELECT sha256 FROM downward_package WHERE office_id = $1 AND sequence = $2',
        [id, sequence],
      )
      if (office === undefined || row === undefined) return refused(c, refuse('package.not-found'))
      const name = downwardFileName(office.uscc, sequence)
      return sendFile(c, { file: await deps.blobs.whole(row.sha256) }, 'application/octet-stream', name)
    })
}
