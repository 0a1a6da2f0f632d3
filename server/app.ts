import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { setCookie } from 'hono/cookie'
import { requestId } from 'hono/request-id'
import { refuse } from '../domain/refusal.ts'
import { refused } from '../platform/answer.ts'
import { limitedBody } from '../platform/limited-body.ts'
import { ownPagesOnly } from '../platform/own-pages-only.ts'
import { pageHeaders } from '../platform/page-headers.ts'
import { sameSecret } from '../platform/same-secret.ts'
import { sendPage } from '../platform/send-page.ts'
import { auditRoutes } from './audit/routes.ts'
import { catalogueImportRoutes } from './catalogue/import-routes.ts'
import { catalogueRoutes } from './catalogue/routes.ts'
import { catalogueVersionRoutes } from './catalogue/version-routes.ts'
import type { Deps } from './deps.ts'
import { publicDisplayRoutes } from './display/public-display/public-routes.ts'
import { displayRoutes } from './display/public-display/routes.ts'
import { codeAddressRoutes, publicCodeRoutes } from './display/code/code-routes.ts'
import { liveRoutes } from './display/live/live-routes.ts'
import { initialsRoutes } from './display/initials/routes.ts'
import { searchWordRoutes } from './display/initials/search-word-routes.ts'
import { printJobRoutes } from './display/print/routes.ts'
import { printRoutes, publicRoutes } from './display/routes.ts'
import { contentGroupRoutes, publicShelfRoutes } from './display/shelf/routes.ts'
import { sheetTicketRoutes } from './display/ticket-routes.ts'
import { templateRoutes } from './display/template/routes.ts'
import { calendarRoutes } from './duty/calendar/routes.ts'
import { dutyListRoutes } from './duty/duty-list-routes.ts'
import { dutyRoutes } from './duty/routes.ts'
import { networkRoutes } from './exchange/network/routes.ts'
import { downwardRoutes } from './exchange/downward/routes.ts'
import { enrolmentRoutes } from './exchange/enrolment/routes.ts'
import { receiptRoutes } from './exchange/receipt/routes.ts'
import { exchangeRoutes } from './exchange/routes.ts'
import { exchangeTaskRoutes } from './exchange/task/routes.ts'
import { emergencyRoutes } from './notice/emergency/routes.ts'
import { deskKioskRoutes } from './kiosk/desk-routes.ts'
import { glassShowsNoFiles } from './kiosk/glass-shows-no-files.ts'
import { createPinGuard } from './kiosk/pin-guard.ts'
import { publicKioskRoutes } from './kiosk/public-routes.ts'
import { readingRoutes } from './notice/reading-routes.ts'
import { languageRoutes, publicLanguageRoutes } from './language/routes.ts'
import { reviewRoutes } from './notice/review-routes.ts'
import { tableRoutes } from './notice/table/table-routes.ts'
import { editionRoutes } from './notice/archive/routes.ts'
import { noticeRoutes } from './notice/routes.ts'
import { deskSearchRoutes } from './notice/search/routes.ts'
import { officeRoutes, sessionRoutes } from './office/routes.ts'
import { unitRoutes } from './office/unit-routes.ts'
import { openApiDocument } from './openapi.ts'
import { publicMatterRoutes } from './matter/public-routes.ts'
import { matterRoutes } from './matter/routes.ts'
import { publicListRoutes } from './register/public-routes.ts'
import { publicScreenRoutes } from './signage/public-routes.ts'
import { screenRoutes } from './signage/routes.ts'
import { shortAddressRoutes } from './signage/short-address.ts'
import { conventionRoutes } from './notice/convention/routes.ts'
import { boardRoutes } from './posting/board-routes.ts'
import { photoPageRoutes, photoRoutes, publicPhotoRoutes } from './posting/photo-routes.ts'
import { PHOTO_LIMIT } from './posting/photos.ts'
import { postingRoutes } from './posting/posting-routes.ts'
import { wordingRoutes } from './wording/routes.ts'
import { portalRoutes } from './exchange/portal/routes.ts'
import { registerRoutes } from './register/routes.ts'
import { screenReportRoutes } from './signage/report-routes.ts'
import { screenStatusRoutes } from './signage/status-routes.ts'
import { replicaDeskRoutes } from './replica/desk-routes.ts'
import { replicaRoutes } from './replica/public-routes.ts'
import type { ReplicaFace } from './replica/replica-face.ts'
import { replicaPageRoutes } from './replica/replica-page-routes.ts'
import { sourceRoutes } from './replica/source-routes.ts'
import type { StaticFiles } from '../platform/static-files.ts'
import { afterSetUp, type BoardEnv, deskOnly, LAUNCH_COOKIE } from './trust.ts'
import { WorkTimedOut } from './work/work.ts'

const JSON_LIMIT = 6 * 1024 * 1024
const FILE_LIMIT = 60 * 1024 * 1024
// What takes files: everything else is held to the small limit.
const FILE_PATHS =
  /\/(attachments|matters\/[^/]+\/files|notices\/[^/]+\/tables|committee-slip|docx|referral\/answer|catalogues|catalogue-imports|lists\/read|dictionaries\/[^/]+\/(?:compare|versions)|lists\/[^/]+\/compare|receipts|downward|packages\/verify|portal\/compare(?:\.xlsx)?|boards\/[^/]+\/photo|postings\/[^/]+\/photos)$/

// What a phone may hand in with the secret of its code: one photograph, and the form around it.
const PHONE_PATHS = /^\/api\/public\/photos\/[^/]+$/

function limitOf(mount: 'desk' | 'public', path: string): number {
  if (mount === 'desk' && FILE_PATHS.test(path)) return FILE_LIMIT
  return PHONE_PATHS.test(path) ? PHOTO_LIMIT + JSON_LIMIT : JSON_LIMIT
}

// A person can mend it, so it is said in words: of the database or of a file on its way to the disk.
function isDiskFull(error: Error): boolean {
  const { code } = error as NodeJS.ErrnoException
  return code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT'
}

function isDamaged(error: Error): boolean {
  return /^SQLITE_(?:CORRUPT|NOTADB)/u.test((error as NodeJS.ErrnoException).code ?? '')
}

// The thread that reads PDFs: scans are unpacked by WebAssembly of ours, which the pages themselves may not run.
const PDF_READER = /^\/assets\/pdf\.worker[^/]*\.js$/
const PDF_READER_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; frame-ancestors 'none'"

/** What the public mount answers, at the office and on a replica alike. */
function openRoutes(deps: Deps, pinGuard: ReturnType<typeof createPinGuard>) {
  return (
    new Hono<BoardEnv>()
      .use(glassShowsNoFiles())
      // Lists and slips are printed on a restored board too, by a secret that only the desk gives out.
      .use('/sheet-tickets/*', afterSetUp(deps, { alsoRestored: true }))
      .route('/', sheetTicketRoutes(deps))
      .use(afterSetUp(deps))
      .route('/', publicRoutes(deps))
      .route('/', publicShelfRoutes(deps))
      .route('/', initialsRoutes(deps))
      .route('/', publicCodeRoutes(deps))
      .route('/', publicListRoutes(deps))
      .route('/', publicMatterRoutes(deps))
      .route('/', publicDisplayRoutes(deps))
      .route('/', publicLanguageRoutes(deps))
      .route('/', publicPhotoRoutes(deps))
      .route('/', publicKioskRoutes(deps, pinGuard))
      .route('/', publicScreenRoutes(deps))
      .route('/', liveRoutes(deps))
      .route('/', screenReportRoutes(deps))
      .route('/', sourceRoutes(deps))
  )
}

function apiRoutes(deps: Deps) {
  const pinGuard = createPinGuard(deps)
  const desk = new Hono<BoardEnv>()
    .use(deskOnly())
    .route('/', sessionRoutes(deps))
    .route('/', officeRoutes(deps))
    .route('/', unitRoutes(deps))
    .route('/', catalogueRoutes(deps))
    .route('/', catalogueImportRoutes(deps))
    .route('/', catalogueVersionRoutes(deps))
    .route('/', calendarRoutes(deps))
    .route('/', dutyRoutes(deps))
    .route('/', dutyListRoutes(deps))
    .route('/', tableRoutes(deps))
    .route('/', noticeRoutes(deps))
    .route('/', editionRoutes(deps))
    .route('/', reviewRoutes(deps))
    .route('/', readingRoutes(deps))
    .route('/', emergencyRoutes(deps))
    .route('/', deskSearchRoutes(deps))
    .route('/', printRoutes(deps))
    .route('/', printJobRoutes(deps))
    .route('/', codeAddressRoutes(deps))
    .route('/', contentGroupRoutes(deps))
    .route('/', displayRoutes(deps))
    .route('/', templateRoutes(deps))
    .route('/', exchangeRoutes(deps))
    .route('/', portalRoutes(deps))
    .route('/', enrolmentRoutes(deps))
    .route('/', receiptRoutes(deps))
    .route('/', exchangeTaskRoutes(deps))
    .route('/', downwardRoutes(deps))
    .route('/', networkRoutes(deps))
    .route('/', registerRoutes(deps))
    .route('/', conventionRoutes(deps))
    .route('/', wordingRoutes(deps))
    .route('/', searchWordRoutes(deps))
    .route('/', matterRoutes(deps))
    .route('/', languageRoutes(deps))
    .route('/', boardRoutes(deps))
    .route('/', postingRoutes(deps))
    .route('/', photoRoutes(deps))
    .route('/', deskKioskRoutes(deps, pinGuard))
    .route('/', screenStatusRoutes(deps))
    .route('/', screenRoutes(deps))
    .route('/', auditRoutes(deps))
    .route('/', replicaDeskRoutes(deps))
  return new Hono<BoardEnv>()
    .route('/desk', desk)
    .route('/public', openRoutes(deps, pinGuard).route('/', replicaRoutes(deps)))
}

/** The API's types, for the screens' typed client. */
export type ApiType = ReturnType<typeof apiRoutes>

const SCREEN_PATH = /^\/signage\/[\w-]{1,64}$/u

/**
 * The board as one Hono app. It holds no state of its own and does not know where it runs: every mount hands in who it
 * is (`env.mount`), tests call `app.request()` with a mount of their own.
 * @example createApp(deps, staticFiles).fetch(request, { mount })
 */
export function createApp(deps: Deps, files: StaticFiles, replica?: ReplicaFace) {
  const app = new Hono<BoardEnv>()
  app.use(requestId())
  // Nothing of the kiosk is sent as a form: one that got into a notice would lead the glass away.
  app.use(pageHeaders({ formsFrom: (path) => !path.startsWith('/kiosk') }))
  app.use(ownPagesOnly())
  app.use(limitedBody<BoardEnv['Bindings']>(({ mount }, path) => limitOf(mount.kind, path)))

  app.get('/open', (c) => {
    const { mount } = c.env
    if (mount.kind !== 'desk') return refused(c, refuse('request.not-found'))
    if (!sameSecret(c.req.query('key') ?? '', mount.launchSecret)) {
      return refused(c, refuse('trust.launch-secret-missing'))
    }
    setCookie(c, LAUNCH_COOKIE, mount.launchSecret, { httpOnly: true, sameSite: 'Strict', path: '/' })
    return c.redirect('/desk/')
  })
  if (replica) {
    // A replica has no desk: what it shows is the office's, and nobody changes it here.
    app.route('/api', new Hono<BoardEnv>().route('/public', openRoutes(deps, createPinGuard(deps))))
    app.route('/', replicaPageRoutes(deps, replica))
  } else {
    app.route('/api', apiRoutes(deps))
  }
  app.get('/api/openapi.json', openApiDocument(app, deps.version))
  // What the code on paper opens: short, since every character makes the squares of the code smaller.
  app.get('/c', (c) => c.redirect(`/kiosk/#/code/${encodeURIComponent(c.req.url)}`))
  app.route('/photo', photoPageRoutes(deps))
  app.route('/s', shortAddressRoutes(deps))
  app.get('/', (c) => c.redirect(c.env.mount.kind === 'desk' ? '/desk/' : '/kiosk/'))
  app.get('*', (c) => {
    const { path } = c.req
    // The county's pages are built beside ours and belong to its own program.
    if (path.startsWith('/county/')) return refused(c, refuse('request.not-found'))
    if (path.startsWith('/desk') && c.env.mount.kind !== 'desk')
      return refused(c, refuse('request.not-found'))
    // Each screen has an address of its own, all of them the same page.
    const file = files.find(SCREEN_PATH.test(path) ? '/signage/' : path)
    if (!file) return refused(c, refuse('request.not-found'))
    if (PDF_READER.test(path)) c.header('content-security-policy', PDF_READER_POLICY)
    return sendPage(c, files, file, c.var.cspNonce)
  })
  app.notFound((c) => refused(c, refuse('request.not-found')))
  app.onError((error, c) => {
    // The parser of the request itself: JSON or a form that is none.
    if (error instanceof HTTPException && error.status < 500) {
      return refused(c, refuse('request.invalid', { field: '' }))
    }
    if (error instanceof WorkTimedOut) return refused(c, refuse('request.took-too-long'))
    if (isDiskFull(error)) return refused(c, refuse('request.disk-full'))
    // A replica can build its database again; the next request finds it whole.
    if (isDamaged(error)) replica?.damaged()
    // The person gets a code and the request's id; what went wrong inside stays in the log.
    deps.logger.error(
      { requestId: c.var.requestId, method: c.req.method, path: c.req.path, err: error },
      'request failed',
    )
    return refused(c, refuse('request.failed'))
  })
  return app
}
