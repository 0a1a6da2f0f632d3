import { createHash, X509Certificate } from 'node:crypto'
import { join } from 'node:path'
import { pino, type Logger } from 'pino'
import { accept, refuse, type Result } from '../domain/refusal.ts'
import type { Clock } from '../platform/clock.ts'
import { lanAddress } from '../platform/lan-address.ts'
import { argon2Hasher } from '../platform/password-hasher.ts'
import { openSessionStore } from '../platform/sessions.ts'
import { staticFilesIn } from '../platform/static-files.ts'
import { VERSION } from '../platform/version.ts'
import { requireWritable } from '../platform/writable-folder.ts'
import { accounts } from './account/account-repo.ts'
import { createCountyApp } from './app.ts'
import { createCountyDeps } from './create-deps.ts'
import { sweepDisk } from './ingest/sweep-disk.ts'
import { checkInstance } from './instance/check-instance.ts'
import { countySelf } from './office/county-repo.ts'
import { keepWordsFilled } from './search/fill-words.ts'
import { type ListenerTls, ownCertificate } from './transport/certificate.ts'
import { givenCertificate, rememberGiven, type TlsFiles } from './transport/given-certificate.ts'
import { startExchangeListener } from './transport/start-exchange-listener.ts'
import { exchangeParts } from './web/exchange-parts.ts'
import { openPages } from './web/pages-mount.ts'
import type { CountyWebDeps } from './web/web-deps.ts'

const IDLE_LOCK_MINUTES = 10
const LOOK_FOR_WORDS_MS = 60_000

/** How to start. Port 0 takes any free one. */
export type CountyStartOptions = {
  readonly dataFolder: string
  /** `DATABASE_URL`; the embedded database in the data folder when left out. */
  readonly databaseUrl?: string | undefined
  readonly pagesPort?: number | undefined
  /** Opens the pages to the county's own network, over HTTPS. */
  readonly lan?: boolean | undefined
  /** Listens for offices over HTTPS on this port; null: packages come by stick alone. */
  readonly exchangePort?: number | null | undefined
  /** A given certificate for offices and for the county's network; the county's own when left out. */
  readonly tls?: TlsFiles | undefined
  readonly rendererFolder?: string | undefined
  readonly clock?: Clock | undefined
  readonly logger?: Logger | undefined
}

/** A running county. `pagesUrl` carries the launch key on this computer and is for the person at it. */
export type RunningCounty = {
  readonly pagesUrl: string
  readonly pagesPort: number
  /** Where offices hand in; null when nothing listens. */
  readonly exchangeUrl: string | null
  readonly launchSecret: string
  readonly deps: CountyWebDeps
  readonly close: () => Promise<void>
}

function fingerprintOf(tls: ListenerTls): string {
  return createHash('sha256').update(new X509Certificate(tls.certificate).raw).digest('hex')
}

/**
 * Starts the county over a data folder and its database: the pages on this computer (or in its network), the search filled in the
 * background, and, where asked for, the listener for offices. Refuses `office.data-folder-unwritable`, `county.no-administrator` (asked to
 * open the pages in the network before anybody is there), `county.certificate-invalid` and what opening the database refuses.
 * @example const county = await startCounty({ dataFolder: '/county', databaseUrl: process.env.DATABASE_URL })
 */
export async function startCounty(options: CountyStartOptions): Promise<Result<RunningCounty>> {
  const { dataFolder, databaseUrl } = options
  const writable = requireWritable(dataFolder)
  if (!writable.ok) return writable
  const given = givenCertificate(options.tls ?? {})
  if (!given.ok) return given
  const opened = await createCountyDeps(
    { dataFolder, databaseUrl },
    options.clock === undefined ? {} : { clock: options.clock },
  )
  if (!opened.ok) return opened
  const county = opened.value
  const logger = options.logger ?? pino({ level: 'warn' }, pino.destination(2))
  const endings: (() => Promise<void>)[] = [() => county.sql.close()]
  const close = async () => {
    for (const end of endings.toReversed()) await end()
  }
  try {
    // The first to come in a network would be its administrator: that step belongs to whoever sits at this computer.
    if (options.lan === true && (await accounts(county.sql)).length === 0) {
      await close()
      return refuse('county.no-administrator')
    }
    // A database that was restored gets its new id before anybody speaks to it.
    const checked = (await countySelf(county.sql)).ok ? await checkInstance(county) : null
    if (checked?.ok === true && checked.value.restored) logger.warn(checked.value, 'database was restored')
    await sweepDisk(county)
    const keeper = keepWordsFilled(county.sql, {
      failed: (error) => logger.error({ err: error }, 'search lags'),
      setAside: (edition) => logger.warn(edition, 'an edition is not found by its words'),
      everyMs: LOOK_FOR_WORDS_MS,
    })
    endings.push(keeper.close)
    const exchangePort = options.exchangePort ?? null
    const wantsTls = options.lan === true || exchangePort !== null
    const tls = given.value ?? (wantsTls ? await ownCertificate(dataFolder, 'county') : null)
    const { clock, ids } = county
    const deps: CountyWebDeps = {
      ...county,
      sessions: openSessionStore({ clock, ids, idleLockMinutes: IDLE_LOCK_MINUTES }),
      passwords: argon2Hasher(),
      version: VERSION,
      embedded: databaseUrl === undefined || databaseUrl === '',
      certificate: exchangePort === null || tls === null ? null : fingerprintOf(tls),
      takenIn: keeper.nudge,
      logger,
    }
    let exchangeUrl: string | null = null
    if (exchangePort !== null && tls !== null) {
      const listener = await startExchangeListener(exchangeParts(county, { logger, takenIn: keeper.nudge }), {
        port: exchangePort,
        host: '0.0.0.0',
        tls,
      })
      endings.push(listener.close)
      const changed = await rememberGiven(dataFolder, given.value)
      if (changed) logger.warn({ certificate: deps.certificate }, 'offices are shown another certificate')
      exchangeUrl = lanAddress(listener.port)?.replace('http:', 'https:') ?? listener.address
    }
    const folder = options.rendererFolder ?? join(import.meta.dirname, '..', 'renderer')
    const app = createCountyApp(deps, staticFilesIn(folder))
    const launchSecret = ids.secret()
    const pages = await openPages({
      answer: (request, bindings) => app.fetch(request, bindings),
      launchSecret,
      port: options.pagesPort ?? 8641,
      tls: options.lan === true ? tls : null,
    })
    endings.push(pages.close)
    return accept({ pagesUrl: pages.address, pagesPort: pages.port, exchangeUrl, launchSecret, deps, close })
  } catch (error) {
    await close()
    throw error
  }
}
