import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { pipeline } from 'node:stream/promises'
import { Hono } from 'hono'
import { z } from 'zod'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { input, refused, answered } from '../../platform/answer.ts'
import { type CountyPrincipal, requireCountyRole } from '../account/principal.ts'
import { type Ingested, ingestPackage } from '../ingest/ingest-package.ts'
import { type CardPreview, enrolOffice, previewCard } from '../office/enrol.ts'
import type { PackageAnswer, TakeInAnswer } from './take-in/views.ts'
import { type CountyEnv, signedInAtCounty } from './trust.ts'
import type { CountyWebDeps } from './web-deps.ts'

/** A card is a page of JSON; a package begins with bytes that no JSON begins with. */
const CARD_AT_MOST = 64 * 1024
const BRACE = 0x7b

function answerOf({
  office,
  sequence,
  outcome,
  accepted,
  rejected,
  missingFrom,
  receipt,
  further,
}: Ingested): PackageAnswer {
  return {
    kind: 'PACKAGE',
    office: { id: office.id, name: office.name },
    sequence,
    outcome: outcome === 'TAKEN_IN' ? (rejected > 0 ? 'PARTLY_REJECTED' : 'ACCEPTED') : outcome,
    accepted,
    rejected,
    missingFrom,
    receipts: [receipt, ...further].map(({ number }) => number),
  }
}

/** Puts what comes into a file of its own; its name is ours, whatever the sender calls it. */
async function keepBody(deps: CountyWebDeps, body: ReadableStream | null): Promise<string> {
  const folder = join(deps.dataFolder, 'incoming')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `${randomUUID()}.partial`)
  await pipeline(
    body === null ? Readable.from([]) : Readable.fromWeb(body),
    createWriteStream(path, { mode: 0o600 }),
  )
  return path
}

async function cardIn(path: string): Promise<string | null> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    if (size === 0 || size > CARD_AT_MOST) return null
    const first = Buffer.alloc(1)
    await handle.read(first, 0, 1, 0)
    return first[0] === BRACE ? await readFile(path, 'utf8') : null
  } finally {
    await handle.close()
  }
}

async function takeIn(
  deps: CountyWebDeps,
  path: string,
  person: CountyPrincipal,
  scanned: boolean,
): Promise<Result<TakeInAnswer>> {
  const card = await cardIn(path)
  // What a hand scanner typed is a card or nothing: to be told that it is no package would help nobody.
  if (card === null && scanned) return refuse('enrolment.not-a-card')
  if (card === null) {
    const allowed = requireCountyRole(person, 'COLLECTOR')
    if (!allowed.ok) return allowed
    const taken = await ingestPackage(deps, { file: path, cameBy: 'UPLOAD', actor: person.id })
    if (!taken.ok) return taken
    deps.takenIn()
    return accept(answerOf(taken.value))
  }
  const preview = await previewCard(deps.sql, card)
  if (!preview.ok) return preview
  const { name, uscc, regionCode, indexTemplate, keyId, keyWords, state, endsKey } = preview.value
  return accept({
    kind: 'CARD',
    card,
    office: { name, uscc, regionCode },
    indexTemplate,
    keyId,
    words: keyWords.join(' '),
    standing: state,
    endsKey,
  })
}

/** To put another key or database in an office's place is to end the one that counts, and that is the ADMINISTRATOR's. */
function mayEnrol(person: CountyPrincipal, standing: CardPreview['state']): Result<true> {
  return standing === 'NEW' || standing === 'SAME'
    ? requireCountyRole(person, 'COLLECTOR')
    : requireCountyRole(person, 'ADMINISTRATOR')
}

/**
 * Takes in what a person brings: packages and office cards. Needs COLLECTOR; a card that replaces a key or a database needs ADMINISTRATOR, who
 * may read cards for that.
 * @example app.route('/api', takeInRoutes(deps)) // POST /api/take-in?name=board-….zip.age
 */
export function takeInRoutes(deps: CountyWebDeps) {
  const named = z.strictObject({ name: z.string().max(200), kind: z.literal('CARD').exactOptional() })
  const confirmed = z.strictObject({
    card: z.string().max(CARD_AT_MOST),
    keyId: z.string().length(64),
    reason: z.string().trim().max(200).exactOptional(),
  })
  return new Hono<CountyEnv>()
    .use('/take-in', signedInAtCounty(deps))
    .use('/enrol', signedInAtCounty(deps))
    .post('/take-in', input('query', named), async (c) => {
      const allowed = requireCountyRole(c.var.principal, 'COLLECTOR', 'ADMINISTRATOR')
      if (!allowed.ok) return refused(c, allowed)
      const path = await keepBody(deps, c.req.raw.body as ReadableStream | null)
      try {
        const taken = await takeIn(deps, path, c.var.principal, c.req.valid('query').kind === 'CARD')
        return taken.ok ? answered(c, taken.value) : refused(c, taken)
      } finally {
        await rm(path, { force: true })
      }
    })
    .post('/enrol', input('json', confirmed), async (c) => {
      const { principal } = c.var
      const reads = requireCountyRole(principal, 'COLLECTOR', 'ADMINISTRATOR')
      if (!reads.ok) return refused(c, reads)
      const { card, keyId, reason } = c.req.valid('json')
      const preview = await previewCard(deps.sql, card)
      if (!preview.ok) return refused(c, preview)
      const allowed = mayEnrol(principal, preview.value.state)
      if (!allowed.ok) return refused(c, allowed)
      // What the person compared by telephone is what is enrolled.
      if (preview.value.keyId !== keyId) return refused(c, refuse('enrolment.other-key'))
      const replace = principal.roles.includes('ADMINISTRATOR')
      const enrolled = await enrolOffice(deps, { card, replace, reason, actor: principal.id })
      return enrolled.ok ? c.json({ id: enrolled.value.office.id }) : refused(c, enrolled)
    })
}
