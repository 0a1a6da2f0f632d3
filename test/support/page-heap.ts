import type { CDPSession, Page } from '@playwright/test'

/** What a page holds after everything that can go has gone. */
export type PageHeap = { readonly bytes: number; readonly nodes: number; readonly listeners: number }

/** Looks into the heap of one page; collects first, so that what is counted is held by somebody, and takes the least of three. */
export async function heapOf(page: Page): Promise<{ readonly read: () => Promise<PageHeap> }> {
  const session: CDPSession = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.enable')
  return {
    read: async () => {
      let least: PageHeap | null = null
      for (let round = 0; round < 3; round++) {
        // Twice: what is freed by a finalizer of the first round goes in the second.
        await session.send('HeapProfiler.collectGarbage')
        await session.send('HeapProfiler.collectGarbage')
        const { usedSize } = await session.send('Runtime.getHeapUsage')
        const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters')
        if (least === null || usedSize < least.bytes)
          least = { bytes: usedSize, nodes, listeners: jsEventListeners }
      }
      if (least === null) throw new Error('a heap was read')
      return least
    },
  }
}
