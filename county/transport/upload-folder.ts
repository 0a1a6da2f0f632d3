import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { uploadMetadataSchema } from '../../sealed/network/wire.ts'
import { sha256 } from '../../platform/sha256.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Refusal } from '../../domain/refusal.ts'

/** An upload as it lies in the folder. */
export type StoredUpload = {
  readonly id: string
  readonly path: string
  readonly uscc: string
  readonly sequence: number
  /** What the office says of the whole file. */
  readonly sha256: string
  readonly size: number
  /** Bytes that are here. */
  readonly offset: number
}

/** What became of a file that was here. */
export type ArrivalOutcome =
  | { readonly state: 'TAKEN_IN'; readonly receiptNumber: number }
  | { readonly state: 'REFUSED'; readonly code: Refusal['code']; readonly params: Refusal['params'] }

/** The same as it is kept a while, so that the same file is answered without being sent again. */
export type ArrivalResult = ArrivalOutcome & {
  /** Database of the county that says so; of another one it says nothing, since that may know neither package nor receipt. */
  readonly countyInstanceId: string
}

/** Where uploads lie on their way. */
export type UploadFolder = {
  readonly find: (id: string) => Promise<StoredUpload | null>
  readonly list: () => Promise<readonly StoredUpload[]>
  readonly remove: (id: string) => Promise<void>
  readonly result: (id: string) => Promise<ArrivalResult | null>
  readonly keepResult: (id: string, result: ArrivalResult) => Promise<void>
  readonly dropResult: (id: string) => Promise<void>
  /** Removes what nobody went on with for two weeks, results after three months, and pieces of what a crash left. */
  readonly clean: () => Promise<void>
}

const ID = /^[0-9a-f]{16}-[0-9a-f]{64}$/u
const FILE = /^([0-9a-f]{16}-[0-9a-f]{64})(\.json|\.result|\.result\.partial)?$/u
const DAY_MS = 24 * 60 * 60_000
const UPLOAD_DAYS = 14
const RESULT_DAYS = 90

// What tus keeps of an upload beside its bytes.
const configSchema = z.object({ metadata: uploadMetadataSchema.extend({ uscc: z.string() }) })
const resultSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('TAKEN_IN'), receiptNumber: z.int(), countyInstanceId: z.string() }),
  z.object({
    state: z.literal('REFUSED'),
    countyInstanceId: z.string(),
    code: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  }),
])

/**
 * The id of an upload: whose, and which file. The same file is the same upload, however often the line broke before its first answer, so
 * nothing is left over that counts twice; and no office can name another's.
 * @example uploadId('office-1', 'e3b0c442…') // '5d41402abc4b2a76-e3b0c442…'
 */
export function uploadId(officeId: string, fileSha256: string): string {
  return `${officePrefix(officeId)}-${fileSha256}`
}

/**
 * True when an upload belongs to an office.
 * @example isUploadOf('office-1', uploadId('office-1', hash)) // true
 */
export function isUploadOf(officeId: string, id: string): boolean {
  return ID.test(id) && id.startsWith(`${officePrefix(officeId)}-`)
}

function officePrefix(officeId: string): string {
  return sha256(officeId).slice(0, 16)
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch {
    return null
  }
}

/**
 * The folder of uploads. What a crash left half written reads as if it were not there.
 * @example const folder = uploadFolder('/data/uploads', clock)
 */
export function uploadFolder(folder: string, clock: Pick<Clock, 'now'>): UploadFolder {
  const at = (id: string): string => join(folder, id)
  const find = async (id: string): Promise<StoredUpload | null> => {
    const config = configSchema.safeParse(await readJson(`${at(id)}.json`))
    const bytes = await stat(at(id)).catch(() => null)
    if (!config.success || bytes === null) return null
    return { id, path: at(id), ...config.data.metadata, offset: bytes.size }
  }
  const ids = async (): Promise<string[]> => {
    const names = await readdir(folder)
    return names.filter((name) => ID.test(name))
  }
  return {
    find,
    list: async () => {
      const found = await Promise.all((await ids()).map(find))
      return found.filter((one) => one !== null)
    },
    remove: async (id) => {
      await rm(at(id), { force: true })
      await rm(`${at(id)}.json`, { force: true })
    },
    result: async (id) => {
      const read = resultSchema.safeParse(await readJson(`${at(id)}.result`))
      return read.success ? (read.data as ArrivalResult) : null
    },
    keepResult: async (id, result) => {
      const partial = `${at(id)}.result.partial`
      const handle = await open(partial, 'w', 0o600)
      try {
        await handle.writeFile(JSON.stringify(result))
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(partial, `${at(id)}.result`)
    },
    dropResult: (id) => rm(`${at(id)}.result`, { force: true }),
    clean: async () => {
      const now = Date.parse(clock.now())
      for (const name of await readdir(folder)) {
        const [, id = '', kind] = FILE.exec(name) ?? []
        if (id === '') continue
        // How long nobody went on with an upload is told by its bytes, not by what was noted when it began.
        const changed = await stat(kind === '.json' ? at(id) : join(folder, name)).catch(() => null)
        const days = kind === '.result' ? RESULT_DAYS : UPLOAD_DAYS
        if (changed === null || now - changed.mtimeMs > days * DAY_MS) {
          await rm(join(folder, name), { force: true })
        }
      }
    },
  }
}
