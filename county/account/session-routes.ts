import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import { refuse } from '../../domain/refusal.ts'
import { input, refused } from '../../platform/answer.ts'
import type { AttemptCounter } from '../../platform/sign-in-attempts.ts'
import { record } from '../audit/audit.ts'
import { COUNTY_SESSION_COOKIE, type CountyEnv } from '../web/trust.ts'
import type { CountyWebDeps } from '../web/web-deps.ts'
import { accountById, accountByName, accounts } from './account-repo.ts'
import { knownBrowserCookie, newBrowserMark } from './known-browser.ts'
import { setOwnPassword } from './own-password.ts'
import { viewOf } from './people.ts'
import { setUpWithAdministrator } from './set-up.ts'
import { checkCountyPassword, type TypedPassword } from './sign-in.ts'
import type { CountyStatus } from './views.ts'

const line = (most: number) => z.string().trim().min(1).max(most)
const password = z.string().max(200)
/** As long as browsers keep a cookie. */
const MARK_SECONDS = 400 * 24 * 60 * 60
/** Of the list, or in the network, where nobody is listed for strangers, by name. */
const who = z.union([
  z.strictObject({ accountId: line(100), password }),
  z.strictObject({ name: line(20), password }),
])

async function countyStatus(deps: CountyWebDeps, c: Context<CountyEnv>): Promise<CountyStatus> {
  const [county] = await deps.sql.query<{ name: string; code: string }>('SELECT name, code FROM county')
  const everybody = (await accounts(deps.sql)).filter((person) => !person.disabled)
  const session = deps.sessions.find(getCookie(c, COUNTY_SESSION_COOKIE) ?? '')
  const account = session && everybody.find((person) => person.id === session.accountId)
  return {
    version: deps.version,
    // A county that was set up by the command line still needs its first administrator.
    county: everybody.length === 0 ? null : (county ?? null),
    named: everybody.length === 0 ? (county ?? null) : null,
    // Whoever opens the address in the network is a stranger until signed in: who works here is none of his business.
    people: c.env.mount.transport === 'lan' && !account ? [] : everybody.map(viewOf),
    session:
      session && account
        ? {
            account: viewOf(account),
            locked: session.locked,
            idleLockMinutes: deps.sessions.idleLockMinutes,
            mustSetPassword: account.passwordSetByOther,
          }
        : null,
  }
}

async function startSession(deps: CountyWebDeps, c: Context<CountyEnv>, accountId: string): Promise<void> {
  const old = getCookie(c, COUNTY_SESSION_COOKIE)
  if (old) deps.sessions.close(old)
  const { token } = deps.sessions.open(accountId)
  const secure = c.env.mount.transport === 'lan'
  const own = { httpOnly: true, sameSite: 'Strict', path: '/', secure } as const
  setCookie(c, COUNTY_SESSION_COOKIE, token, own)
  const account = await accountById(deps.sql, accountId)
  if (account) {
    setCookie(c, knownBrowserCookie(account.id), newBrowserMark(account), { ...own, maxAge: MARK_SECONDS })
  }
  // The status in this answer must already see the person.
  c.req.raw.headers.set('cookie', `${COUNTY_SESSION_COOKIE}=${token}`)
}

function typedIn(c: Context<CountyEnv>, accountId: string, typed: string): TypedPassword {
  return { password: typed, mark: getCookie(c, knownBrowserCookie(accountId)) }
}

/**
 * Who sits here: status, first run (on this computer alone: `county.no-administrator`), sign-in, switch, lock. Open to any browser the mount
 * lets through, signed in or not.
 * @example app.route('/api', sessionRoutes(deps)) // GET /api/status
 */
export function sessionRoutes(deps: CountyWebDeps) {
  const attempts: AttemptCounter = new Map()
  const note = async (
    accountId: string,
    action: 'session.sign-in' | 'session.sign-out' | 'session.lock' | 'session.unlock',
  ) => {
    if (await accountById(deps.sql, accountId)) {
      await record(deps, deps.sql, { actor: accountId, action, office: null, detail: {} })
    }
  }
  return new Hono<CountyEnv>()
    .get('/status', async (c) => c.json(await countyStatus(deps, c)))
    .post(
      '/setup',
      input(
        'json',
        z.strictObject({
          county: z.strictObject({ name: line(60), code: line(20) }).nullable(),
          administrator: z.strictObject({ name: line(20), password }),
        }),
      ),
      async (c) => {
        // In a network anybody could be the first.
        if (c.env.mount.transport !== 'loopback') return refused(c, refuse('county.no-administrator'))
        const done = await setUpWithAdministrator(deps, c.req.valid('json'))
        if (!done.ok) return refused(c, done)
        await startSession(deps, c, done.value.id)
        return c.json(await countyStatus(deps, c), 201)
      },
    )
    .post('/session', input('json', who), async (c) => {
      const wanted = c.req.valid('json')
      const named = 'name' in wanted ? await accountByName(deps.sql, wanted.name) : undefined
      // Which names there are is not told to somebody who tries some.
      const unclear = refuse('trust.wrong-name-or-password')
      if ('name' in wanted && (!named || named.disabled)) return refused(c, unclear)
      const accountId = 'name' in wanted ? (named?.id ?? '') : wanted.accountId
      const person = await checkCountyPassword(
        deps,
        attempts,
        accountId,
        typedIn(c, accountId, wanted.password),
      )
      if (!person.ok) {
        return refused(c, 'name' in wanted && person.code === 'trust.wrong-password' ? unclear : person)
      }
      const before = deps.sessions.find(getCookie(c, COUNTY_SESSION_COOKIE) ?? '')
      if (before) await note(before.accountId, 'session.sign-out')
      await note(person.value.id, 'session.sign-in')
      await startSession(deps, c, person.value.id)
      return c.json(await countyStatus(deps, c))
    })
    .post('/session/lock', async (c) => {
      const session = deps.sessions.find(getCookie(c, COUNTY_SESSION_COOKIE) ?? '')
      if (session && !session.locked) {
        deps.sessions.lock(session.token)
        await note(session.accountId, 'session.lock')
      }
      return c.json(await countyStatus(deps, c))
    })
    .post('/session/unlock', input('json', z.strictObject({ password })), async (c) => {
      const session = deps.sessions.find(getCookie(c, COUNTY_SESSION_COOKIE) ?? '')
      if (!session) return refused(c, refuse('trust.not-signed-in'))
      const typed = c.req.valid('json').password
      const { accountId } = session
      const person = await checkCountyPassword(deps, attempts, accountId, typedIn(c, accountId, typed))
      if (!person.ok) return refused(c, person)
      deps.sessions.unlock(session.token)
      await note(session.accountId, 'session.unlock')
      return c.json(await countyStatus(deps, c))
    })
    .post('/session/password', input('json', z.strictObject({ old: password, new: password })), async (c) => {
      const session = deps.sessions.find(getCookie(c, COUNTY_SESSION_COOKIE) ?? '')
      if (!session) return refused(c, refuse('trust.not-signed-in'))
      if (session.locked) return refused(c, refuse('trust.locked'))
      const { mark } = typedIn(c, session.accountId, '')
      const person = await setOwnPassword(deps, attempts, session.accountId, { ...c.req.valid('json'), mark })
      if (!person.ok) return refused(c, person)
      await startSession(deps, c, person.value.id)
      return c.json(await countyStatus(deps, c))
    })
    .post('/session/activity', (c) => {
      deps.sessions.touch(getCookie(c, COUNTY_SESSION_COOKIE) ?? '')
      return c.body(null, 204)
    })
    .delete('/session', async (c) => {
      const session = deps.sessions.find(getCookie(c, COUNTY_SESSION_COOKIE) ?? '')
      if (session) {
        deps.sessions.close(session.token)
        await note(session.accountId, 'session.sign-out')
      }
      deleteCookie(c, COUNTY_SESSION_COOKIE, { path: '/' })
      return c.json(await countyStatus(deps, c))
    })
}
