import { readState, writeState } from './replica-folder.ts'

/** Screens that were paired by way of this computer: the office's next snapshot names them, and must not be waited for. */
export type PairedScreens = {
  readonly has: (screenId: string, tokenHash: string) => boolean
  /** Keeps the newest token of a screen, SHA-256 in hex; on the disk when this returns. */
  readonly keep: (screenId: string, tokenHash: string) => void
}

/**
 * Opens the note of the screens that were paired here.
 * @example openPairedScreens(places.screens).has(screenId, sha256(token))
 */
export function openPairedScreens(file: string): PairedScreens {
  let newest = readState<Readonly<Record<string, string>>>(file) ?? {}
  return {
    has: (screenId, tokenHash) => newest[screenId] === tokenHash,
    keep: (screenId, tokenHash) => {
      newest = { ...newest, [screenId]: tokenHash }
      writeState(file, newest)
    },
  }
}
