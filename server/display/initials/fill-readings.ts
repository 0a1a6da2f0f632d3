import { setImmediate } from 'node:timers/promises'
import type { Store } from '../../../db/store.ts'
import type { Deps } from '../../deps.ts'
import { plainDictionary } from './reading-dictionary.ts'
import { READING_VERSION } from './read-title.ts'

// Read in the worker, which does nothing else meanwhile; written so few at a time that no key on the pad waits noticeably.
const READ_AT_ONCE = 200
const WRITTEN_AT_ONCE = 25

type Filling = Pick<Deps, 'store' | 'work' | 'logger'>
type Run = { again: boolean; done: Promise<void> }

const running = new WeakMap<Store, Run>()

/**
 * Reads titles that were never read (published before an upgrade), read in an earlier way, or touched by a change of the
 * dictionary; in the worker, between the requests. Asked for while it runs, it begins once more at its end. What is left when the
 * program ends is done after the next start; meanwhile such a title is found as it was.
 * @example void fillReadings(deps, ended.signal)
 */
export function fillReadings(deps: Filling, ended?: AbortSignal): Promise<void> {
  const under = running.get(deps.store)
  if (under) {
    under.again = true
    return under.done
  }
  const run: Run = { again: true, done: Promise.resolve() }
  running.set(deps.store, run)
  run.done = fillAll(deps, run, () => ended?.aborted === true || !deps.store.database.open)
  return run.done
}

async function fillAll(deps: Filling, run: Run, over: () => boolean): Promise<void> {
  try {
    while (run.again && !over()) {
      run.again = false
      await fillOnce(deps, over)
    }
  } catch (error) {
    // Searching by words works without; the next start goes on.
    if (!over()) deps.logger.error({ err: error }, 'titles could not be read for the initials pad')
  } finally {
    running.delete(deps.store)
  }
}

async function fillOnce({ store, work }: Filling, over: () => boolean): Promise<void> {
  const { titleReading } = store.read
  for (let after = 0; ;) {
    await setImmediate()
    if (over()) return
    const missing = titleReading.missing(after, READ_AT_ONCE)
    const titles = missing.length > 0 ? missing : titleReading.outdated(READING_VERSION, READ_AT_ONCE)
    if (titles.length === 0) return
    after = missing.at(-1)?.id ?? after
    const revision = store.read.searchWord.revision()
    const stored = await work.run('readTitles', { titles, dictionary: plainDictionary(store.read) })
    for (let from = 0; from < stored.length; from += WRITTEN_AT_ONCE) {
      await setImmediate()
      if (over()) return
      // A word was added meanwhile: what was read without it is read again.
      if (store.read.searchWord.revision() !== revision) break
      store.tx((write) => {
        for (let at = from; at < Math.min(from + WRITTEN_AT_ONCE, stored.length); at++) {
          const title = titles[at]
          const reading = stored[at]
          if (title && reading) write.titleReading.put(title.id, reading)
        }
      })
    }
    if (store.read.searchWord.revision() !== revision) after = 0
  }
}
