import { createHash } from 'node:crypto'
import type { Reads, Writes } from '../../db/store.ts'
import { canonicalJson } from '../../domain/exchange/canonical-json.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import { dictionaryDifference } from '../../domain/wording/dictionary-difference.ts'
import type { DictionaryKind } from '../../domain/wording/wording-entry.ts'
import { sha256 } from '../../platform/sha256.ts'
import type { DictionaryReading } from '../../platform/table/read-dictionary-file.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import { DICTIONARY_ROLES, dictionariesView, entriesInUse } from './dictionaries.ts'
import type { DictionariesView, DictionaryPreview } from './views.ts'

/** A file that is to become a dictionary. */
export type DictionaryFile = { readonly fileName: string; readonly bytes: Uint8Array }

function previewOf(read: Reads, kind: DictionaryKind, reading: DictionaryReading): DictionaryPreview {
  const difference = dictionaryDifference(entriesInUse(read, kind), reading.entries)
  // With what is in use: what somebody else has taken in since the preview makes it another change.
  const digested = { kind, source: reading.source, inUse: read.wording.inUse(kind), entries: reading.entries }
  return {
    kind,
    digest: createHash('sha256').update(canonicalJson(digested)).digest('hex'),
    source: reading.source,
    entryCount: reading.entries.length,
    ...difference,
  }
}

/**
 * Shows what a file would change in a dictionary; nothing is taken. Needs HANDLER, DEPUTY_LEADER or ADMINISTRATOR. Refuses
 * what `readDictionaryFile` refuses.
 * @example await previewDictionary(deps, handler, 'MISWRITING', { fileName: '易错词.xlsx', bytes })
 */
export async function previewDictionary(
  deps: Deps,
  principal: Principal,
  kind: DictionaryKind,
  file: DictionaryFile,
): Promise<Result<DictionaryPreview>> {
  const allowed = requireRole(principal, ...DICTIONARY_ROLES)
  if (!allowed.ok) return allowed
  const reading = await deps.work.run('readDictionaryFile', file.bytes)
  return reading.ok ? accept(previewOf(deps.store.read, kind, reading.value)) : reading
}

/**
 * Takes a dictionary in whole and puts it to use, in one transaction with whatever else the caller does; the one before stays on record. Needs HANDLER,
 * DEPUTY_LEADER or ADMINISTRATOR. Refuses what `readDictionaryFile` refuses, `wording.preview-outdated`,
 * `wording.nothing-changed`.
 * @example await takeDictionary(deps, handler, 'MISWRITING', file, { digest, source: '示例县政府办公室' })
 */
export async function takeDictionary(
  deps: Deps,
  principal: Principal,
  kind: DictionaryKind,
  file: DictionaryFile,
  decision: { readonly digest: string; readonly source: string },
  also: (write: Writes, read: Reads) => Result<unknown> = () => accept(null),
): Promise<Result<DictionariesView>> {
  const allowed = requireRole(principal, ...DICTIONARY_ROLES)
  if (!allowed.ok) return allowed
  const reading = await deps.work.run('readDictionaryFile', file.bytes)
  if (!reading.ok) return reading
  return deps.store.tx((write, read): Result<DictionariesView> => {
    const preview = previewOf(read, kind, reading.value)
    if (preview.digest !== decision.digest) return refuse('wording.preview-outdated')
    const { added, removed, changed } = preview
    if (added.length + removed.length + changed.length === 0) return refuse('wording.nothing-changed')
    const id = deps.ids.next()
    const at = deps.clock.now()
    const version = write.wording.insert(
      {
        id,
        kind,
        fileName: file.fileName,
        sha256: sha256(file.bytes),
        source: decision.source.trim() || reading.value.source,
        signature: '',
        entryCount: reading.value.entries.length,
        accountId: principal.id,
        at,
      },
      reading.value.entries,
    )
    write.wording.choose({ kind, versionId: id, accountId: principal.id, at })
    record(
      deps,
      write,
      principal,
      'dictionary.take',
      { kind: 'dictionary', id: kind },
      { version, entries: reading.value.entries.length },
    )
    const more = also(write, read)
    return more.ok ? accept(dictionariesView(read, principal)) : more
  })
}

/**
 * Puts another version of a dictionary to use, 0 for the shipped one. Needs HANDLER, DEPUTY_LEADER or ADMINISTRATOR. Refuses
 * `wording.version-not-found`, `wording.nothing-changed`.
 * @example chooseDictionary(deps, handler, 'MISWRITING', 0)
 */
export function chooseDictionary(
  deps: Deps,
  principal: Principal,
  kind: DictionaryKind,
  version: number,
): Result<DictionariesView> {
  const allowed = requireRole(principal, ...DICTIONARY_ROLES)
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<DictionariesView> => {
    const chosen = read.wording.versions().find((one) => one.kind === kind && one.version === version)
    if (!chosen && version !== 0) return refuse('wording.version-not-found')
    const versionId = chosen?.id ?? null
    if (versionId === read.wording.inUse(kind)) return refuse('wording.nothing-changed')
    write.wording.choose({ kind, versionId, accountId: principal.id, at: deps.clock.now() })
    record(deps, write, principal, 'dictionary.choose', { kind: 'dictionary', id: kind }, { version })
    return accept(dictionariesView(read, principal))
  })
}
