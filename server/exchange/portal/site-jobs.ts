import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { civilDateOf } from '../../../platform/clock.ts'
import type { Deps } from '../../deps.ts'
import { type Principal, requireRole } from '../../principal.ts'
import { carriageFolders } from '../carriage-folder.ts'
import { type SiteTarget, writeSite } from './site/write-site.ts'
import type { PortalSiteJobView, PortalSiteRequest, PortalSiteTarget } from './views.ts'

/** The static site that is being written for the desk, and the last one. */
export type SiteJobs = {
  readonly current: () => PortalSiteJobView | null
  /**
   * Begins one; refuses `package.export-running` while another one is written, `package.drive-gone`, and `package.destination-invalid` for a
   * folder that was not set for packages or cannot be reached.
   */
  readonly start: (principal: Principal, request: PortalSiteRequest) => Promise<Result<PortalSiteJobView>>
  /** Stops it; what stood before stays. Refuses `request.not-found` when nothing is being written. */
  readonly cancel: () => Result<PortalSiteJobView>
  /** The finished ZIP. Refuses `request.not-found`. */
  readonly file: () => Promise<
    Result<{
      readonly path: string
      readonly size: number
      readonly changedAt: number
      readonly name: string
    }>
  >
  /** Resolves when nothing is being written. */
  readonly idle: () => Promise<void>
}

const FILE = 'board-site.zip'
/** Where a site stands on a drive or in a folder, so that the next one finds it. */
const SITE_FOLDER = 'board-site'

type Place = { readonly shown: PortalSiteTarget; readonly target: SiteTarget }

async function placeOf(deps: Deps, request: PortalSiteRequest, zip: string): Promise<Result<Place>> {
  if (request.kind === 'ZIP') return accept({ shown: request, target: { kind: 'ZIP', file: zip } })
  if (request.kind === 'FOLDER') {
    const set = (await carriageFolders(deps)).find(({ id }) => id === request.folderId)
    // While a share is away its place is an empty folder of this computer, which would be filled instead.
    if (set?.writable !== true) return refuse('package.destination-invalid')
    return accept(within(set.path, { ...request, name: set.path, folder: SITE_FOLDER }))
  }
  const drive = await deps.drives.find(request.driveId)
  if (drive === null) return refuse('package.drive-gone')
  return accept(within(drive.path, { ...request, name: drive.name, folder: SITE_FOLDER }))
}

function within(path: string, shown: PortalSiteTarget): Place {
  return { shown, target: { kind: 'FOLDER', folder: join(path, SITE_FOLDER) } }
}

/**
 * Opens the place where sites are written for the desk; progress is held in memory, since a stopped one is begun anew.
 * @example openSiteJobs(deps).start(handler, { kind: 'ZIP' })
 */
export function openSiteJobs(deps: Deps): SiteJobs {
  let job: PortalSiteJobView | null = null
  let stop = new AbortController()
  let running: Promise<void> = Promise.resolve()
  const zip = join(deps.dataFolder, 'portal', FILE)
  const change = (part: Partial<PortalSiteJobView>): void => {
    if (job !== null) job = { ...job, ...part }
  }
  const run = async (principal: Principal, target: SiteTarget, signal: AbortSignal): Promise<void> => {
    try {
      const written = await writeSite(deps, principal, target, {
        signal,
        started: (asOf, total) => change({ asOf, total }),
        progress: (done) => change({ done }),
      })
      if (written.ok) {
        const { asOf, counts } = written.value
        const fileName =
          target.kind === 'ZIP'
            ? `board-site-${deps.store.read.office.office()?.uscc ?? ''}-${civilDateOf(asOf)}.zip`
            : null
        change({ state: 'DONE', counts, fileName })
      } else if (written.code === 'package.export-cancelled') change({ state: 'CANCELLED' })
      else change({ state: 'REFUSED', refusal: { code: written.code, params: written.params } })
    } catch (error) {
      deps.logger.error({ err: error }, 'the static site was not written')
      change({ state: 'REFUSED', refusal: { code: 'request.failed', params: {} } })
    }
  }
  return {
    current: () => job,
    start: async (principal, request) => {
      const allowed = requireRole(principal, 'HANDLER')
      if (!allowed.ok) return allowed
      const place = await placeOf(deps, request, zip)
      if (!place.ok) return place
      const { shown, target } = place.value
      if (job?.state === 'RUNNING') return refuse('package.export-running')
      stop = new AbortController()
      const now = deps.clock.now()
      job = {
        id: deps.ids.next(),
        state: 'RUNNING',
        target: shown,
        startedAt: now,
        startedBy: { id: principal.id, name: principal.name },
        asOf: now,
        done: 0,
        total: 0,
        counts: null,
        fileName: null,
        refusal: null,
      }
      const begun = job
      running = run(principal, target, stop.signal)
      return accept(begun)
    },
    cancel: () => {
      if (job?.state !== 'RUNNING') return refuse('request.not-found')
      stop.abort()
      return accept(job)
    },
    file: async () => {
      if (job?.state !== 'DONE' || job.fileName === null) return refuse('request.not-found')
      const { size, mtimeMs: changedAt } = await stat(zip)
      return accept({ path: zip, size, changedAt, name: job.fileName })
    },
    idle: () => running,
  }
}
