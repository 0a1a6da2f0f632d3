import { setImmediate } from 'node:timers/promises'
import type { UnindexedFile } from '../../../db/repos/desk-search-repo.ts'
import { indexAttachment } from '../../../db/search/attachment-index.ts'
import { indexWorkingCopy } from '../../../db/search/working-copy-index.ts'
import type { Deps } from '../../deps.ts'
import { fillReadings } from '../../display/initials/fill-readings.ts'

// So few that a request never waits noticeably behind them.
const AT_ONCE = 5

type Filling = Pick<Deps, 'store' | 'blobs' | 'work' | 'logger'>

/**
 * Brings working copies and files of before an upgrade into the desk's search, some at a time between the requests; files are
 * read anew from their public copies in the worker. What is added later is indexed with its row. Gives the function that ends
 * it, to be called before the store is closed.
 * @example const stop = fillSearchIndex(deps)
 */
export function fillSearchIndex(deps: Filling): () => void {
  const ended = new AbortController()
  const fill = async () => {
    await fillCopies(deps, ended.signal)
    await fillReadings(deps, ended.signal)
    await fillFiles(deps, ended.signal)
  }
  fill().catch((error: unknown) => {
    // Searching works without; the next start goes on.
    if (!ended.signal.aborted) deps.logger.error({ err: error }, 'the search index could not be filled')
  })
  return () => ended.abort()
}

async function fillCopies({ store }: Filling, ended: AbortSignal): Promise<void> {
  for (let after = ''; ;) {
    // The first step, too, comes after what waits: the board is just being opened.
    await setImmediate()
    const ids = ended.aborted ? [] : store.read.deskSearch.unindexedCopies(after, AT_ONCE)
    const last = ids.at(-1)
    if (last === undefined) return
    store.tx(() => {
      for (const id of ids) indexWorkingCopy(store.database, id)
    })
    after = last
  }
}

async function fillFiles(deps: Filling, ended: AbortSignal): Promise<void> {
  const { store } = deps
  for (let after = ''; ;) {
    const [file] = ended.aborted ? [] : store.read.deskSearch.unindexedFiles(after, 1)
    if (!file) return
    const terms = await termsOf(deps, file)
    if (ended.aborted) return
    if (terms !== null) store.tx(() => indexAttachment(store.database, file.id, terms))
    after = file.id
  }
}

// Null when it could not be read: one damaged file must not keep the others out, and the next start tries it again.
async function termsOf({ blobs, work, logger }: Filling, file: UnindexedFile): Promise<string | null> {
  try {
    const bytes = await blobs.get(file.publicSha256)
    const terms = await work.run('readTerms', { mediaType: file.mediaType, bytes })
    return terms.ok ? terms.value : null
  } catch (error) {
    logger.warn({ err: error, attachment: file.id }, 'a file could not be read for the search')
    return null
  }
}
