import { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Context } from 'hono'
import { z } from 'zod'
import { ROLES } from '../../domain/office/role.ts'
import { refuse } from '../../domain/refusal.ts'
import { input, refused } from '../../platform/answer.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { documented } from '../openapi.ts'
import { type BoardEnv, SESSION_COOKIE, signedIn } from '../trust.ts'
import { setOwnPassword } from './own-password.ts'
import { addPerson, changePerson, viewOf } from './people.ts'
import { confirmRestore, restoreState } from './restore-confirmation.ts'
import { previewIndexTemplate, setUp, updateOffice } from './set-up.ts'
import type { AttemptCounter } from '../../platform/sign-in-attempts.ts'
import { checkPasswordOf } from './sign-in.ts'
import type { DeskStatus } from './views.ts'

/** Far beyond any year's notices: a typing error with a digit too many must not use a series up. */
const MOST_SERIAL = 1_000_000

const line = (most: number) => z.string().trim().min(1).max(most)
const optionalLine = (most: number) => z.string().trim().max(most)
const password = z.string().max(200)
const roles = z.array(z.enum(ROLES)).max(ROLES.length).readonly()
const officeSchema = z.strictObject({
  name: line(60),
  uscc: line(40),
  regionCode: line(20),
  telephone: line(60),
  address: line(120),
  openingHours: line(120),
  indexTemplate: line(80),
})

function deskStatus(deps: Deps, c: Context<BoardEnv>): DeskStatus {
  const { office, audit } = deps.store.read
  const newestRecord = audit.latestInstant()
  const now = deps.clock.now()
  const session = deps.sessions.find(getCookie(c, SESSION_COOKIE) ?? '')
  const account = session && office.accountById(session.accountId)
  return {
    version: deps.version,
    setUp: office.office() !== undefined,
    office: office.office() ?? null,
    people: office
      .accounts()
      .filter((person) => !person.disabled)
      .map(viewOf),
    session:
      session && account && !account.disabled
        ? {
            account: viewOf(account),
            locked: session.locked,
            idleLockMinutes: deps.sessions.idleLockMinutes,
            mustSetPassword: account.passwordSetByOther,
          }
        : null,
    clock: { now, trusted: newestRecord === null || newestRecord <= now, newestRecord },
    publicAddress: c.env.mount.publicAddress(),
    dataFolder: deps.dataFolder,
  }
}

function startSession(deps: Deps, c: Context<BoardEnv>, accountId: string): void {
  const old = getCookie(c, SESSION_COOKIE)
  if (old) deps.sessions.close(old)
  const session = deps.sessions.open(accountId)
  setCookie(c, SESSION_COOKIE, session.token, { httpOnly: true, sameSite: 'Strict', path: '/' })
  // The status in this answer must already see the person.
  c.req.raw.headers.set('cookie', `${SESSION_COOKIE}=${session.token}`)
}

/** Writes into the log what the person of this session did with it. */
function recordSession(
  deps: Deps,
  accountId: string,
  action: 'session.sign-out' | 'session.lock' | 'session.unlock',
): void {
  const account = deps.store.read.office.accountById(accountId)
  if (account)
    deps.store.tx((write) => record(deps, write, account, action, { kind: 'account', id: account.id }))
}

/**
 * Who sits here: status, first run, sign-in, switch, lock. Open to any browser of this launch, signed in or not.
 * @example app.route('/api/desk', sessionRoutes(deps)) // GET /api/desk/status
 */
export function sessionRoutes(deps: Deps) {
  const attempts: AttemptCounter = new Map()
  return new Hono<BoardEnv>()
    .get('/status', (c) => c.json(deskStatus(deps, c)))
    .post(
      '/setup',
      documented({ status: 201 }),
      input(
        'json',
        z.strictObject({
          office: officeSchema,
          administrator: z.strictObject({ name: line(20), password, roles }),
        }),
      ),
      async (c) => {
        const done = await setUp(deps, c.req.valid('json'))
        if (!done.ok) return refused(c, done)
        startSession(deps, c, done.value.id)
        return c.json(deskStatus(deps, c), 201)
      },
    )
    .post(
      '/index-template-preview',
      input(
        'json',
        z.strictObject({ template: optionalLine(80), uscc: optionalLine(40), regionCode: optionalLine(20) }),
      ),
      (c) => {
        const preview = previewIndexTemplate(deps, c.req.valid('json'))
        return preview.ok ? c.json(preview.value) : refused(c, preview)
      },
    )
    .post('/session', input('json', z.strictObject({ accountId: line(100), password })), async (c) => {
      const wanted = c.req.valid('json')
      const person = await checkPasswordOf(deps, attempts, wanted.accountId, wanted.password)
      if (!person.ok) return refused(c, person)
      const before = deps.sessions.find(getCookie(c, SESSION_COOKIE) ?? '')
      if (before) recordSession(deps, before.accountId, 'session.sign-out')
      deps.store.tx((write) =>
        record(deps, write, person.value, 'session.sign-in', { kind: 'account', id: person.value.id }),
      )
      startSession(deps, c, person.value.id)
      return c.json(deskStatus(deps, c))
    })
    .post('/session/lock', (c) => {
      const session = deps.sessions.find(getCookie(c, SESSION_COOKIE) ?? '')
      if (session && !session.locked) {
        deps.sessions.lock(session.token)
        recordSession(deps, session.accountId, 'session.lock')
      }
      return c.json(deskStatus(deps, c))
    })
    .post('/session/unlock', input('json', z.strictObject({ password })), async (c) => {
      const token = getCookie(c, SESSION_COOKIE) ?? ''
      const session = deps.sessions.find(token)
      if (!session) return refused(c, refuse('trust.not-signed-in'))
      const person = await checkPasswordOf(deps, attempts, session.accountId, c.req.valid('json').password)
      if (!person.ok) return refused(c, person)
      deps.sessions.unlock(token)
      recordSession(deps, session.accountId, 'session.unlock')
      return c.json(deskStatus(deps, c))
    })
    .post('/session/password', input('json', z.strictObject({ old: password, new: password })), async (c) => {
      const session = deps.sessions.find(getCookie(c, SESSION_COOKIE) ?? '')
      if (!session) return refused(c, refuse('trust.not-signed-in'))
      if (session.locked) return refused(c, refuse('trust.locked'))
      const person = await setOwnPassword(deps, attempts, session.accountId, c.req.valid('json'))
      if (!person.ok) return refused(c, person)
      startSession(deps, c, person.value.id)
      return c.json(deskStatus(deps, c))
    })
    .post('/session/activity', documented({ status: 204 }), (c) => {
      deps.sessions.touch(getCookie(c, SESSION_COOKIE) ?? '')
      return c.body(null, 204)
    })
    .delete('/session', (c) => {
      const session = deps.sessions.find(getCookie(c, SESSION_COOKIE) ?? '')
      if (session) {
        deps.sessions.close(session.token)
        recordSession(deps, session.accountId, 'session.sign-out')
      }
      deleteCookie(c, SESSION_COOKIE, { path: '/' })
      return c.json(deskStatus(deps, c))
    })
}

/**
 * People and facts of the office, for signed-in people.
 * @example app.route('/api/desk', officeRoutes(deps)) // GET /api/desk/accounts
 */
export function officeRoutes(deps: Deps) {
  return new Hono<BoardEnv>()
    .use(signedIn(deps))
    .get('/accounts', (c) => c.json(deps.store.read.office.accounts().map(viewOf)))
    .post(
      '/accounts',
      documented({ status: 201 }),
      input('json', z.strictObject({ name: line(20), roles, password })),
      async (c) => {
        const added = await addPerson(deps, c.var.principal, c.req.valid('json'))
        return added.ok ? c.json(added.value, 201) : refused(c, added)
      },
    )
    .patch(
      '/accounts/:id',
      input(
        'json',
        z.strictObject({
          roles: roles.exactOptional(),
          disabled: z.boolean().exactOptional(),
          password: password.exactOptional(),
        }),
      ),
      async (c) => {
        const { principal, sessionToken } = c.var
        const changed = await changePerson(
          deps,
          principal,
          c.req.param('id'),
          c.req.valid('json'),
          sessionToken,
        )
        return changed.ok ? c.json(changed.value) : refused(c, changed)
      },
    )
    .get('/restore-confirmation', (c) => c.json(restoreState(deps)))
    .post(
      '/restore-confirmation',
      input(
        'json',
        z.strictObject({
          lastSerials: z
            .array(z.strictObject({ series: line(200), last: z.int().min(0).max(MOST_SERIAL) }))
            .max(1000),
        }),
      ),
      (c) => {
        const confirmed = confirmRestore(deps, c.var.principal, c.req.valid('json'))
        return confirmed.ok ? c.json(confirmed.value) : refused(c, confirmed)
      },
    )
    .put('/office', input('json', officeSchema), (c) => {
      const saved = updateOffice(deps, c.var.principal, c.req.valid('json'))
      return saved.ok ? c.json(saved.value) : refused(c, saved)
    })
}
