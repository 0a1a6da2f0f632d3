import { MANIFEST_NAME, RECORD_FILES, attachmentName } from '../domain/exchange/package-name.ts'
import type { PackageFile, PackageManifest } from '../domain/exchange/package-records.ts'
import type { Refusal } from '../domain/refusal.ts'
import { damaged, type Span } from './zip-spans.ts'

/**
 * Holds a manifest against the directory: its files sorted and without doubles, each in the ZIP with its size, the three files of records
 * there, nothing missing, nothing extra, numbers that fit one another. Null when all is well.
 * @example checkManifest(manifest, spans) // null
 */
export function checkManifest(manifest: PackageManifest, spans: ReadonlyMap<string, Span>): Refusal | null {
  const own = damaged(MANIFEST_NAME, spans.get(MANIFEST_NAME) ?? { from: 0, to: 0 })
  const listed = new Set<string>()
  let before = ''
  for (const file of manifest.files) {
    if (file.path <= before || file.path !== nameOf(file)) return own
    before = file.path
    listed.add(file.path)
    const span = spans.get(file.path)
    if (span === undefined) return damaged(file.path, { from: 0, to: 0 })
    if (span.to - span.from !== file.size) return damaged(file.path, span)
  }
  for (const [name, span] of spans) {
    if (name !== MANIFEST_NAME && !listed.has(name)) return damaged(name, span)
  }
  for (const name of Object.values(RECORD_FILES)) if (!listed.has(name)) return own
  const attachments = manifest.files.filter(({ kind }) => kind === 'ATTACHMENT').length
  return attachments === manifest.counts.attachments && numbersFit(manifest) ? null : own
}

function nameOf(file: PackageFile): string {
  return file.kind === 'ATTACHMENT' ? attachmentName(file.sha256) : RECORD_FILES[file.kind]
}

function numbersFit({ changes, chain, sequence, previous }: PackageManifest): boolean {
  if (changes.first > changes.last + 1) return false
  const newest = chain.at(-1)
  if (newest === undefined) return true
  if (newest.sequence !== sequence - 1 || newest.seal !== previous) return false
  return chain.every((link, index) => link.sequence === sequence - chain.length + index)
}
