import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Reads, Writes } from '../../../db/store.ts'
import type { DownwardManifest } from '../../../domain/exchange/downward.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { decryptFile, isAgeFile } from '../../../sealed/age-file.ts'
import { loadAgeIdentity } from '../../../sealed/age-identity.ts'
import { openDownwardPackage } from '../../../sealed/downward-package.ts'
import { record } from '../../audit/record.ts'
import type { Deps } from '../../deps.ts'
import type { Principal } from '../../principal.ts'
import { itemView, missingSequences } from './downward-views.ts'
import type { DownwardItemView } from './views.ts'

/** Bytes of an encrypted package; the opener has its own limit for what is in it. */
const LIMIT = 256 * 1024 ** 2

/** What taking a county's package in has brought. */
export type ReceivedDownward = {
  readonly outcome: 'NEW' | 'KNOWN'
  readonly sequence: number
  readonly items: readonly DownwardItemView[]
  readonly missingSequences: readonly number[]
}

const BY_ITSELF = { id: 'system', name: 'board network' }

/**
 * Takes a county's package in, all of it or nothing: each thing it brings is laid before a person, nothing takes effect by itself. The
 * same package again changes nothing. One that was missing may come after later ones: every thing has a version, and one that is older than
 * what was taken of it is overtaken at once. Without a person it came over the network. Refuses `enrolment.no-county`, what
 * `openDownwardPackage` and `decryptFile` refuse, `downward.other-office`, `downward.other-content`, and `downward.older` for one of a
 * county database that was given up.
 * @example await receiveDownward(deps, handler, '/media/stick/county-….zip')
 */
export async function receiveDownward(
  deps: Deps,
  person: Principal | null,
  path: string,
): Promise<Result<ReceivedDownward>> {
  const card = deps.store.read.countyCard.current()
  if (!card) return refuse('enrolment.no-county')
  const folder = await mkdtemp(join(tmpdir(), 'board-downward-'))
  try {
    const plain = await plainPath(deps, path, folder)
    if (!plain.ok) return plain
    const opened = await openDownwardPackage(plain.value, { trustedKeys: [card.keyId] })
    if (!opened.ok) return opened
    const { manifest, seal, item, close } = opened.value
    try {
      if (manifest.office.uscc !== deps.store.read.office.office()?.uscc)
        return refuse('downward.other-office')
      // On the disk before the rows that name them.
      for (const sha256 of new Set(manifest.items.map((one) => one.sha256))) {
        await deps.blobs.put(await item(sha256))
      }
      const outcome = deps.store.tx((write, read) => takeIn(deps, write, read, person, { manifest, seal }))
      if (!outcome.ok) return outcome
      return accept(await receivedView(deps, manifest, outcome.value))
    } finally {
      await close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * The same for bytes that came with a form.
 * @example await receiveDownwardBytes(deps, handler, bytes)
 */
export async function receiveDownwardBytes(
  deps: Deps,
  person: Principal,
  bytes: Uint8Array,
): Promise<Result<ReceivedDownward>> {
  const folder = await mkdtemp(join(tmpdir(), 'board-downward-'))
  try {
    const path = join(folder, 'package.zip')
    await writeFile(path, bytes)
    return await receiveDownward(deps, person, path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function plainPath(deps: Deps, path: string, folder: string): Promise<Result<string>> {
  if (!(await isAgeFile(path))) return accept(path)
  const { identity } = await loadAgeIdentity(deps.dataFolder)
  const target = join(folder, 'plain.zip')
  const plain = await decryptFile(path, target, identity, { limit: LIMIT })
  return plain.ok ? accept(target) : plain
}

function takeIn(
  deps: Deps,
  write: Writes,
  read: Reads,
  person: Principal | null,
  { manifest, seal }: { readonly manifest: DownwardManifest; readonly seal: string },
): Result<'NEW' | 'KNOWN'> {
  const { sequence, claimedAt, items } = manifest
  const countyInstanceId = manifest.county.instanceId
  const known = read.downward.package(countyInstanceId, sequence)
  if (known?.seal === seal) return accept('KNOWN')
  if (known) return refuse('downward.other-content', { sequence })
  if (read.receipt.countyInstances().slice(0, -1).includes(countyInstanceId)) {
    const held = Math.max(0, ...read.downward.sequences(read.receipt.countyInstances().at(-1) ?? ''))
    return refuse('downward.older', { sequence, held })
  }
  const at = deps.clock.now()
  const taken = items.map(({ kind, key, version, title, fileName, sha256, size }) => ({
    item: {
      id: deps.ids.next(),
      countyInstanceId,
      sequence,
      kind,
      key,
      version,
      title,
      fileName,
      sha256,
      size,
    },
    overtaken: read.downward
      .versions(kind, key)
      .some(
        (other) =>
          other.countyInstanceId === countyInstanceId &&
          other.version >= version &&
          (other.end?.how === 'TAKEN' || other.end?.how === 'READ'),
      ),
  }))
  write.downward.addPackage(
    { countyInstanceId, sequence, seal, claimedAt, takenBy: person?.id ?? null, takenAt: at },
    taken.map(({ item }) => item),
  )
  for (const { item, overtaken } of taken) {
    if (overtaken)
      write.downward.end({ itemId: item.id, how: 'OVERTAKEN', note: '', accountId: person?.id ?? null, at })
  }
  record(
    deps,
    write,
    person ?? BY_ITSELF,
    'downward.receive',
    { kind: 'downward', id: String(sequence) },
    { items: items.length, sha256: seal },
  )
  return accept('NEW')
}

async function receivedView(
  deps: Deps,
  { county, sequence }: DownwardManifest,
  outcome: 'NEW' | 'KNOWN',
): Promise<ReceivedDownward> {
  const { read } = deps.store
  const items: DownwardItemView[] = []
  for (const row of read.downward.ofPackage(county.instanceId, sequence))
    items.push(await itemView(deps, row))
  return { outcome, sequence, items, missingSequences: missingSequences(read, county.instanceId) }
}
