import type { SheetGlyphs } from './sheet-glyphs.ts'

/** Sends one command of the Chrome DevTools Protocol to the page that is printed. */
export type SendCommand = (method: string, params?: Readonly<Record<string, unknown>>) => Promise<unknown>

type Turn = { readonly ask: number } | { readonly glyphs: SheetGlyphs } | null

// Each round cuts a run into sixteen; more rounds than this mean that page and browser do not understand each other.
const MOST_ROUNDS = 12

async function take(send: SendCommand, answers: readonly (readonly string[])[] | null): Promise<Turn> {
  const expression = `window.boardTypeProbe?.next(${JSON.stringify(answers)}) ?? null`
  const reply = (await send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true })) as {
    result: { value?: Turn }
    exceptionDetails?: { text: string }
  }
  if (reply.exceptionDetails) throw new Error(`the type probe broke: ${reply.exceptionDetails.text}`)
  return reply.result.value ?? null
}

async function facesOfRuns(send: SendCommand): Promise<string[][]> {
  // The number of the root changes with the document, so it is asked for each time.
  const { root } = (await send('DOM.getDocument', { depth: 1 })) as { root: { nodeId: number } }
  const { nodeIds } = (await send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: '#type-probe > *',
  })) as { nodeIds: readonly number[] }
  const runs: string[][] = []
  for (const nodeId of nodeIds) {
    const { fonts } = (await send('CSS.getPlatformFontsForNode', { nodeId })) as {
      fonts: readonly { familyName: string; glyphCount: number }[]
    }
    const most = [...fonts].sort((one, other) => other.glyphCount - one.glyphCount)
    runs.push([...new Set(most.map(({ familyName }) => familyName))])
  }
  return runs
}

/**
 * Asks the browser that prints which face draws each character of a sheet; the page says what to ask
 * (`renderer/sheet/type/type-probe.ts`), the browser answers. Null when the page has nothing to say of its letters. The shell
 * of Electron does the same in `electron/ask-glyphs.ts`, since it may not import from here.
 * @example await askGlyphs((method, params) => session.send(method, params))
 */
export async function askGlyphs(send: SendCommand): Promise<SheetGlyphs | null> {
  await send('DOM.enable')
  await send('CSS.enable')
  try {
    let turn = await take(send, null)
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      if (turn === null) return null
      if ('glyphs' in turn) return turn.glyphs
      turn = await take(send, await facesOfRuns(send))
    }
    throw new Error('the type probe found no end')
  } finally {
    await send('CSS.disable')
    await send('DOM.disable')
  }
}
