/** Patterns of the 索引号 that offices really use (domain book §5.5), most usual first. */
export const INDEX_TEMPLATES = [
  '{uscc}/{yyyy}-{seq:5}',
  '{orgCode}/{yyyy}-{seq:5}',
  '{regionCode}-{yyyy}-{seq:6}',
  '{regionCode}{yyyymmdd}{seq:4}',
] as const
