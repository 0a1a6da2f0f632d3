import { detectNumbers } from '../privacy/detect-number.ts'
import type { HitKind } from '../privacy/gate-hit.ts'
import { looksLikeName } from '../privacy/person-name.ts'
import { amountUnit, readAmount } from './amount.ts'

/** What a column of a list holds. */
export const FIELD_KINDS = [
  'SERIAL',
  'NAME',
  'MEMBER',
  'STAFF',
  'SEX',
  'BIRTH',
  'ID_NUMBER',
  'PHONE',
  'BANK_CARD',
  'ADDRESS',
  'VILLAGE_GROUP',
  'DISEASE',
  'DISABILITY_DETAIL',
  'GRADE',
  'COUNT',
  'AREA',
  'RATE',
  'AMOUNT',
  'DATE',
  'VOUCHER',
  'CATEGORY',
  'SUMMARY',
  'INCOME',
  'EXPENSE',
  'BALANCE',
  'NOTE',
  'OTHER',
] as const
/** One kind of column. */
export type FieldKind = (typeof FIELD_KINDS)[number]

// In this order: the earlier kinds are named by words that the later ones would claim too (银行卡号, 残疾证号, 补助金额).
const HEADINGS: readonly (readonly [FieldKind, RegExp])[] = [
  ['SERIAL', /^(?:序号|编号|顺序|No\.?)$/i],
  ['VOUCHER', /凭证|票号/],
  ['DISABILITY_DETAIL', /残疾(?:人)?证|残疾(?:类别|等级|级别|类型|程度|状况)/],
  // Accounts name where money lies: 收入（银行） is no card.
  ['INCOME', /^(?:现金|银行(?:存款)?)?收入(?:金额)?(?:（[^）]*）)?$/],
  ['EXPENSE', /^(?:现金|银行(?:存款)?)?支出(?:金额)?(?:（[^）]*）)?$/],
  ['BALANCE', /^(?:现金|银行(?:存款)?|账面|库存现金)?(?:结余|余额|结存)(?:（[^）]*）)?$/],
  ['ID_NUMBER', /身份|证件号|公民号码|护照|证号/],
  ['BANK_CARD', /银行|卡号|账号|帐号|账户|开户|一卡通|社保卡|存折/],
  ['PHONE', /电话|手机|联系方式|联系号码/],
  ['MEMBER', /家庭成员|共同生活|配偶|子女|监护人|其他成员|成员姓名|代领/],
  ['STAFF', /经办|经手|审批|审核|负责人|填表|记账|会计|出纳/],
  ['DISEASE', /病(?!虫)|诊断|健康|致贫原因|困难原因|残疾|精神(?!文明)|怀孕|避孕/],
  ['BIRTH', /出生|生日|年龄/],
  ['SEX', /性别/],
  ['VILLAGE_GROUP', /村组|村民小组|小组|组别|所在村|所属村|^村$|^组$|^屯$|行政村|村名|村（居）|社区/],
  ['ADDRESS', /住址|地址|住所|居住地|门牌|户籍地|坐落|房屋位置/],
  ['BALANCE', /结余|余额|结存/],
  ['INCOME', /^收入(?!合计|小计)|收入（|收入\(|收入金额|借方/],
  ['EXPENSE', /^支出(?!合计|小计)|支出（|支出\(|支出金额|贷方/],
  ['CATEGORY', /科目|类别|收支项目/],
  ['SUMMARY', /摘要|用途|事由/],
  ['DATE', /日期|时间|月份/],
  ['RATE', /单价|标准|亩均|每亩/],
  ['AREA', /面积|亩数|平方米|公顷/],
  ['COUNT', /人数|人口|户数|数量|份数/],
  ['AMOUNT', /金额|补贴|补助|补偿款|救助金|资金|保障金|合计|元）|元\)|实发|应发/],
  ['GRADE', /等级|类型|档次|级别|分类|成绩|分数|名次|荣誉|职务|学历/],
  ['NAME', /姓名|户主|申请人|受益人|农户|名字|获奖人|考生|对象|权利人|领取人|^人员$/],
  ['NOTE', /备注|说明/],
]

const CONTENT: Partial<Record<HitKind, FieldKind>> = {
  RESIDENT_ID: 'ID_NUMBER',
  RESIDENT_ID_OLD: 'ID_NUMBER',
  PASSPORT: 'ID_NUMBER',
  DISABILITY_CERTIFICATE: 'DISABILITY_DETAIL',
  BANK_CARD: 'BANK_CARD',
  MOBILE: 'PHONE',
}

/** A heading that ends in what is counted: 残疾人补贴金额（元） holds amounts and no disability. */
const COUNTED =
  /(?:金额|补贴|补助|补偿款|救助金|资金|面积|亩数|人数|户数|数量|标准|单价|（(?:元|万元|亩|人|户)）)$/
const NUMERIC: readonly FieldKind[] = ['INCOME', 'EXPENSE', 'BALANCE', 'RATE', 'AREA', 'COUNT', 'AMOUNT']

/** A column counts as numbers of a kind from this share of its filled cells on. */
const SHARE = 0.3

/**
 * Recognises a column by its heading, and by what really stands in it: a column of identity numbers is one whatever it
 * is called. OTHER where neither tells.
 * @example fieldKindOf('户主姓名', ['周敏']) // 'NAME'
 */
export function fieldKindOf(heading: string, cells: readonly string[]): FieldKind {
  const filled = cells.filter((cell) => cell.trim() !== '')
  const found = new Map<FieldKind, number>()
  for (const cell of filled) {
    const kind = detectNumbers(cell).map((one) => CONTENT[one.kind])[0]
    if (kind) found.set(kind, (found.get(kind) ?? 0) + 1)
  }
  const most = [...found].toSorted(([, one], [, other]) => other - one)[0]
  if (most && most[1] >= Math.max(1, filled.length * SHARE)) return most[0]
  const plain = heading.normalize('NFKC').replaceAll(/\s/g, '').replaceAll('(', '（').replaceAll(')', '）')
  const numbers = filled.every((cell) => readAmount(cell, amountUnit(plain)).kind !== 'UNREADABLE')
  const counted = COUNTED.test(plain) && numbers ? HEADINGS.filter(([kind]) => NUMERIC.includes(kind)) : []
  const named = [...counted, ...HEADINGS].find(([, words]) => words.test(plain))?.[0]
  // 补贴对象 is no amount where every cell is a name.
  const isNames = named !== undefined && NUMERIC.includes(named) && filled.length > 0
  if (named && !(isNames && filled.every(looksLikeName))) return named
  return filled.length > 0 && filled.every(looksLikeName) ? 'NAME' : 'OTHER'
}

/** What is done with a column: printed, masked, reduced to village and group, or left out. */
export const FIELD_ACTIONS = ['PRINT', 'MASK', 'TO_GROUP', 'DROP'] as const
/** One thing done with a column. */
export type FieldAction = (typeof FIELD_ACTIONS)[number]

const MASKED_OR_GONE = ['MASK', 'DROP'] as const
const POSSIBLE: Partial<Record<FieldKind, readonly FieldAction[]>> = {
  NAME: ['PRINT', 'MASK', 'DROP'],
  STAFF: ['PRINT', 'MASK', 'DROP'],
  MEMBER: MASKED_OR_GONE,
  ID_NUMBER: MASKED_OR_GONE,
  PHONE: MASKED_OR_GONE,
  BANK_CARD: MASKED_OR_GONE,
  // Year and month, as the form for new Party members asks.
  BIRTH: MASKED_OR_GONE,
  ADDRESS: ['TO_GROUP', 'DROP'],
  DISEASE: ['DROP'],
  DISABILITY_DETAIL: ['DROP'],
}
const ANY: readonly FieldAction[] = ['PRINT', 'DROP']

/**
 * What may be done with a column of this kind at all, mildest first. Identity numbers, telephones and cards are never
 * printed, disease and disability not even masked (domain book §7.1, §7.2; 个人信息保护法 art. 28).
 * @example possibleActions('ID_NUMBER') // ['MASK', 'DROP']
 */
export function possibleActions(kind: FieldKind): readonly FieldAction[] {
  return POSSIBLE[kind] ?? ANY
}

const STRICTNESS: Readonly<Record<FieldAction, number>> = { PRINT: 0, MASK: 1, TO_GROUP: 1, DROP: 2 }

/**
 * Says whether an action hides at least as much as the one the policy asks for.
 * @example atLeastAsStrict('DROP', 'MASK') // true
 */
export function atLeastAsStrict(chosen: FieldAction, asked: FieldAction): boolean {
  return STRICTNESS[chosen] >= STRICTNESS[asked]
}
