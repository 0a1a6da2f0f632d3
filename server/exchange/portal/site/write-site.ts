import { join } from 'node:path'
import { accept, refuse, type Refusal, type Result } from '../../../../domain/refusal.ts'
import { holdFile } from '../../../../platform/exclusive-file.ts'
import { record } from '../../../audit/record.ts'
import type { Deps } from '../../../deps.ts'
import { publicOffice } from '../../../display/public-views.ts'
import { type Principal, requireRole } from '../../../principal.ts'
import { openSnapshot } from '../public-set.ts'
import type { PortalSiteCounts } from '../views.ts'
import { type SiteTally, siteEntries } from './site-entries.ts'
import { openSiteFolder } from './site-folder.ts'
import type { SiteMarker } from './site-marker.ts'
import { SiteFileDamaged, type SiteSink } from './site-sink.ts'
import { openSiteZip } from './site-zip.ts'

/** Where a site goes: a folder, or a ZIP file by its whole path. */
export type SiteTarget =
  { readonly kind: 'FOLDER'; readonly folder: string } | { readonly kind: 'ZIP'; readonly file: string }

/** How far it has come, and the way to stop it. */
export type SiteWatch = {
  readonly started?: (asOf: string, total: number) => void
  readonly progress?: (seen: number) => void
  readonly signal?: AbortSignal
}

/** What was written, and of when. */
export type SiteWritten = { readonly asOf: string; readonly counts: PortalSiteCounts }

/**
 * Writes the static site of the board: everything the public may read now, and nothing else. One at a time in all processes of the
 * data folder. Stopped at any moment it leaves the older site whole. Needs HANDLER. Refuses `portal.folder-not-empty`,
 * `package.destination-invalid`, `package.no-space`, `package.export-running`, `package.export-cancelled`,
 * `package.attachment-damaged` with the `indexNumber` and the `name` of the file.
 * @example await writeSite(deps, handler, { kind: 'FOLDER', folder: '/media/stick/board' })
 */
export async function writeSite(
  deps: Deps,
  principal: Principal,
  target: SiteTarget,
  watch: SiteWatch = {},
): Promise<Result<SiteWritten>> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  const held = holdFile(join(deps.dataFolder, 'portal-site.lock'))
  if (held === null) return refuse('package.export-running')
  try {
    return await writeHolding(deps, principal, target, watch)
  } finally {
    held.letGo()
  }
}

async function writeHolding(
  deps: Deps,
  principal: Principal,
  target: SiteTarget,
  watch: SiteWatch,
): Promise<Result<SiteWritten>> {
  const opened = openSnapshot(deps)
  if (!opened.ok) return opened
  const snapshot = opened.value
  const tally: SiteTally = { seen: 0, notices: 0, formerEditions: 0, tombstones: 0, attachments: 0 }
  let sink: SiteSink | null = null
  try {
    const { read } = snapshot.store
    const { name, uscc } = publicOffice(read)
    const marker: SiteMarker = { format: 'board-site/1', office: { name, uscc }, asOf: snapshot.asOf }
    watch.started?.(snapshot.asOf, read.portal.noticeCount())
    const place = await openSink(deps, target, marker)
    if (!place.ok) return place
    sink = place.value
    for await (const entry of siteEntries(snapshot, tally)) {
      if (watch.signal?.aborted) return await cancelled(sink)
      await sink.put(entry)
      watch.progress?.(tally.seen)
    }
    const size = await sink.finish()
    sink = null
    const { seen: _, ...counted } = tally
    const counts = { ...counted, ...size }
    deps.store.tx((write) =>
      record(
        deps,
        write,
        principal,
        'portal.site',
        { kind: 'office', id: uscc },
        {
          notices: counts.notices,
          withdrawals: counts.tombstones,
          files: counts.files,
        },
      ),
    )
    return accept({ asOf: snapshot.asOf, counts })
  } catch (error) {
    await sink?.abandon().catch(() => undefined)
    const refusal = refusalOf(error)
    if (refusal !== null) return refusal
    throw error
  } finally {
    snapshot.close()
  }
}

async function openSink(
  { blobs }: Pick<Deps, 'blobs'>,
  target: SiteTarget,
  marker: SiteMarker,
): Promise<Result<SiteSink>> {
  if (target.kind === 'FOLDER') return openSiteFolder({ blobs, folder: target.folder, marker })
  return accept(await openSiteZip({ blobs, file: target.file, marker }))
}

async function cancelled(sink: SiteSink): Promise<Refusal> {
  await sink.abandon()
  return refuse('package.export-cancelled')
}

function refusalOf(error: unknown): Refusal | null {
  if (error instanceof SiteFileDamaged) {
    return refuse('package.attachment-damaged', { indexNumber: error.indexNumber, name: error.fileName })
  }
  const { code } = error as NodeJS.ErrnoException
  return code === 'ENOSPC' || code === 'EDQUOT' ? refuse('package.no-space') : null
}
