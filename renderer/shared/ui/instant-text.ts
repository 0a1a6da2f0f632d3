const PARTS = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** A UTC instant as the office's wall clock shows it: `2026-11-21 20:23`, in lists with seconds where order matters. */
export function instantText(instant: string, withSeconds = false): string {
  const time = Date.parse(instant)
  if (Number.isNaN(time)) return instant
  const part = Object.fromEntries(PARTS.formatToParts(time).map(({ type, value }) => [type, value]))
  const minutes = `${part.year}-${part.month}-${part.day} ${part.hour}:${part.minute}`
  return withSeconds ? `${minutes}:${part.second}` : minutes
}
