/**
 * Whether something still stands by the office's time; null is a time nobody can vouch for, and then nothing is hidden.
 * @example stillStands('2026-11-23T09:30:00.000Z', Date.parse('2026-11-23T09:30:00.000Z')) // false
 */
export function stillStands(expiresAt: string | undefined, officeNow: number | null): boolean {
  return expiresAt === undefined || officeNow === null || Date.parse(expiresAt) > officeNow
}
