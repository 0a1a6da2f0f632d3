import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import { copyPackage } from './carriage-copy.ts'
import type { JobHandle, JobOutcome, StartedJob } from './job.ts'
import { packagePath } from './package-path.ts'
import type { Carrier } from './views.ts'

/** Where a package goes: a drive or a folder by its id, or, from the command line, a folder by its path. */
export type CarriageTarget =
  { readonly driveId: string } | { readonly folderId: string } | { readonly path: string }

/** A place that was found. */
type Place = {
  readonly carrier: Extract<Carrier, 'DRIVE' | 'FOLDER'>
  readonly folder: string
  /** As people call it. */
  readonly name: string
  readonly stillThere: () => Promise<boolean>
}

/** What was carried: with where the copy lies. */
export type Carried = JobOutcome & { readonly path: string }

async function placeOf(deps: Deps, target: CarriageTarget): Promise<Result<Place>> {
  if ('driveId' in target) {
    const drive = await deps.drives.find(target.driveId)
    if (drive === null) return refuse('package.drive-gone')
    const stillThere = async (): Promise<boolean> => (await deps.drives.find(target.driveId)) !== null
    return accept({ carrier: 'DRIVE', folder: drive.path, name: drive.name, stillThere })
  }
  const path =
    'path' in target
      ? target.path
      : deps.store.read.carriage.folders().find(({ id }) => String(id) === target.folderId)?.path
  if (path === undefined) return refuse('package.destination-invalid')
  return accept({ carrier: 'FOLDER', folder: path, name: path, stillThere: () => Promise.resolve(true) })
}

/**
 * Notes that a package left the house. Only a receipt says that it arrived.
 * @example recordCarriage(deps, handler, { sequence: 3, carrier: 'DOWNLOAD', place: '', person: '' })
 */
export function recordCarriage(
  deps: Deps,
  principal: Principal | null,
  of: {
    readonly sequence: number
    readonly carrier: Carrier
    readonly place: string
    readonly person: string
  },
): void {
  deps.store.tx((write) => {
    write.carriage.insert({ ...of, accountId: principal?.id ?? null, at: deps.clock.now() })
    record(
      deps,
      write,
      principal ?? { id: 'system', name: 'system' },
      'package.carry',
      { kind: 'package', id: String(of.sequence) },
      { carrier: of.carrier },
    )
  })
}

/**
 * Begins to copy a package to a drive or folder, compared there byte by byte, and notes who carries it. One job of the exchange at a time.
 * The file stays in the office. Needs HANDLER. Refuses `package.not-found`, `package.export-running`; the job refuses as `copyPackage` does.
 * @example beginCarriage(deps, handler, 3, { driveId }, '张伟')
 */
export function beginCarriage(
  deps: Deps,
  principal: Principal,
  sequence: number,
  target: CarriageTarget,
  person: string,
): Result<StartedJob<Carried>> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  const row = deps.store.read.exchange.bySequence(sequence)
  if (!row) return refuse('package.not-found')
  const carry = async (job: JobHandle): Promise<Result<Carried>> => {
    const place = await placeOf(deps, target)
    if (!place.ok) return place
    const { carrier, folder, name, stillThere } = place.value
    const copied = await copyPackage({
      source: packagePath(deps.dataFolder, row.fileName),
      fileName: row.fileName,
      size: row.size,
      sha256: row.sha256,
      folder,
      space: deps.diskSpace,
      stillThere,
      job,
    })
    if (!copied.ok) return copied
    job.report({ step: 'RECORD', done: row.size, total: row.size, bytes: row.size })
    recordCarriage(deps, principal, { sequence, carrier, place: name, person })
    return accept({ sequence, place: name, path: copied.value })
  }
  return deps.exchangeJobs.start({ kind: 'CARRIAGE', by: principal, first: 'COPY' }, carry)
}
