/**
 * An instant as documents write a time in Shanghai: 2026年7月18日21时30分, without the minutes at a full hour.
 * @example officialMinute('2026-07-18T13:30:00.000Z') // '2026年7月18日21时30分'
 */
export function officialMinute(instant: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant))
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    String(Number(parts.find((one) => one.type === type)?.value ?? '0'))
  const minute = part('minute')
  const day = `${part('year')}年${part('month')}月${part('day')}日${part('hour')}时`
  return minute === '0' ? day : `${day}${minute}分`
}
