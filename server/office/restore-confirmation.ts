import type { Reads } from '../../db/store.ts'
import { indexSeries, parseIndexTemplate } from '../../domain/notice/index-number.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import { civilDateOf } from '../../platform/clock.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import type { RestoreState } from './views.ts'

/** The highest serial that anybody has seen of a series: on paper, in a package, at the county. */
export type LastSerial = { readonly series: string; readonly last: number }

/**
 * Says whether the board waits for a confirmation after a restore, and which series of index numbers may have gone on
 * since the backup: those the backup knows, and the one that a publication would take today.
 * @example restoreState(deps).series // [{ series: '11…/2026-{seq}', last: 412, current: true }]
 */
export function restoreState(deps: Pick<Deps, 'store' | 'clock'>): RestoreState {
  const { read } = deps.store
  const today = currentSeries(read, civilDateOf(deps.clock.now()))
  const known = read.edition.series().map((one) => ({ ...one, current: one.series === today }))
  return {
    restoredAt: read.office.instance()?.restoredAt ?? null,
    series:
      today === null || known.some(({ current }) => current)
        ? known
        : [...known, { series: today, last: 0, current: true }],
  }
}

function currentSeries(read: Reads, date: string): string | null {
  const office = read.office.office()
  const template = office && parseIndexTemplate(office.indexTemplate)
  if (!office || !template?.ok) return null
  return indexSeries(template.value, {
    uscc: office.uscc,
    regionCode: office.regionCode,
    classCode: '',
    date,
  })
}

/**
 * Opens a restored board to the public again. A backup knows nothing of what came after it: a notice that was withdrawn
 * since would hang again, a number that is on paper would be given twice. So the administrator first has withdrawn again
 * what must not hang, and names the highest serials seen; the series go on past them. Needs ADMINISTRATOR.
 * Refuses `office.not-restored`, and `request.invalid` for a series the board does not know.
 * @example confirmRestore(deps, administrator, { lastSerials: [{ series: '11…/2026-{seq}', last: 431 }] })
 */
export function confirmRestore(
  deps: Deps,
  principal: Principal,
  input: { readonly lastSerials: readonly LastSerial[] },
): Result<RestoreState> {
  const allowed = requireRole(principal, 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<RestoreState> => {
    const instance = read.office.instance()
    const { restoredAt, series: known } = restoreState(deps)
    if (!instance || restoredAt === null) return refuse('office.not-restored')
    for (const { series, last } of input.lastSerials) {
      // A mistyped series would be raised in vain, and the real one would give its numbers twice.
      if (!known.some((one) => one.series === series)) {
        return refuse('request.invalid', { field: 'lastSerials' })
      }
      if (last > 0) write.edition.raiseSerial(series, last)
    }
    write.office.confirmRestored()
    record(
      deps,
      write,
      principal,
      'backup.confirm-restore',
      { kind: 'instance', id: instance.id },
      { restoredAt, serials: input.lastSerials.map(({ series, last }) => `${series}=${last}`).join(' ') },
    )
    return accept(restoreState(deps))
  })
}

/**
 * Refuses `office.restored-unconfirmed` while a restored board waits for its administrator.
 * @example requireConfirmed(read)
 */
export function requireConfirmed(read: Reads): Result<true> {
  const restoredAt = read.office.instance()?.restoredAt ?? null
  return restoredAt === null ? accept(true) : refuse('office.restored-unconfirmed')
}
