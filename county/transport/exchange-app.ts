import { stat } from 'node:fs/promises'
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { z } from 'zod'
import { refuse, type Refusal } from '../../domain/refusal.ts'
import { streamFile } from '../../platform/stream-file.ts'
import { type Challenge, isAnswered } from '../../sealed/network/challenge.ts'
import { challengeAskedSchema, EXCHANGE_PATHS, sessionAskedSchema } from '../../sealed/network/wire.ts'
import type { Arrivals } from './arrivals.ts'
import type { ExchangeTokens } from './exchange-tokens.ts'
import type { KnownOffice, ListenerParts } from './listener-parts.ts'
import type { Nonces } from './nonces.ts'

/** What the app is made of. */
export type ExchangeAppParts = {
  readonly parts: ListenerParts
  readonly nonces: Nonces
  readonly tokens: ExchangeTokens
  readonly arrivals: Arrivals
}

type ExchangeEnv = { Variables: { office: KnownOffice } }

const JSON_LIMIT = 8 * 1024
const PAGE = 200
const SHA256 = /^[0-9a-f]{64}$/u

function no(c: Context, status: ContentfulStatusCode, { code, params }: Refusal) {
  return c.json({ code, params }, status)
}

async function bodyOf<Schema extends z.ZodType>(c: Context, schema: Schema): Promise<z.infer<Schema> | null> {
  const read = schema.safeParse(await c.req.json().catch(() => null))
  return read.success ? read.data : null
}

function numberOf(text: string | undefined): number {
  const number = Number(text ?? 'none')
  return Number.isSafeInteger(number) && number >= 0 ? number : Number.NaN
}

/**
 * The office that shows a token, or why there is none: looked up anew with every request, so that a revocation counts at once, and so does the
 * end of the one key the token was given for.
 * @example await officeShowing('Bearer x', tokens, parts.officeByUscc)
 */
export async function officeShowing(
  authorization: string | undefined,
  tokens: ExchangeTokens,
  officeByUscc: ListenerParts['officeByUscc'],
): Promise<KnownOffice | { readonly status: 401 | 403; readonly refusal: Refusal }> {
  const [, token = ''] = /^Bearer ([\w-]{1,256})$/u.exec(authorization ?? '') ?? []
  const notShown = { status: 401, refusal: refuse('network.refused', { reason: 'token' }) } as const
  const holder = tokens.holderOf(token)
  if (holder === undefined) return notShown
  const office = await officeByUscc(holder.uscc)
  if (office === null) return { status: 403, refusal: refuse('package.unknown-office') }
  if (office.revoked) return { status: 403, refusal: refuse('enrolment.revoked') }
  // The office may have gone on to its next key meanwhile: it is asked to prove itself anew.
  return office.keys.some(({ keyId }) => keyId === holder.keyId) ? office : notShown
}

/**
 * What the county answers over the network, uploads apart: an office proves itself by signing a challenge, asks what became of its
 * package, and fetches receipts and what was sent down. Everything else does not exist.
 * @example exchangeApp(parts).request('/exchange/challenge', { method: 'POST', body: '{"uscc":"…"}' })
 */
export function exchangeApp({ parts, nonces, tokens, arrivals }: ExchangeAppParts) {
  const proved = new Hono<ExchangeEnv>()
    .use(async (c, next) => {
      const office = await officeShowing(c.req.header('authorization'), tokens, parts.officeByUscc)
      if ('refusal' in office) return no(c, office.status, office.refusal)
      c.set('office', office)
      return next()
    })
    .get('/packages/:sha256', async (c) => {
      const hash = c.req.param('sha256')
      if (!SHA256.test(hash)) return no(c, 404, refuse('request.not-found'))
      const arrival = await arrivals.stateOf(c.var.office, hash)
      return c.json(
        arrival.state === 'UPLOADING'
          ? { ...arrival, location: `${EXCHANGE_PATHS.uploads}/${arrival.location}` }
          : arrival,
      )
    })
    .get('/receipts', async (c) => {
      const after = numberOf(c.req.query('after'))
      if (Number.isNaN(after)) return no(c, 400, refuse('request.invalid', { field: 'after' }))
      return c.json({ numbers: await parts.receiptNumbersAfter(c.var.office, after, PAGE) })
    })
    .get('/receipts/:number', async (c) => {
      const document = await parts.receiptDocument(c.var.office, numberOf(c.req.param('number')))
      if (document === null) return no(c, 404, refuse('request.not-found'))
      return c.body(document, 200, { 'content-type': 'application/json' })
    })
    .get('/downward', async (c) => {
      const after = numberOf(c.req.query('after'))
      if (Number.isNaN(after)) return no(c, 400, refuse('request.invalid', { field: 'after' }))
      const found = await parts.downwardAfter(c.var.office, after, PAGE)
      return c.json({ packages: found.map(({ sequence, sha256, size }) => ({ sequence, sha256, size })) })
    })
    .get('/downward/:sequence', async (c) => {
      const sequence = numberOf(c.req.param('sequence'))
      const [found] = Number.isNaN(sequence) ? [] : await parts.downwardAfter(c.var.office, sequence - 1, 1)
      if (found?.sequence !== sequence) return no(c, 404, refuse('request.not-found'))
      const { size, mtimeMs: changedAt } = await stat(found.path)
      return c.body(streamFile({ path: found.path, size, changedAt }), 200, {
        'content-type': 'application/octet-stream',
        'content-length': String(size),
      })
    })
  return new Hono()
    .use(async (c, next) => {
      await next()
      c.res.headers.set('cache-control', 'no-store')
      c.res.headers.set('x-content-type-options', 'nosniff')
    })
    .use(bodyLimit({ maxSize: JSON_LIMIT, onError: (c) => no(c, 413, refuse('request.too-large')) }))
    .post('/exchange/challenge', async (c) => {
      const asked = await bodyOf(c, challengeAskedSchema)
      if (asked === null) return no(c, 400, refuse('request.invalid', { field: '' }))
      const office = await parts.officeByUscc(asked.uscc)
      if (office === null) return no(c, 403, refuse('package.unknown-office'))
      if (office.revoked) return no(c, 403, refuse('enrolment.revoked'))
      return c.json({ countyInstanceId: await parts.instanceId(), nonce: nonces.make(asked.uscc) })
    })
    .post('/exchange/session', async (c) => {
      const asked = await bodyOf(c, sessionAskedSchema)
      if (asked === null) return no(c, 400, refuse('request.invalid', { field: '' }))
      const { uscc, keyId, nonce, signature } = asked
      const office = await parts.officeByUscc(uscc)
      if (office === null) return no(c, 403, refuse('package.unknown-office'))
      if (office.revoked) return no(c, 403, refuse('enrolment.revoked'))
      const key = office.keys.find((one) => one.keyId === keyId)
      if (!key) return no(c, 403, refuse('package.unknown-key', { keyId }))
      const challenge: Challenge = { countyInstanceId: await parts.instanceId(), nonce, uscc }
      // The signature first: a nonce is used up by its office alone.
      if (!isAnswered(key.publicKey, challenge, signature) || !nonces.use(nonce, uscc)) {
        return no(c, 403, refuse('network.refused', { reason: 'signature' }))
      }
      await parts.heard(office)
      return c.json({ token: tokens.open({ uscc, keyId }) })
    })
    .route('/exchange', proved)
    .notFound((c) => no(c, 404, refuse('request.not-found')))
    .onError((error, c) => {
      parts.logger.warn({ err: error, path: c.req.path }, 'a request of an office failed')
      return no(c, 503, refuse('request.failed'))
    })
}
