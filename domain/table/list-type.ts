/** Kinds of lists that are posted; each has a field policy of its own (domain book §7.2 [infer]). */
export const LIST_TYPES = [
  'LOW_INCOME', // 低保、特困
  'FARM_SUBSIDY', // 惠农补贴
  'HOUSING', // 危房改造
  'DISABILITY', // 残疾人两项补贴
  'TEMPORARY_AID', // 临时救助
  'LAND', // 征地补偿
  'COMMENDATION', // 表彰、选举
  'EXAM', // 招聘、考试
  'PARTY', // 发展党员
  'VILLAGE_FINANCE', // 村级财务收支
  'OTHER',
] as const
/** One kind of list. */
export type ListType = (typeof LIST_TYPES)[number]

const TITLES: readonly (readonly [ListType, RegExp])[] = [
  ['VILLAGE_FINANCE', /财务|收支/],
  ['DISABILITY', /残疾/],
  ['LOW_INCOME', /低保|最低生活保障|特困/],
  ['TEMPORARY_AID', /临时救助/],
  ['HOUSING', /危房|农房改造/],
  ['LAND', /征地|征收|补偿安置/],
  ['PARTY', /党员|入党/],
  ['EXAM', /招聘|考试|录用|面试|笔试/],
  ['COMMENDATION', /表彰|先进|优秀|选举|候选人|当选/],
  ['FARM_SUBSIDY', /补贴|惠农|良种|地力|粮食|退耕/],
]

/**
 * Guesses the kind of a list from its title, file name and headings; OTHER where nothing speaks for one.
 * @example guessListType(['2026年耕地地力保护补贴发放表.xlsx']) // 'FARM_SUBSIDY'
 */
export function guessListType(words: readonly string[]): ListType {
  const said = words.join(' ')
  return TITLES.find(([, title]) => title.test(said))?.[0] ?? 'OTHER'
}
