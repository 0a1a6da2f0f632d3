import { get, promisifyRequest, set, setMany, type UseStore } from 'idb-keyval'

/** Where a screen's page keeps what it needs after a power cut. Whatever fails here is as if nothing had been kept. */
export type PageStore = {
  readonly read: <T>(key: string) => Promise<T | null>
  readonly write: (entries: readonly (readonly [string, unknown])[]) => Promise<void>
}

const KEPT = 'kept'

/** As idb-keyval's own, except that what is written is on the disk: browsers hold it in memory for a while otherwise. */
function durableStore(name: string): UseStore {
  let opened: Promise<IDBDatabase> | null = null
  const open = () => {
    if (opened !== null) return opened
    const request = indexedDB.open(name)
    request.onupgradeneeded = () => request.result.createObjectStore(KEPT)
    return (opened = promisifyRequest(request))
  }
  return async (mode, act) => {
    try {
      const database = await open()
      return await act(database.transaction(KEPT, mode, { durability: 'strict' }).objectStore(KEPT))
    } catch (error) {
      // A connection the browser closed: the next one opens it again.
      opened = null
      throw error
    }
  }
}

/**
 * The browser's own store, apart for each screen: two screens in two windows of one computer must not take each other's evidence.
 * A store that is full, switched off or broken never stops a screen.
 */
export function openPageStore(screenId: string): PageStore {
  const store = durableStore(`board-screen-${screenId}`)
  return {
    read: async <T>(key: string) => {
      try {
        return (await get<T>(key, store)) ?? null
      } catch {
        return null
      }
    },
    write: async (entries) => {
      try {
        const [only, ...more] = entries
        if (only !== undefined && more.length === 0) await set(only[0], only[1], store)
        else
          await setMany(
            entries.map(([key, value]) => [key, value]),
            store,
          )
      } catch {
        // Nothing was kept; the screen goes on.
      }
    },
  }
}
