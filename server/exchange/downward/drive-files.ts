import { constants } from 'node:fs'
import { lstat, open, readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { isDownwardEntryName } from '../../../domain/exchange/package-name.ts'
import { sha256 } from '../../../platform/sha256.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { findSeal, sealHash } from '../../../sealed/read-seal.ts'
import type { Deps } from '../../deps.ts'
import { type Principal, requireRole } from '../../principal.ts'
import { takeReceipts } from '../receipt/take-receipts.ts'
import { receiveDownward } from './receive-downward.ts'
import type { DownwardOutcome, DriveExchangeFile, DriveExchangeFiles, DriveTakenIn } from './views.ts'

/** A county's stick is flat; one full of everything must not be read through. */
const DEPTH = 3
const MOST_FOLDERS = 400
const MOST_FILES = 200
/** A receipt for some 10,000 changes; a larger one is handed in as a file. */
const RECEIPT_BYTES = 64 * 1024 ** 2

/** Windows knows no such flag. */
const NO_LINK = process.platform === 'win32' ? 0 : constants.O_NOFOLLOW

type Found = DriveExchangeFile & { readonly fullPath: string }

/** By its name: copies that a file manager has numbered count too. */
function kindOf(name: string, uscc: string): Pick<DriveExchangeFile, 'kind' | 'number'> | null {
  const parts =
    /^(?<what>receipt|county)-(?<office>[0-9A-Z]{18})-(?<number>\d{6,12})[^/\\]*\.(?<ending>json|zip|age)$/u.exec(
      name,
    )?.groups
  if (!parts || parts['office'] !== uscc) return null
  const receipt = parts['what'] === 'receipt'
  if (receipt !== (parts['ending'] === 'json')) return null
  return { kind: receipt ? 'RECEIPT' : 'DOWNWARD', number: Number(parts['number']) }
}

async function readWhole(path: string): Promise<Uint8Array | null> {
  const file = await open(path, constants.O_RDONLY | NO_LINK).catch(() => null)
  if (file === null) return null
  try {
    const { size } = await file.stat()
    return size > RECEIPT_BYTES ? null : await file.readFile()
  } catch {
    // Pulled out, or a bad sector.
    return null
  } finally {
    await file.close()
  }
}

async function find(deps: Deps, root: string): Promise<readonly Found[]> {
  const uscc = deps.store.read.office.office()?.uscc ?? ''
  const found: Found[] = []
  const folders: { readonly path: string; readonly depth: number }[] = [{ path: root, depth: 0 }]
  for (let at = 0; at < folders.length && at < MOST_FOLDERS && found.length < MOST_FILES; at++) {
    const folder = folders[at]
    if (!folder) break
    for (const name of await readdir(folder.path).catch((): string[] => [])) {
      if (name.startsWith('.')) continue
      const fullPath = join(folder.path, name)
      // Not followed: a link on a stick could lead anywhere.
      const info = await lstat(fullPath).catch(() => null)
      if (info?.isDirectory() && folder.depth + 1 < DEPTH)
        folders.push({ path: fullPath, depth: folder.depth + 1 })
      const kind = info?.isFile() ? kindOf(name, uscc) : null
      if (!info || !kind || found.length >= MOST_FILES) continue
      const path = relative(root, fullPath)
      const isKnown = kind.kind === 'RECEIPT' ? isKnownReceipt : isKnownDownward
      const known = await isKnown(deps, fullPath, kind.number)
      found.push({ path, name, size: info.size, ...kind, known, fullPath })
    }
  }
  return found.toSorted((one, other) => one.kind.localeCompare(other.kind) || one.number - other.number)
}

async function isKnownReceipt(deps: Deps, path: string, number: number): Promise<boolean> {
  const { receipt } = deps.store.read
  const rows = receipt.countyInstances().flatMap((county) => receipt.byNumber(county, number))
  if (rows.length === 0) return false
  const bytes = await readWhole(path)
  if (bytes === null) return false
  const digest = sha256(bytes)
  return rows.some((row) => row.digest === digest)
}

/** By its seal alone: what is only listed is not proved. */
async function isKnownDownward(deps: Deps, path: string, number: number): Promise<boolean> {
  const seals = deps.store.read.downward.seals(number)
  if (seals.length === 0) return false
  const file = await open(path, constants.O_RDONLY | NO_LINK).catch(() => null)
  if (file === null) return false
  try {
    const found = await findSeal(file, (await file.stat()).size, isDownwardEntryName)
    return found.found === 'SEAL' && seals.includes(sealHash(found.text))
  } catch {
    // Pulled out, or a bad sector.
    return false
  } finally {
    await file.close()
  }
}

async function rootOf(deps: Deps, driveId: string): Promise<Result<string>> {
  const drive = await deps.drives.find(driveId)
  return drive ? accept(drive.path) : refuse('package.drive-gone')
}

/**
 * What lies on a drive for this office, by its names: receipts and packages of the county. Nothing is changed there. Refuses
 * `package.drive-gone`.
 * @example await driveExchangeFiles(deps, driveId)
 */
export async function driveExchangeFiles(deps: Deps, driveId: string): Promise<Result<DriveExchangeFiles>> {
  const root = await rootOf(deps, driveId)
  if (!root.ok) return root
  const files = await find(deps, root.value)
  return accept({ files: files.map(({ fullPath: _, ...file }) => file) })
}

/**
 * Takes in everything that lies on a drive for this office, receipts first, each file for itself; what it really is its content says.
 * Nothing on the drive is changed. Needs HANDLER or ADMINISTRATOR. Refuses `package.drive-gone`.
 * @example await takeInFromDrive(deps, handler, driveId)
 */
export async function takeInFromDrive(
  deps: Deps,
  principal: Principal,
  driveId: string,
): Promise<Result<DriveTakenIn>> {
  const allowed = requireRole(principal, 'HANDLER', 'ADMINISTRATOR')
  if (!allowed.ok) return allowed
  const root = await rootOf(deps, driveId)
  if (!root.ok) return root
  const files = await find(deps, root.value)
  const receipts: { readonly name: string; readonly bytes: Uint8Array }[] = []
  for (const { fullPath, name } of files.filter(({ kind }) => kind === 'RECEIPT')) {
    // What cannot be read is refused like what is no receipt, and stands in the list.
    receipts.push({ name, bytes: (await readWhole(fullPath)) ?? new Uint8Array() })
  }
  const taken = await takeReceipts(deps, principal, receipts)
  if (!taken.ok) return taken
  const downward: DownwardOutcome[] = []
  for (const { fullPath, name } of files.filter(({ kind }) => kind === 'DOWNWARD')) {
    downward.push(await downwardOutcome(name, () => receiveDownward(deps, principal, fullPath)))
  }
  return accept({ receipts: taken.value, downward })
}

/**
 * Runs one taking in, and says what became of it under the file's name; a drive that is pulled out in between is said in words too.
 * @example await downwardOutcome('county-….zip', () => receiveDownward(deps, handler, path))
 */
export async function downwardOutcome(
  name: string,
  receive: () => ReturnType<typeof receiveDownward>,
): Promise<DownwardOutcome> {
  try {
    const received = await receive()
    return received.ok
      ? { name, ...received.value }
      : { name, outcome: 'REFUSED', code: received.code, params: received.params }
  } catch (error) {
    if (!['ENOENT', 'EIO', 'ENODEV'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    return { name, outcome: 'REFUSED', code: 'package.drive-gone', params: {} }
  }
}
