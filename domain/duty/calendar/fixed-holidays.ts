/** Days (`MM-DD`) that rest every year by 全国年节及纪念日放假办法 (2024) 第2条 and have a fixed date; the others follow the moon. */
export const FIXED_HOLIDAYS: ReadonlyMap<string, string> = new Map([
  ['01-01', '元旦'],
  ['05-01', '劳动节'],
  ['05-02', '劳动节'],
  ['10-01', '国庆节'],
  ['10-02', '国庆节'],
  ['10-03', '国庆节'],
])
