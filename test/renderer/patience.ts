/** For `vi.waitFor`, which gives up after a second by itself: only against what hangs, since a slow machine is no failure. */
export const PATIENCE = { timeout: 20_000 }
