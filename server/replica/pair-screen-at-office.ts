import { REFUSAL_CODES } from '../../domain/refusal-code.ts'
import { accept, refuse, type Result } from '../../domain/refusal.ts'
import type { ScreenToken } from '../signage/evidence-sink.ts'
import { type Pairing, readState, replicaPlaces } from './replica-folder.ts'

const PATIENCE_MS = 10_000

/**
 * Asks the office to pair a screen of this computer: codes are the office's. Refuses what the office refuses, and `request.busy`
 * while it cannot be reached.
 * @example await pairScreenAtOffice('/data', screenId, code)
 */
export async function pairScreenAtOffice(
  dataFolder: string,
  screenId: string,
  code: string,
): Promise<Result<ScreenToken>> {
  const pairing = readState<Pairing>(replicaPlaces(dataFolder).pairing)
  if (pairing === null) return refuse('request.busy')
  try {
    const path = `/api/public/screens/${encodeURIComponent(screenId)}/pairing`
    const response = await fetch(`${pairing.address}${path}`, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: { 'content-type': 'application/json', origin: pairing.address },
      body: JSON.stringify({ code }),
    })
    const came = (await response.json()) as { token?: unknown; code?: string }
    if (response.ok && typeof came.token === 'string') return accept({ token: came.token })
    return refuse(REFUSAL_CODES.find((one) => one === came.code) ?? 'request.busy')
  } catch {
    // Switched off, or the network is down: the screen is told to come again.
    return refuse('request.busy')
  }
}
