import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import type { z } from 'zod'
import { MANIFEST_NAME } from '../domain/exchange/package-name.ts'
import { accept, refuse } from '../domain/refusal.ts'
import type { Result } from '../domain/refusal.ts'
import { MANIFEST_LIMIT } from './package-limits.ts'
import { proveSeal, type ProvedSeal } from './prove-seal.ts'
import { readDirectory, type Directory } from './read-directory.ts'
import { readCanonical, shaped } from './read-json.ts'
import { readRange } from './read-seal.ts'
import { damaged, spanOf, spansOf, type Span } from './zip-spans.ts'

/** A sealed ZIP whose bytes, names and manifest are proved; what its other files hold is not yet. */
export type SealedZip<Manifest> = {
  readonly file: FileHandle
  readonly proved: ProvedSeal
  readonly spans: ReadonlyMap<string, Span>
  readonly manifest: Manifest
}

/** What kind of sealed ZIP is expected. */
export type SealedZipKind<Manifest> = {
  readonly trustedKeys?: readonly string[] | undefined
  readonly format: string
  readonly schema: z.ZodType<Manifest>
  readonly isSafeName: (name: string) => boolean
  /** Bytes of the whole file, attachments, and how many files there are beside them. */
  readonly limits: { readonly bytes: number; readonly attachments: number; readonly others: number }
}

/**
 * Opens a sealed ZIP and proves its seal, every byte, the names and the manifest. The caller closes `file`.
 * Refuses as `proveSeal` and `spansOf` do, `package.format-unknown` with the `format` that the manifest names, and `package.too-large`.
 * @example const zip = await openSealedZip(path, { format: PACKAGE_FORMAT, schema: manifestSchema, isSafeName: isPackageEntryName, limits })
 */
export async function openSealedZip<Manifest>(
  path: string,
  kind: SealedZipKind<Manifest>,
): Promise<Result<SealedZip<Manifest>>> {
  const file = await open(path, 'r')
  let kept = false
  try {
    const proved = await proveSeal(file, path, { ...kind, bytes: kind.limits.bytes })
    if (!proved.ok) return proved
    const contents = await readContents(file, path, kind)
    if (!contents.ok) return contents
    kept = true
    return accept({ file, proved: proved.value, ...contents.value })
  } finally {
    if (!kept) await file.close()
  }
}

async function readContents<Manifest>(
  file: FileHandle,
  path: string,
  kind: SealedZipKind<Manifest>,
): Promise<Result<Pick<SealedZip<Manifest>, 'spans' | 'manifest'>>> {
  const directory = await readDirectory(path)
  if (directory === null) return refuse('package.not-a-package')
  try {
    const { attachments, others } = kind.limits
    if (directory.entries.length > attachments + others) {
      return refuse('package.too-large', { part: 'attachments', limit: attachments })
    }
    // The format is asked first: another one has other names and other rules, and should be named as what it is.
    const manifest = await readManifest(file, directory)
    if (!manifest.ok) return manifest
    const format = formatOf(manifest.value)
    if (format !== null && format !== kind.format) return refuse('package.format-unknown', { format })
    const spans = await spansOf(file, directory, kind.isSafeName)
    if (!spans.ok) return spans
    const span = spans.value.get(MANIFEST_NAME)
    if (span === undefined) return damaged(MANIFEST_NAME, { from: 0, to: 0 })
    const value = shaped(manifest.value, kind.schema)
    return value === null ? damaged(MANIFEST_NAME, span) : accept({ spans: spans.value, manifest: value })
  } finally {
    directory.zip.close()
  }
}

/** The manifest as JSON; undefined when there is none that can be read. */
async function readManifest(file: FileHandle, directory: Directory): Promise<Result<unknown>> {
  const listed = directory.entries.find(({ name }) => name === MANIFEST_NAME)
  const span = listed && (await spanOf(file, listed))
  if (!span) return accept(undefined)
  const size = span.to - span.from
  if (size > MANIFEST_LIMIT) return refuse('package.too-large', { part: 'manifest', limit: MANIFEST_LIMIT })
  return accept(readCanonical(await readRange(file, span.from, size))?.value)
}

const FORMAT = /^[a-z0-9-]{1,40}\/\d{1,6}$/

function formatOf(manifest: unknown): string | null {
  if (typeof manifest !== 'object' || manifest === null) return null
  const { format } = manifest as { readonly format?: unknown }
  return typeof format === 'string' && FORMAT.test(format) ? format : null
}
