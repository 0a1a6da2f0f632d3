import { networkInterfaces } from 'node:os'
import { Hono } from 'hono'
import { z } from 'zod'
import { CHANGE_KINDS } from '../../../domain/notice/change.ts'
import { WITHDRAWAL_REASONS } from '../../../domain/notice/notice-state.ts'
import { answered, input, refused } from '../../../platform/answer.ts'
import type { Deps } from '../../deps.ts'
import { documented } from '../../openapi.ts'
import { type BoardEnv, signedIn } from '../../trust.ts'
import { setCodeAddress } from './code-address.ts'
import { takeAway } from './take-away.ts'
import { verifyCode } from './verify-code.ts'
import { CODE_REACHES, CODE_VERDICTS, type CodeAddressView, type CodeAnswer, type TakeAway } from './views.ts'

const codeAnswerSchema = z.strictObject({
  verdict: z.enum(CODE_VERDICTS),
  asOf: z.string(),
  edition: z
    .strictObject({
      indexNumber: z.string(),
      editionNumber: z.int().min(1),
      shortHash: z.string(),
      words: z.array(z.string()),
      publishDate: z.string(),
      title: z.string().nullable(),
      hash: z.string().nullable(),
      paperOnly: z.boolean(),
    })
    .nullable(),
  current: z
    .strictObject({
      editionNumber: z.int().min(1),
      publishDate: z.string(),
      hash: z.string().nullable(),
      change: z.enum(CHANGE_KINDS).nullable(),
    })
    .nullable(),
  withdrawn: z.strictObject({ on: z.string(), reason: z.enum(WITHDRAWAL_REASONS) }).nullable(),
}) satisfies z.ZodType<CodeAnswer>

const takeAwaySchema = z.strictObject({
  code: z.string(),
  reach: z.enum(CODE_REACHES),
  address: z.string(),
  words: z.array(z.string()),
}) satisfies z.ZodType<TakeAway>

/**
 * What a code on paper is worth, and the code by which an edition goes along on a phone; for anybody.
 * @example app.route('/api/public', publicCodeRoutes(deps)) // GET /api/public/sheet-code?code=…
 */
export function publicCodeRoutes(deps: Deps) {
  const { read } = deps.store
  return new Hono<BoardEnv>()
    .get(
      '/sheet-code',
      documented({ answer: codeAnswerSchema }),
      input('query', z.strictObject({ code: z.string().max(500) })),
      (c) => {
        const said = verifyCode(read, c.req.valid('query').code, deps.clock.now())
        return said.ok ? answered(c, said.value) : refused(c, said)
      },
    )
    .get('/editions/:hash/take-away', documented({ answer: takeAwaySchema }), (c) => {
      const inNetwork = c.env.mount.lanAddress?.() ?? null
      const given = takeAway(read, c.req.param('hash'), inNetwork, deps.clock.now())
      return given.ok ? answered(c, given.value) : refused(c, given)
    })
}

/** Addresses under which other computers of the network may find this one; only as suggestions. */
function ownAddresses(port: string): readonly string[] {
  return Object.values(networkInterfaces())
    .flatMap((of) => of ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => `http://${address}${port === '' ? '' : `:${port}`}`)
}

/**
 * Where codes on paper lead, at the desk.
 * @example app.route('/api/desk', codeAddressRoutes(deps)) // PUT /api/desk/code-address
 */
export function codeAddressRoutes(deps: Deps) {
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .get('/code-address', (c) => {
      const open = c.env.mount.publicAddress()
      const view: CodeAddressView = {
        address: deps.store.read.sheetCode.address(),
        suggested: ownAddresses(open === '' ? '' : new URL(open).port),
      }
      return c.json(view)
    })
    .put('/code-address', input('json', z.strictObject({ address: z.string().max(200) })), (c) => {
      const set = setCodeAddress(deps, c.var.principal, c.req.valid('json').address)
      return set.ok ? c.json({ address: set.value }) : refused(c, set)
    })
}
