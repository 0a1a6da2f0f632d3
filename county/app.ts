import { Hono } from 'hono'
import { setCookie } from 'hono/cookie'
import { HTTPException } from 'hono/http-exception'
import { requestId } from 'hono/request-id'
import { refuse } from '../domain/refusal.ts'
import { refused } from '../platform/answer.ts'
import { limitedBody } from '../platform/limited-body.ts'
import { ownPagesOnly } from '../platform/own-pages-only.ts'
import { pageHeaders } from '../platform/page-headers.ts'
import { sameSecret } from '../platform/same-secret.ts'
import { sendPage } from '../platform/send-page.ts'
import type { StaticFiles } from '../platform/static-files.ts'
import { accountRoutes } from './account/account-routes.ts'
import { sessionRoutes } from './account/session-routes.ts'
import { COUNTY_LIMITS } from './ingest/county-limits.ts'
import { allowanceRoutes } from './web/allowance-routes.ts'
import { auditRoutes } from './web/audit-routes.ts'
import { officeChangeRoutes } from './web/office-change-routes.ts'
import { officeRoutes } from './web/office-routes.ts'
import { reportRoutes } from './web/report-routes.ts'
import { searchRoutes } from './web/search-routes.ts'
import { sendDownRoutes } from './web/send-down-routes.ts'
import { settingsRoutes } from './web/settings-routes.ts'
import { takeInRoutes } from './web/take-in-routes.ts'
import { COUNTY_LAUNCH_COOKIE, type CountyEnv, openedHere } from './web/trust.ts'
import type { CountyWebDeps } from './web/web-deps.ts'

const JSON_LIMIT = 1024 * 1024
/** A catalogue, calendar or dictionary. */
const FILE_LIMIT = 60 * 1024 * 1024

function limitOf(path: string): number {
  // Streamed to the disk and never held in memory; the same as over the network.
  if (path === '/api/take-in') return COUNTY_LIMITS.bytes
  return path === '/api/downward' ? FILE_LIMIT : JSON_LIMIT
}

/** A person can mend it, so it is said in words: of the database or of a file on its way to the disk. */
function isDiskFull(error: Error): boolean {
  // 53100: disk_full of PostgreSQL.
  return ['ENOSPC', 'EDQUOT', '53100'].includes((error as NodeJS.ErrnoException).code ?? '')
}

/** PostgreSQL went away: refused, reset, timed out, or shutting down (class 57P). */
function isDatabaseAway(error: Error): boolean {
  return /^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|57P0\d|08\d{3})$/u.test(
    (error as NodeJS.ErrnoException).code ?? '',
  )
}

/**
 * The county's pages as one Hono app. It holds no state of its own and does not know where it listens: the mount hands in who it is
 * (`env.mount`), tests call `app.request()` with a mount of their own. Packages over the network come to another listener (`transport/`).
 * @example createCountyApp(deps, staticFiles).fetch(request, { mount })
 */
export function createCountyApp(deps: CountyWebDeps, files: StaticFiles) {
  const app = new Hono<CountyEnv>()
  app.use(requestId())
  app.use(pageHeaders({ formsFrom: () => true }))
  app.use(ownPagesOnly())
  app.use(limitedBody<CountyEnv['Bindings']>((_, path) => limitOf(path)))
  app.get('/open', (c) => {
    const { launchSecret } = c.env.mount
    if (launchSecret === null) return c.redirect('/')
    if (!sameSecret(c.req.query('key') ?? '', launchSecret)) {
      return refused(c, refuse('trust.launch-secret-missing'))
    }
    setCookie(c, COUNTY_LAUNCH_COOKIE, launchSecret, { httpOnly: true, sameSite: 'Strict', path: '/' })
    return c.redirect('/')
  })
  app.use('/api/*', openedHere())
  app.route(
    '/api',
    new Hono<CountyEnv>()
      .route('/', sessionRoutes(deps))
      .route('/', accountRoutes(deps))
      .route('/', officeRoutes(deps))
      .route('/', officeChangeRoutes(deps))
      .route('/', takeInRoutes(deps))
      .route('/', reportRoutes(deps))
      .route('/', allowanceRoutes(deps))
      .route('/', searchRoutes(deps))
      .route('/', sendDownRoutes(deps))
      .route('/', auditRoutes(deps))
      .route('/', settingsRoutes(deps)),
  )
  app.get('*', (c) => {
    const { path } = c.req
    // Of the built screens only the county's own page and what all of them share.
    const asked = path === '/' ? '/county/' : path
    const file = /^\/(?:county|assets|fonts?)\//u.test(asked) ? files.find(asked) : undefined
    return file === undefined
      ? refused(c, refuse('request.not-found'))
      : sendPage(c, files, file, c.var.cspNonce)
  })
  app.notFound((c) => refused(c, refuse('request.not-found')))
  app.onError((error, c) => {
    // The parser of the request itself: JSON or a form that is none.
    if (error instanceof HTTPException && error.status < 500) {
      return refused(c, refuse('request.invalid', { field: '' }))
    }
    if (isDiskFull(error)) return refused(c, refuse('request.disk-full'))
    if (isDatabaseAway(error)) {
      return refused(
        c,
        refuse('county.database-unreachable', { fault: (error as NodeJS.ErrnoException).code ?? '' }),
      )
    }
    // The person gets a code and the request's id; what went wrong inside stays in the log.
    deps.logger.error(
      { requestId: c.var.requestId, method: c.req.method, path: c.req.path, err: error },
      'request failed',
    )
    return refused(c, refuse('request.failed'))
  })
  return app
}
