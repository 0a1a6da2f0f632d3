import type { Reads } from '../../db/store.ts'
import { ALL_DATES, isWithin } from '../../domain/signage/time-window.ts'
import { screenState } from '../../domain/signage/screen-state.ts'
import type { Screen } from '../../domain/signage/screen.ts'
import type { Deps } from '../deps.ts'
import type { MissingNotice, ScreenEdge, ScreenHealth, ScreenStatus } from './views.ts'

const EDGES = 40
// A title is read with its whole text; a screen with more missing has another trouble.
const MOST_NAMED = 12
const NOTHING_MISSING = { named: [], number: 0 } as const

function titleOf(read: Reads, hash: string): string | null {
  return read.edition.byHash(hash)?.title ?? null
}

/** What belongs to a screen and is not on its glass, each notice once, by what it was published as. */
function missingOn(
  read: Reads,
  { skipped, leftOut }: ScreenHealth,
): NonNullable<ScreenStatus['last']>['missing'] {
  const reasons = new Map<string, MissingNotice['reason']>([
    ...leftOut.map(({ hash, reason }) => [hash, reason] as const),
    ...skipped.map((hash) => [hash, 'NOT_DRAWN'] as const),
  ])
  const named = [...reasons]
    .slice(0, MOST_NAMED)
    .map(([hash, reason]) => ({ hash, title: titleOf(read, hash), reason }))
  return { named, number: reasons.size }
}

function statusOf({ store, clock }: Pick<Deps, 'store' | 'clock'>, screen: Screen): ScreenStatus {
  const { read } = store
  const contact = read.screenEvidence.contact(screen.id)
  const now = Date.parse(clock.now())
  const health = contact === undefined ? null : (JSON.parse(contact.health) as ScreenHealth)
  const isOpen = isWithin(screen.openingHours, ALL_DATES, now)
  const [pairing] = read.screenEvidence.pairingsOf(screen.id)
  const hash = health?.showing.hash ?? null
  const missing = health === null ? NOTHING_MISSING : missingOn(read, health)
  return {
    screen,
    paired: pairing !== undefined,
    last:
      contact === undefined || health === null
        ? null
        : {
            at: contact.at,
            health,
            title: hash === null ? null : titleOf(read, hash),
            missing,
            drift: contact.drift,
            replica:
              contact.replicaId === ''
                ? null
                : (read.replica.byId(contact.replicaId)?.name ?? contact.replicaId),
            lost: contact.lost,
          },
    state: screenState({
      last:
        contact === undefined || health === null
          ? null
          : {
              heardAgo: now - Date.parse(contact.at),
              progressAgo: health.progressAgo,
              kind: health.showing.kind,
              rung: health.rung,
              missing: missing.number,
            },
      isOpen,
    }),
    pictureAt: read.screenEvidence.pictureAt(screen.id),
    hasPicture: read.screenEvidence.pictureAt(screen.id) !== null,
  }
}

/**
 * Every screen in use, as it was heard last.
 * @example screenStatus(deps)[0]?.state // 'WELL'
 */
export function screenStatus(deps: Pick<Deps, 'store' | 'clock'>): ScreenStatus[] {
  return deps.store.read.screen.list().map(({ screen }) => statusOf(deps, screen))
}

/**
 * The last changes of a screen's state, newest first.
 * @example screenEdges(deps, screenId)[0]?.rung
 */
export function screenEdges({ store }: Pick<Deps, 'store'>, screenId: string): ScreenEdge[] {
  return store.read.screenEvidence
    .edges(screenId, EDGES)
    .map(({ at, rung, skipped, lost, programVersion, bootId }) => ({
      ...{ at, rung, skipped, lost, programVersion },
      boot: bootId,
    }))
}
