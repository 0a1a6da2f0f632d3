import { rm, stat } from 'node:fs/promises'
import { placePackage, type PackageMark } from '../../domain/exchange/package-place.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/audit.ts'
import type { Sql } from '../db/sql.ts'
import type { CountyDeps } from '../deps.ts'
import { raiseMark } from '../instance/mark-file.ts'
import { countySelf } from '../office/county-repo.ts'
import { countingKey } from '../office/keys.ts'
import { keyById, officeById, officeByUscc, provingKeys } from '../office/office-repo.ts'
import { lockStanding, noteContact, officeHeld, standingNow } from '../office/standing.ts'
import { addReceipt, receiptsOf, type StoredReceipt } from '../receipt/receipts.ts'
import { applyPackage, type Taking } from './apply-package.ts'
import { WAITING_SHARE } from './county-limits.ts'
import { startJudging, type JudgeThread } from './judge-thread.ts'
import type { ProvedPackage } from './judged.ts'
import {
  keepPackage,
  missingFrom as missingNow,
  supersede,
  waitAgain,
  waitingPackages,
  type PackageArrival,
  type WaitingPackage,
} from './package-rows.ts'
import { keepWaiting, openStaging, waitingFile } from './staging.ts'

/** How a package comes in. */
export type Ingest = {
  /** Where its file lies; it is only read. */
  readonly file: string
  readonly cameBy: PackageArrival['cameBy']
  /** Who hands it in: an account's id, `cli` or `network`. */
  readonly actor: string
  /** The office that handed it in, where that is known; a package of another one is refused. */
  readonly officeId?: number
}

/** What became of a package. */
export type Ingested = {
  readonly office: { readonly id: number; readonly name: string; readonly uscc: string }
  readonly instanceId: string
  readonly sequence: number
  /** TAKEN_IN, HELD until what is missing comes, or KNOWN: it was here before and nothing changed. */
  readonly outcome: 'TAKEN_IN' | 'HELD' | 'KNOWN'
  readonly accepted: number
  readonly rejected: number
  /** The change from which on something is missing; null without a gap. */
  readonly missingFrom: number | null
  /** The receipt that answers it. */
  readonly receipt: StoredReceipt
  /** Receipts of packages that had waited and were taken in because of this one. */
  readonly further: readonly StoredReceipt[]
}

/**
 * Takes a package in: decrypted and proved in a place of its own, put in order by its numbers, judged row by row, and written with its
 * receipt in one transaction. Refuses what `openPackage`, `decryptFile` and `placePackage` refuse, `package.unknown-office`,
 * `package.key-revoked`, `package.waiting-full`, `county.staging-full` and `county.not-set-up`; then nothing has changed but a line in the log.
 * Source: R-061; lessons 4, 6 and 10, stories 1–6.
 * @example await ingestPackage(deps, { file: '/media/stick/board-….zip.age', cameBy: 'FILE', actor: 'cli' })
 */
export async function ingestPackage(deps: CountyDeps, ingest: Ingest): Promise<Result<Ingested>> {
  const taken = await takeIn(deps, ingest)
  if (!taken.ok) {
    await record(deps, deps.sql, {
      actor: ingest.actor,
      action: 'package.refused',
      office: ingest.officeId ?? null,
      detail: { code: taken.code },
    })
    return taken
  }
  // Also after a known one: a program may have died between taking a package in and looking at what had waited for it.
  const officeId = taken.value.office.id
  const isHeld = taken.value.outcome === 'HELD'
  // Before anything else can fail: a restore to just before this receipt must be noticed.
  await raiseMark(deps)
  const further = isHeld ? [] : await closeGaps(deps, ingest, officeId)
  if (further.length > 0) await raiseMark(deps)
  // What waited may have closed the gap, or turned out to be lost.
  const { missingFrom } = await standingNow(deps.sql, officeId)
  return accept({ ...taken.value, missingFrom, further })
}

async function takeIn(deps: CountyDeps, ingest: Ingest): Promise<Result<Omit<Ingested, 'further'>>> {
  const staging = await openStaging(deps.dataFolder)
  // Begins before the file is decrypted: a thread takes as long to start as a good part of that.
  const thread = startJudging((await stat(ingest.file).catch(() => null))?.size ?? 0)
  try {
    const brought = await staging.bring(ingest.file, deps.age.identity)
    if (!brought.ok) return brought
    const { path, size } = brought.value
    const proved = await prove(deps, thread, path)
    if (!proved.ok) return proved
    const arrival = { cameBy: ingest.cameBy, size, at: deps.clock.now() }
    return await deps.sql.transaction((sql) =>
      placeAndTake(deps, sql, { ingest, thread, path, proved: proved.value, arrival }),
    )
  } finally {
    await thread.end()
    await staging.end()
  }
}

/** Proves a package by the keys the county believes, and says of another one why not. */
async function prove(deps: CountyDeps, thread: JudgeThread, path: string): Promise<Result<ProvedPackage>> {
  const opened = await thread.open(path, await provingKeys(deps.sql))
  if (!('ok' in opened)) return accept(opened)
  if (opened.code !== 'package.unknown-key') return opened
  const key = await keyById(deps.sql, String(opened.params['keyId'] ?? ''))
  if (key?.state === 'REVOKED') return refuse('package.key-revoked')
  // Only to say whose it claims to be; nothing of it is believed.
  const claimed = await thread.open(path, null)
  if ('ok' in claimed) return claimed
  const { office } = claimed.manifest
  return (await officeByUscc(deps.sql, office.uscc)) === undefined
    ? refuse('package.unknown-office', { office: office.name })
    : opened
}

type Placing = Pick<Taking, 'thread' | 'proved' | 'arrival'> & {
  readonly ingest: Ingest
  readonly path: string
}

async function placeAndTake(
  deps: CountyDeps,
  sql: Sql,
  { ingest, thread, path, proved, arrival }: Placing,
): Promise<Result<Omit<Ingested, 'further'>>> {
  const { manifest, seal, keyId } = proved
  const { actor } = ingest
  const county = await countySelf(sql)
  if (!county.ok) return county
  const key = await keyById(sql, keyId)
  const office = key && (await officeById(sql, key.officeId))
  const foreign = ingest.officeId !== undefined && ingest.officeId !== office?.id
  if (key === undefined || office?.uscc !== manifest.office.uscc || foreign) {
    return refuse('package.unknown-key', { keyId })
  }
  const standing = await lockStanding(sql, office.id)
  const mark = markOf(proved)
  const placed = placePackage(await officeHeld(sql, office, standing, mark), mark)
  if (!placed.ok) return placed
  const { place } = placed.value
  const told = { office, instanceId: manifest.instance.id, sequence: manifest.sequence }
  if (place === 'KNOWN') {
    const receipts = await receiptsOf(sql, office.id, told.instanceId, told.sequence)
    // One that waited has two; the later one says what became of it.
    const receipt = receipts.at(-1)
    if (receipt === undefined) throw new Error('a known package has a receipt')
    await noteContact(sql, office.id, standing.missingFrom, arrival.at)
    if (receipt.verdict === 'HELD') {
      await keepWaiting(deps.dataFolder, path, seal)
      await waitAgain(sql, office.id, told, standing.held)
    }
    await record(deps, sql, {
      actor,
      action: 'package.known',
      office: office.id,
      detail: { sequence: told.sequence, receipt: receipt.number },
    })
    const [row] = await sql.query<{ accepted: number; rejected: number }>(
      'SELECT accepted, rejected FROM package WHERE office_id = $1 AND instance_id = $2 AND sequence = $3',
      [office.id, told.instanceId, told.sequence],
    )
    const { accepted = 0, rejected = 0 } = row ?? {}
    return accept({
      ...told,
      outcome: 'KNOWN',
      accepted,
      rejected,
      missingFrom: standing.missingFrom,
      receipt,
    })
  }
  // A key that its successor has replaced proves only what is here already.
  if (key.state !== 'ACTIVE') return refuse('package.key-revoked')
  const taking: Taking = { county: county.value, office, proved, thread, arrival, actor }
  if (placed.value.place === 'WAITING') {
    const { missingFrom } = placed.value
    const waiting = (await waitingPackages(sql, office.id)).reduce((sum, one) => sum + one.arrival.size, 0)
    if (waiting + arrival.size > WAITING_SHARE) return refuse('package.waiting-full', { missingFrom })
    const receipt = await hold(deps, sql, taking, missingFrom)
    await keepWaiting(deps.dataFolder, path, seal)
    return accept({ ...told, outcome: 'HELD', accepted: 0, rejected: 0, missingFrom, receipt })
  }
  const receipt = await applyPackage(deps, sql, taking, placed.value.place)
  const counts = await sql.query<{ accepted: number; rejected: number; missing_from: number | null }>(
    `SELECT p.accepted, p.rejected, s.missing_from FROM package p JOIN office_standing s USING (office_id)
     WHERE p.office_id = $1 AND p.instance_id = $2 AND p.sequence = $3`,
    [office.id, told.instanceId, told.sequence],
  )
  const { accepted = 0, rejected = 0, missing_from: missingFrom = null } = counts[0] ?? {}
  return accept({ ...told, outcome: 'TAKEN_IN', accepted, rejected, missingFrom, receipt })
}

function markOf({ manifest, seal }: ProvedPackage): PackageMark {
  const { instance, sequence, previous, chain, changes, auditHead } = manifest
  return { instance, sequence, previous, chain, seal, changes, auditHead }
}

/** Keeps a package that came too early, and says so. */
async function hold(
  deps: CountyDeps,
  sql: Sql,
  { county, office, proved, arrival, actor }: Taking,
  missingFrom: number,
): Promise<StoredReceipt> {
  const { manifest, seal } = proved
  const { first, last } = manifest.changes
  await keepPackage(sql, office.id, proved, arrival, {
    state: 'WAITING',
    accepted: 0,
    rejected: 0,
    at: arrival.at,
  })
  // Not simply what this one waits for: one of a restored database may wait as well.
  const { held } = await standingNow(sql, office.id)
  await noteContact(sql, office.id, await missingNow(sql, office.id, held), arrival.at)
  const receipt = await addReceipt(
    deps,
    sql,
    { county, office, officeKeyId: await countingKey(sql, office.id) },
    {
      package: {
        instanceId: manifest.instance.id,
        sequence: manifest.sequence,
        seal,
        changes: { first, last },
      },
      verdict: 'HELD',
      counts: { ...manifest.counts, accepted: 0, rejected: 0 },
      items: [],
      unknown: [],
    },
  )
  await record(deps, sql, {
    actor,
    action: 'package.held',
    office: office.id,
    detail: { sequence: manifest.sequence, missingFrom, receipt: receipt.number },
  })
  return receipt
}

/** Takes in what waited and whose turn has come, each in a transaction of its own with its own receipt. */
async function closeGaps(
  deps: CountyDeps,
  ingest: Ingest,
  officeId: number,
): Promise<readonly StoredReceipt[]> {
  const receipts: StoredReceipt[] = []
  for (;;) {
    const before = receipts.length
    for (const waiting of await waitingPackages(deps.sql, officeId)) {
      const receipt = await takeWaiting(deps, ingest, officeId, waiting)
      if (receipt !== null) receipts.push(receipt)
    }
    if (receipts.length === before) return receipts
  }
}

async function takeWaiting(
  deps: CountyDeps,
  { actor }: Ingest,
  officeId: number,
  waiting: WaitingPackage,
): Promise<StoredReceipt | null> {
  const path = waitingFile(deps.dataFolder, waiting.seal)
  const thread = startJudging(waiting.arrival.size)
  try {
    const opened = await thread.open(path, null).catch(() => refuse('package.not-found'))
    // Whatever became of its file since: it was proved when it came, and its seal says whether this is still it.
    const proved = 'ok' in opened || opened.seal !== waiting.seal ? null : opened
    const turn = await deps.sql.transaction((sql) =>
      takeInTurn(deps, sql, { officeId, waiting, proved, thread, actor }),
    )
    if (turn !== 'WAITS') await rm(path, { force: true })
    return typeof turn === 'object' ? turn : null
  } finally {
    await thread.end()
  }
}

async function takeInTurn(
  deps: CountyDeps,
  sql: Sql,
  of: {
    readonly officeId: number
    readonly waiting: WaitingPackage
    readonly proved: ProvedPackage | null
    readonly thread: JudgeThread
    readonly actor: string
  },
): Promise<StoredReceipt | 'WAITS' | 'SUPERSEDED'> {
  const { officeId, waiting, proved, thread, actor } = of
  const standing = await lockStanding(sql, officeId)
  const office = await officeById(sql, officeId)
  const county = await countySelf(sql)
  if (office === undefined || !county.ok) throw new Error('an office that has packages is enrolled')
  const still = await waitingPackages(sql, officeId)
  // Another process may have taken it in.
  if (!still.some(({ seal }) => seal === waiting.seal)) return 'WAITS'
  const giveUp = async (code: string): Promise<'SUPERSEDED'> => {
    await supersede(sql, officeId, waiting)
    await noteContact(sql, officeId, await missingNow(sql, officeId, standing.held), deps.clock.now())
    const detail = { sequence: waiting.sequence, code }
    await record(deps, sql, { actor, action: 'package.superseded', office: officeId, detail })
    return 'SUPERSEDED'
  }
  // It is shown as missing then, so that the office offers it again.
  if (proved === null) return giveUp('package.not-found')
  const key = await keyById(sql, waiting.keyId)
  if (key?.state === 'REVOKED' && key.endedBy === 'PERSON') return giveUp('package.key-revoked')
  const mark = markOf(proved)
  const known = await officeHeld(sql, office, standing, mark)
  const others = { ...known, sealOf: hiding(waiting, known.sealOf) }
  const placed = placePackage(others, mark)
  const place = placed.ok ? placed.value.place : null
  if (place === 'WAITING') return 'WAITS'
  if (place === null || place === 'KNOWN') return giveUp(placed.ok ? '' : placed.code)
  const taking: Taking = { county: county.value, office, proved, thread, arrival: waiting.arrival, actor }
  return applyPackage(deps, sql, taking, place)
}

/** The package itself is on record as waiting; what matters is whether another one has its number. */
function hiding(
  waiting: WaitingPackage,
  sealOf: (instanceId: string, sequence: number) => string | undefined,
): (instanceId: string, sequence: number) => string | undefined {
  return (instanceId, sequence) =>
    instanceId === waiting.instanceId && sequence === waiting.sequence
      ? undefined
      : sealOf(instanceId, sequence)
}
