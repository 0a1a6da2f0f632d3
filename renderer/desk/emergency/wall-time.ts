/** A time on the office's wall as documents write it: `2026-07-18T21:40` → 2026年7月18日21时40分. */
export function wallTime(wall: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/.exec(wall)
  if (!match) return ''
  const [, year, month, day, hour, minute] = match
  return `${String(year)}年${Number(month)}月${Number(day)}日${Number(hour)}时${String(minute)}分`
}
