import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import type { Deps } from '../../deps.ts'
import { sniffAttachment } from '../attachment/sniff.ts'

/** A scan on the disk: named by no public content, so it never leaves the office. */
export type KeptScan = { readonly sha256: string; readonly size: number; readonly mediaType: string }

/**
 * Stores the scan of a signed paper: PDF, JPEG or PNG by its bytes and its ending. On the disk before a row names it.
 * Refuses `notice.scan-type` and what `sniffAttachment` refuses.
 * @example await keepScan(deps, { name: '审核单.pdf', bytes })
 */
export async function keepScan(
  deps: Pick<Deps, 'blobs'>,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Result<KeptScan>> {
  const sniffed = sniffAttachment(file.bytes, file.name)
  if (!sniffed.ok) return sniffed.code === 'attachment.type-unknown' ? refuse('notice.scan-type') : sniffed
  const { type, mediaType } = sniffed.value
  if (type === 'DOCX' || type === 'XLSX') return refuse('notice.scan-type')
  return accept({ sha256: await deps.blobs.put(file.bytes), size: file.bytes.byteLength, mediaType })
}
