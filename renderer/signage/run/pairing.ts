import { send } from '../../shared/request.ts'
import type { PageStore } from './store.ts'

const KEY = 'token'

/**
 * The code in the address a person typed when setting the screen up: `/signage/hall#pair=K7MPQ-2XRTB`; null without one.
 * @example pairingCode('#pair=K7MPQ-2XRTB') // 'K7MPQ-2XRTB'
 */
export function pairingCode(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, '')).get('pair')
}

/**
 * The token by which this screen proves itself: fetched for the code in the address, else the one that is kept; null for a screen
 * that shows everything and proves nothing. A code is used once, so it leaves the address whatever came of it.
 */
export async function screenToken(screenId: string, store: PageStore): Promise<string | null> {
  const code = pairingCode(window.location.hash)
  if (code === null) return store.read<string>(KEY)
  window.history.replaceState(null, '', window.location.pathname + window.location.search)
  try {
    const answer = await send(`/api/public/screens/${encodeURIComponent(screenId)}/pairing`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    })
    const { token } = (await answer.json()) as { token: string }
    await store.write([[KEY, token]])
    return token
  } catch {
    return store.read<string>(KEY)
  }
}
