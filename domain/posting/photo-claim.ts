import { Temporal } from 'temporal-polyfill'

/** The time a camera wrote into a photograph, beside the time at which the computer received it. */
export type PhotoClaim = { readonly claimedAt: string | null; readonly driftSeconds: number | null }

/**
 * Sets a camera's time beside the computer's: by how many seconds it lies before (negative) or after the receipt. Cameras write
 * no zone, so it is read as Asia/Shanghai; it is a claim and proves nothing (domain book §4.5). A time that is none is no claim.
 * @example photoClaim('2026-03-02T08:12:00', '2026-03-02T00:13:00.000Z').driftSeconds // -60
 */
export function photoClaim(claimedAt: string | null, receivedAt: string): PhotoClaim {
  const none = { claimedAt: null, driftSeconds: null }
  if (claimedAt === null) return none
  try {
    const claimed = Temporal.PlainDateTime.from(claimedAt, { overflow: 'reject' }).toZonedDateTime(
      'Asia/Shanghai',
    )
    const drift = claimed.epochMilliseconds - Temporal.Instant.from(receivedAt).epochMilliseconds
    return { claimedAt, driftSeconds: Math.round(drift / 1000) }
  } catch (error) {
    if (error instanceof RangeError) return none
    throw error
  }
}
