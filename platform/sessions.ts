import type { Clock } from './clock.ts'
import type { Ids } from './ids.ts'

/** A person signed in at a desk. */
export type Session = {
  readonly token: string
  readonly accountId: string
  /** True after idling or by hand; everything but unlocking and switching is refused then. */
  readonly locked: boolean
}

/** Sessions live in memory only: after a restart or a crash nobody is signed in (lesson: the next person saw the last person's data). */
export type SessionStore = {
  readonly open: (accountId: string) => Session
  /** The session of a token, locked if it has idled; does not count as activity. */
  readonly find: (token: string) => Session | undefined
  readonly touch: (token: string) => void
  readonly lock: (token: string) => void
  readonly unlock: (token: string) => void
  readonly close: (token: string) => void
  /** Ends every session of a person whose access or password changed, but the one that made the change. */
  readonly closeAll: (accountId: string, except?: string) => void
  readonly idleLockMinutes: number
}

/**
 * Opens an empty session store.
 * @example openSessionStore({ clock, ids, idleLockMinutes: 10 })
 */
export function openSessionStore(options: {
  readonly clock: Clock
  readonly ids: Ids
  readonly idleLockMinutes: number
}): SessionStore {
  type Entry = { accountId: string; lastActivity: number; lastWall: number; locked: boolean }
  const entries = new Map<string, Entry>()
  const limit = options.idleLockMinutes * 60_000
  const wall = () => Date.parse(options.clock.now())
  // Two clocks: the wall clock may be set back at any moment, the other one may stand still while the PC sleeps.
  const idle = (entry: Entry) =>
    options.clock.elapsed() - entry.lastActivity > limit || wall() - entry.lastWall > limit
  const find = (token: string): Session | undefined => {
    const entry = entries.get(token)
    if (!entry) return undefined
    if (idle(entry)) entry.locked = true
    return { token, accountId: entry.accountId, locked: entry.locked }
  }
  return {
    idleLockMinutes: options.idleLockMinutes,
    find,
    open: (accountId) => {
      const token = options.ids.secret()
      entries.set(token, {
        accountId,
        lastActivity: options.clock.elapsed(),
        lastWall: wall(),
        locked: false,
      })
      return { token, accountId, locked: false }
    },
    touch: (token) => {
      const entry = entries.get(token)
      if (!entry || find(token)?.locked) return
      entry.lastActivity = options.clock.elapsed()
      entry.lastWall = wall()
    },
    lock: (token) => {
      const entry = entries.get(token)
      if (entry) entry.locked = true
    },
    unlock: (token) => {
      const entry = entries.get(token)
      if (!entry) return
      entry.locked = false
      entry.lastActivity = options.clock.elapsed()
      entry.lastWall = wall()
    },
    close: (token) => {
      entries.delete(token)
    },
    closeAll: (accountId, except) => {
      for (const [token, entry] of entries) {
        if (entry.accountId === accountId && token !== except) entries.delete(token)
      }
    },
  }
}
