import type { BlobStore } from '../../../../platform/blob-store.ts'
import type { SiteEntry } from './site-entries.ts'

/** Files and bytes of a site. */
export type SiteSize = { readonly files: number; readonly bytes: number }

/** Where the files of a site go; each is put once, the site counts only when `finish` has returned. */
export type SiteSink = {
  readonly put: (entry: SiteEntry) => Promise<void>
  /** Proves what was written, brings it to the disk and puts it in its place. */
  readonly finish: () => Promise<SiteSize>
  /** Takes away what was half written. */
  readonly abandon: () => Promise<void>
}

/** An attachment that is missing or no longer what was approved. */
export class SiteFileDamaged extends Error {
  readonly indexNumber: string
  readonly fileName: string
  constructor(indexNumber: string, fileName: string) {
    super('an attachment of the board is damaged')
    this.indexNumber = indexNumber
    this.fileName = fileName
  }
}

/**
 * Where the bytes of an attachment lie, proved by their hash. @throws SiteFileDamaged
 * @example const path = await provedFile(blobs, entry)
 */
export async function provedFile(
  blobs: BlobStore,
  { file, indexNumber }: Extract<SiteEntry, { kind: 'FILE' }>,
): Promise<string> {
  try {
    return (await blobs.whole(file.sha256)).path
  } catch {
    throw new SiteFileDamaged(indexNumber, file.name)
  }
}
