import { randomBytes } from 'node:crypto'
import type { Reads, Writes } from '../../db/store.ts'
import { sha256 } from '../../platform/sha256.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { settleShown } from '../../domain/signage/settle-shown.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import type { CameReport, EvidenceSink, ScreenToken } from './evidence-sink.ts'
import type { PairingCodes } from './pairing-codes.ts'
import { MOST_PICTURE } from './report-schema.ts'
import type { ReportAnswer, ShownRecord } from './views.ts'

const HOUR_MS = 3_600_000
// A screen that crashes all day must not fill the table: a dozen changes an hour say as much.
const EDGES_AN_HOUR = 12
const MOST_DRIFT_S = 100_000_000

type Parts = Pick<Deps, 'store' | 'clock' | 'ids'>

/**
 * Since when each edition told of could be on a screen: it was published then, and not for a limited circle or named persons. One
 * that never could is not in it.
 */
function publicSince(read: Reads, shown: readonly ShownRecord[]): Map<string, string> {
  const closed = read.placement.closedEditions()
  const hashes = new Set(shown.flatMap(({ hash }) => hash ?? []))
  return new Map(
    [...hashes].flatMap((hash) => {
      const editions = read.edition.allByHash(hash).filter(({ id }) => !closed.has(id))
      const [first] = editions.map(({ publishedAt }) => publishedAt).toSorted()
      return first === undefined ? [] : [[hash, first] as const]
    }),
  )
}

/** What the screen proved elsewhere until when, for each start of the page this report tells of. */
function toldElsewhere(read: Reads, { screenId, receivedAt, report }: CameReport): Map<string, string> {
  const longest = Math.max(0, ...report.shown.map(({ endedAgo, spanned }) => endedAgo + spanned))
  const from = new Date(Date.parse(receivedAt) - longest).toISOString()
  const boots = [...new Set(report.shown.map(({ bootId }) => bootId))]
  return new Map(
    boots.flatMap((bootId) => {
      const until = read.screenEvidence.toldUntil(screenId, bootId, from, receivedAt)
      return until === null ? [] : [[bootId, until] as const]
    }),
  )
}

function latest(...instants: readonly (string | undefined)[]): string | null {
  const known = instants.flatMap((one) => one ?? []).toSorted()
  return known[known.length - 1] ?? null
}

/** A pairing speaks while it stands; what a replica took in while it stood was acknowledged then, and stays. */
function spoke(pairing: { readonly endedAt: string | null }, came: CameReport): boolean {
  return pairing.endedAt === null || (came.replicaId !== null && came.receivedAt < pairing.endedAt)
}

function keepEdge(write: Writes, read: Reads, came: CameReport): void {
  const { screenId, receivedAt, report } = came
  const [newest, ...older] = read.screenEvidence.edges(screenId, EDGES_AN_HOUR)
  const edge = {
    ...{ screenId, bootId: report.bootId, rung: report.health.rung, skipped: report.health.skipped.length },
    ...{ lost: report.lost, programVersion: report.health.programVersion },
  }
  const { sequence: _sequence, at: _at, ...before } = newest ?? { sequence: 0, at: '' }
  if (newest !== undefined && JSON.stringify({ ...before, ...edge }) === JSON.stringify(before)) return
  const oldest = older.length === EDGES_AN_HOUR - 1 ? older[older.length - 1] : undefined
  if (oldest !== undefined && Date.parse(receivedAt) - Date.parse(oldest.at) < HOUR_MS) return
  write.screenEvidence.edge({ ...edge, at: receivedAt })
}

function keepContact(write: Writes, read: Reads, came: CameReport, now: string): void {
  const { screenId, receivedAt, report } = came
  const before = read.screenEvidence.contact(screenId)
  // Out of a replica's journal an older word may come later than a newer one; one of a time that is yet to come is no newer.
  const isNewer = before !== undefined && before.at > receivedAt && before.at <= now
  if (isNewer && before.replicaId !== (came.replicaId ?? '')) return
  const drift = Math.round((Date.parse(report.health.clock) - Date.parse(receivedAt)) / 1000)
  write.screenEvidence.contact({
    ...{
      screenId,
      at: receivedAt,
      replicaId: came.replicaId ?? '',
      bootId: report.bootId,
      lost: report.lost,
    },
    drift: Math.max(-MOST_DRIFT_S, Math.min(MOST_DRIFT_S, drift)),
    health: JSON.stringify(report.health),
  })
  const jpeg = report.picture === null ? null : Buffer.from(report.picture.replace(/^[^,]*,/, ''), 'base64')
  const isPicture = jpeg !== null && jpeg.length <= MOST_PICTURE && jpeg[0] === 0xff && jpeg[1] === 0xd8
  if (isPicture) write.screenEvidence.picture({ screenId, at: receivedAt, jpeg })
}

/**
 * Keeps what a screen told, in one transaction that is on the disk before anything is acknowledged. A record that came before
 * counts once; one of an edition that was never public, or from after the screen was taken out of use, is refused by its id; times
 * that cannot be are cut and marked. Refuses `screen.token-wrong`.
 * @example takeReport(deps, came) // { ok: true, value: { accepted: ['0193…'], refused: [], asOf } }
 */
export function takeReport(deps: Parts, came: CameReport): Result<ReportAnswer> {
  return deps.store.tx((write, read): Result<ReportAnswer> => {
    const { report, screenId } = came
    const pairing = read.screenEvidence.pairingByToken(came.tokenHash)
    if (pairing?.screenId !== screenId || !spoke(pairing, came)) return refuse('screen.token-wrong')
    const known = read.screenEvidence.known(report.shown.map(({ id }) => id))
    const since = publicSince(read, report.shown)
    const elsewhere = toldElsewhere(read, came)
    const endedAt = read.screen.byId(screenId)?.endedAt ?? null
    const afterEnd = endedAt === null ? Infinity : Date.parse(endedAt)
    const isRefused = ({ hash, endedAgo, spanned }: ShownRecord) =>
      (hash !== null && !since.has(hash)) || Date.parse(came.receivedAt) - endedAgo - spanned >= afterEnd
    const fresh = new Map(
      report.shown.filter((one) => !known.has(one.id) && !isRefused(one)).map((one) => [one.id, one]),
    )
    const settled = settleShown(
      [...fresh.values()].map((one) => ({
        ...one,
        notBefore: latest(since.get(one.hash ?? ''), elsewhere.get(one.bootId)),
      })),
      { receivedAt: came.receivedAt, clockDoubt: came.clockDoubt, pairedAt: pairing.at, endedAt },
    )
    for (const { id, ...times } of settled) {
      const told = fresh.get(id)
      if (!told) throw new Error('what is settled was told')
      const { bootId, sequence, kind, hash, pagesShown, pagesTotal, extent } = told
      write.screenEvidence.keepShown({
        ...{ id, screenId, pairingId: pairing.id, bootId, sequence, kind, hash, pagesTotal, extent },
        ...{ beganAt: times.beganAt, endedAt: times.endedAt, lasted: Math.round(times.lasted) },
        ...{ pagesShown: Math.min(pagesShown, pagesTotal), doubt: times.doubt },
        ...{ replicaId: came.replicaId ?? '', receivedAt: came.receivedAt },
      })
    }
    keepEdge(write, read, came)
    keepContact(write, read, came, deps.clock.now())
    return accept({
      accepted: report.shown.filter((one) => !isRefused(one)).map(({ id }) => id),
      refused: report.shown.filter(isRefused).map(({ id }) => id),
      asOf: deps.clock.now(),
    })
  })
}

function pairScreen(
  deps: Parts & { readonly codes: PairingCodes },
  screenId: string,
  code: string,
): Result<ScreenToken> {
  const used = deps.codes.use(screenId, code)
  if (!used.ok) return used
  return deps.store.tx((write, read): Result<ScreenToken> => {
    const found = read.screen.byId(screenId)
    if (!found || found.endedAt !== null) return refuse('screen.not-found')
    const { accountId } = used.value
    const giver = read.office.accountById(accountId)
    if (!giver || giver.disabled) return refuse('screen.code-wrong')
    const at = deps.clock.now()
    const token = randomBytes(32).toString('base64url')
    // One screen, one token: a computer that was replaced cannot go on telling.
    for (const { id } of read.screenEvidence.pairingsOf(screenId)) {
      write.screenEvidence.unpair({ pairingId: id, accountId, at })
    }
    write.screenEvidence.pair({ id: deps.ids.next(), screenId, tokenHash: sha256(token), accountId, at })
    record(deps, write, { id: giver.id, name: giver.name }, 'screen.pair', { kind: 'screen', id: screenId })
    return accept({ token })
  })
}

/**
 * The office's own sink: what screens tell goes into the database.
 * @example officeEvidence({ store, clock, ids, codes }).take(came)
 */
export function officeEvidence(deps: Parts & { readonly codes: PairingCodes }): EvidenceSink {
  return {
    take: (came) => takeReport(deps, came),
    pair: (screenId, code) => pairScreen(deps, screenId, code),
  }
}
