import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { blobPath, namedBlobs } from '../../db/backup-blobs.ts'
import { sha256 } from '../../platform/sha256.ts'
import type { Deps } from '../deps.ts'
import { loadAgeIdentity } from '../../sealed/age-identity.ts'
import { officeKeyIds } from '../exchange/enrolment/office-keys.ts'
import { packagePath } from '../exchange/package-path.ts'
import { verifyAnyPackage } from '../exchange/verify-any.ts'
import type { BoardFault } from './board-fault.ts'
import { dutyFaults } from './check-duties.ts'
import { matterFaults } from './check-matters.ts'
import { editionFaults } from './check-editions.ts'
import { postingFaults } from './check-postings.ts'
import { publicationFaults } from './check-publications.ts'
import { receiptFaults } from './check-receipts.ts'
import { scheduleFaults } from './check-schedule.ts'

/** How much was looked at, and what did not hold. */
export type BoardCheck = {
  readonly auditEvents: number
  readonly editions: number
  readonly files: number
  readonly packages: number
  readonly faults: readonly BoardFault[]
}

/**
 * Proves a board (design §4.4): the database by SQLite's own check, the audit chain, every edition and submission
 * against its hash, what hangs on the board against what the log says was approved and done, every
 * duty against its history, every stored file and every
 * written package against theirs, and the log against the head each package was signed with. Reads only.
 * @example (await checkBoard(deps)).faults.length // 0
 */
export async function checkBoard(
  deps: Pick<Deps, 'store' | 'dataFolder' | 'blobs' | 'packageKey'>,
): Promise<BoardCheck> {
  const { database, read } = deps.store
  const faults: BoardFault[] = []
  for (const line of database.pragma('integrity_check(20)') as { integrity_check: string }[]) {
    if (line.integrity_check !== 'ok')
      faults.push({ code: 'DATABASE_DAMAGED', subject: line.integrity_check })
  }
  for (const row of database.pragma('foreign_key_check') as { table: string; rowid: number }[]) {
    faults.push({ code: 'REFERENCE_BROKEN', subject: `${row.table} ${row.rowid}` })
  }
  const broken = read.audit.firstBroken()
  if (broken !== null) faults.push({ code: 'AUDIT_CHAIN_BROKEN', subject: String(broken) })
  let editions = 0
  for (const edition of read.edition.all()) {
    editions++
    if (sha256(edition.content) !== edition.hash)
      faults.push({ code: 'EDITION_HASH_WRONG', subject: String(edition.id) })
  }
  const submissions = database.prepare('SELECT id, hash, content FROM submission').iterate()
  for (const row of submissions as IterableIterator<{ id: string; hash: string; content: string }>) {
    if (sha256(row.content) !== row.hash) faults.push({ code: 'SUBMISSION_HASH_WRONG', subject: row.id })
  }
  faults.push(
    ...publicationFaults(database),
    ...dutyFaults(database),
    ...matterFaults(database),
    ...scheduleFaults(database),
    ...editionFaults(database),
    ...postingFaults(database),
    ...receiptFaults(read),
  )
  const blobs = namedBlobs(database)
  for (const hash of blobs) {
    const found = await hashOf(deps.blobs.pathOf(hash))
    if (found === null) faults.push({ code: 'FILE_MISSING', subject: blobPath(hash) })
    else if (found !== hash) faults.push({ code: 'FILE_DAMAGED', subject: blobPath(hash) })
  }
  const packages = read.exchange.packages()
  for (const { fileName, sequence, sha256: hash } of packages) {
    const found = await hashOf(packagePath(deps.dataFolder, fileName))
    if (found === null) faults.push({ code: 'PACKAGE_MISSING', subject: fileName })
    else if (found !== hash) faults.push({ code: 'PACKAGE_DAMAGED', subject: fileName })
    // Of format 1, which nobody ever took in, only the bytes are looked at.
    else if (read.exchange.offerOf(sequence)) faults.push(...(await packageFaults(deps, fileName)))
  }
  for (const change of read.exchange.notOffered())
    faults.push({ code: 'CHANGE_NOT_OFFERED', subject: String(change) })
  return { auditEvents: read.audit.count(), editions, files: blobs.length, packages: packages.length, faults }
}

/** A chain that was recomputed as a whole fits in itself; it does not fit the head that was signed and handed on before. */
async function packageFaults(
  deps: Pick<Deps, 'store' | 'dataFolder' | 'packageKey'>,
  fileName: string,
): Promise<BoardFault[]> {
  const proof = await verifyAnyPackage(packagePath(deps.dataFolder, fileName), {
    identity: () => loadAgeIdentity(deps.dataFolder),
    trustedKeys: officeKeyIds(deps.dataFolder),
  })
  if (!proof.ok) return [{ code: 'PACKAGE_DAMAGED', subject: fileName }]
  const { sequence, hash } = proof.value.auditHead
  return deps.store.read.audit.hashAt(sequence) === hash
    ? []
    : [{ code: 'AUDIT_REWRITTEN', subject: fileName }]
}

async function hashOf(path: string): Promise<string | null> {
  if (!existsSync(path)) return null
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk)
  return hash.digest('hex')
}
