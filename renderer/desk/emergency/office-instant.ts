/** The instant of a time on the office's wall, `2026-07-18T21:40`; the mainland has one time zone and no summer time. */
export function officeInstant(wall: string): string {
  return new Date(`${wall}:00+08:00`).toISOString()
}
