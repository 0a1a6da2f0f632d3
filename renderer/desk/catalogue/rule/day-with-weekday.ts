/** A civil date with its weekday: 2026年12月15日（星期二）. */
export function dayWithWeekday(date: string, language: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  // Civil dates have no time zone: reckoned and shown in UTC, so that none slips in.
  const at = new Date(Date.UTC(year, month - 1, day))
  const weekday = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    weekday: language === 'en' ? 'short' : 'long',
    timeZone: 'UTC',
  }).format(at)
  return language === 'en' ? `${weekday} ${date}` : `${year}年${month}月${day}日（${weekday}）`
}
