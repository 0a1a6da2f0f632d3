import { open } from 'node:fs/promises'
import { fileSha256 } from '../../platform/file-sha256.ts'
import type { Arrival } from '../../sealed/network/wire.ts'
import type { KnownOffice, ListenerParts } from './listener-parts.ts'
import { type ArrivalOutcome, type StoredUpload, type UploadFolder, uploadId } from './upload-folder.ts'

/** What becomes of uploads once they are whole. */
export type Arrivals = {
  /** How the county stands to a file of an office; takes it in when it is whole, and waits for that a while. */
  readonly stateOf: (office: KnownOffice, sha256: string) => Promise<Arrival>
  /** A file has come whole: begins to take it in. */
  readonly whole: (id: string) => void
  /** Goes on with what was whole when the program ended. */
  readonly resume: () => Promise<void>
  /** Waits for what is being taken in, and begins nothing more. */
  readonly close: () => Promise<void>
}

/** Packages that are taken in at the same time, of different offices. */
const AT_ONCE = 4

/**
 * Opens what takes uploads in: the SHA-256 of the whole file is compared, the file is handed to the county, what came of it is put on the
 * disk, and only then the upload goes. Wherever a crash falls between these, the next start does the rest, and the same file gives the
 * same receipt. One office's files are taken in one after another.
 * @example const arrivals = openArrivals(folder, parts, 20_000)
 */
export function openArrivals(
  folder: UploadFolder,
  parts: Pick<ListenerParts, 'takeIn' | 'officeByUscc' | 'instanceId' | 'logger'>,
  patience: number,
): Arrivals {
  const running = new Map<string, Promise<void>>()
  const tails = new Map<string, Promise<void>>()
  const waiting: (() => void)[] = []
  let busy = 0
  let closed = false

  const place = async (): Promise<void> => {
    if (busy >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
    busy += 1
  }
  const leave = (): void => {
    busy -= 1
    waiting.shift()?.()
  }
  /** What came of a file by the database the county has now: uploads outlive one that was restored. */
  const resultNow = async (id: string): Promise<ArrivalOutcome | null> => {
    const kept = await folder.result(id)
    if (kept?.countyInstanceId !== (await parts.instanceId())) return null
    const { countyInstanceId: _, ...result } = kept
    return result
  }
  const judge = async (upload: StoredUpload): Promise<ArrivalOutcome> => {
    const office = await parts.officeByUscc(upload.uscc)
    if (office === null) return { state: 'REFUSED', code: 'package.unknown-office', params: {} }
    const taken = await parts.takeIn(upload.path, office)
    if (taken.ok) return { state: 'TAKEN_IN', receiptNumber: taken.value.receiptNumber }
    // Nothing about the package: the county has no room, or no database. It is tried again.
    if (taken.code.startsWith('county.')) throw new Error(taken.code)
    return { state: 'REFUSED', code: taken.code, params: taken.params }
  }
  const takeIn = async (id: string): Promise<void> => {
    const upload = await folder.find(id)
    if (upload === null || upload.offset !== upload.size) return
    if ((await resultNow(id)) === null) {
      await synced(upload.path)
      // Not what was promised: nothing of it is worth going on with, and the office begins anew.
      if ((await fileSha256(upload.path)) !== upload.sha256) return folder.remove(id)
      // Asked for before: a database put back meanwhile has not seen what this one is about to say.
      const countyInstanceId = await parts.instanceId()
      await folder.keepResult(id, { ...(await judge(upload)), countyInstanceId })
    }
    await folder.remove(id)
  }
  const begin = (id: string): Promise<void> => {
    const already = running.get(id)
    if (already !== undefined || closed) return already ?? Promise.resolve()
    const [office = ''] = id.split('-')
    const job = (tails.get(office) ?? Promise.resolve())
      .then(place)
      .then(() => takeIn(id).finally(leave))
      // The database was away, for example: the upload stays, and is tried again when the office asks or the program starts.
      .catch((error: unknown) => parts.logger.warn({ err: error }, 'a package could not be taken in'))
      .finally(() => {
        running.delete(id)
        if (tails.get(office) === job) tails.delete(office)
      })
    running.set(id, job)
    tails.set(office, job)
    return job
  }
  const seen = async (id: string): Promise<Arrival> => {
    const result = await resultNow(id)
    if (result !== null) return result
    const upload = await folder.find(id)
    if (upload === null) return { state: 'ABSENT' }
    if (upload.offset === upload.size) return { state: 'PROCESSING' }
    return { state: 'UPLOADING', location: id, offset: upload.offset }
  }
  return {
    stateOf: async (office, hash) => {
      const id = uploadId(office.id, hash)
      const state = await seen(id)
      if (state.state !== 'PROCESSING') return state
      await within(begin(id), patience)
      return seen(id)
    },
    whole: (id) => void begin(id),
    resume: async () => {
      for (const upload of await folder.list()) if (upload.offset === upload.size) void begin(upload.id)
    },
    close: async () => {
      closed = true
      await Promise.all(running.values())
    },
  }
}

async function synced(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function within(job: Promise<void>, milliseconds: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds).unref()
  })
  await Promise.race([job, over])
  clearTimeout(timer)
}
