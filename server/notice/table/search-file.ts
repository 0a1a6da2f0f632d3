import type { RemovedValue } from '../../../domain/table/removed-value.ts'
import { type KeptFind, keptFind } from '../../../domain/privacy/removed-hits.ts'
import { removedSearch } from '../../../domain/table/removed-value.ts'
import { accept, type Result } from '../../../domain/refusal.ts'
import { readPublicFile } from '../attachment/read-public-file.ts'

/** A removed value with the fingerprint it is known by outside the office's table. */
export type NamedValue = RemovedValue & { readonly fingerprint: string }

/** What a search of one public file came to. */
export type FileSearch = { readonly textRead: boolean; readonly finds: readonly KeptFind[] }

/**
 * Reads a public file anew from its bytes and searches it for values that were taken out of a list. Refuses what reading
 * the file refuses.
 * @example await searchFile({ attachmentId: 'a1', mediaType: 'application/pdf', bytes, values })
 */
export async function searchFile(input: {
  readonly attachmentId: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly values: readonly NamedValue[]
}): Promise<Result<FileSearch>> {
  const { attachmentId, mediaType, bytes, values } = input
  const reading = await readPublicFile(mediaType, bytes)
  if (!reading.ok) return reading
  const search = removedSearch(values)
  const names = new Map(values.map(({ kind, value, fingerprint }) => [`${kind}\n${value}`, fingerprint]))
  const finds = reading.value.passages.flatMap(({ text, where }, index) =>
    search(text).map((find) =>
      keptFind(
        `R.${attachmentId}.${index}`,
        { part: 'ATTACHMENT', attachmentId, where },
        find,
        text,
        ({ kind, value }) => names.get(`${kind}\n${value}`) ?? '',
      ),
    ),
  )
  return accept({ textRead: reading.value.textRead, finds })
}
