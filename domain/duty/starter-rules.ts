import type { Regime } from '../catalogue/catalogue-item.ts'
import type { DeadlineRule, DisplayPeriod } from './deadline/deadline-rule.ts'
import type { RuleRecord, RuleScope, Verification } from './rule-record.ts'

const NOT_GOVERNMENT: readonly Regime[] = ['VILLAGE', 'RESIDENT', 'PARTY']
const CHONGQING = '重庆市办法，作为默认值；以本地规定为准'
const NO_RULE = '未查到规定，仅作提醒；以本地规定为准'

type Extra = {
  readonly displayPeriod?: DisplayPeriod
  readonly scope?: RuleScope
  readonly verified?: Verification
  readonly defaultFor?: readonly Regime[]
  readonly note?: string
}

function rule(
  ruleId: string,
  name: string,
  basis: string,
  deadline: DeadlineRule | null,
  extra: Extra = {},
): RuleRecord {
  return {
    ruleId,
    version: 1,
    name,
    rule: deadline,
    displayPeriod: null,
    basis,
    scope: 'NATION',
    verified: 'LAW',
    defaultFor: [],
    effectiveFrom: null,
    effectiveTo: null,
    note: '',
    ...extra,
  }
}

/**
 * The rules the program brings (domain book §12), each in its first version with its legal basis and how far it was checked.
 * Offices and counties add versions of their own over them. Rules of Chongqing stand in as defaults of village and
 * residents' affairs, and say so; where no rule was found at all the default is a mere reminder, marked unverified.
 * @example STARTER_RULES.find(({ ruleId }) => ruleId === 'OGI26')?.rule?.amount // 20
 */
export const STARTER_RULES: readonly RuleRecord[] = [
  rule(
    'OGI26',
    '主动公开一般时限',
    '政府信息公开条例第26条',
    { class: 'ON_EVENT', amount: 20, unit: 'workday', from: 'formed_or_changed' },
    { defaultFor: ['GOV'] },
  ),
  rule('OGI30', '补正告知', '政府信息公开条例第30条', {
    class: 'ON_EVENT',
    amount: 7,
    unit: 'workday',
    from: 'received',
  }),
  rule(
    'OGI33',
    '申请答复',
    '政府信息公开条例第33条',
    { class: 'ON_EVENT', amount: 20, unit: 'workday', from: 'received_or_supplemented' },
    { note: '经负责人同意并告知申请人，可以延长20个工作日；征求第三方和其他机关意见的时间不计入' },
  ),
  rule('OGI32', '第三方意见', '政府信息公开条例第32条', {
    class: 'ON_EVENT',
    amount: 15,
    unit: 'workday',
    from: 'letter_delivered',
  }),
  rule('OGI34', '共同制作机关意见', '政府信息公开条例第34条', {
    class: 'ON_EVENT',
    amount: 15,
    unit: 'workday',
    from: 'letter_delivered',
  }),
  rule(
    'OGI49',
    '年度报告（县级部门）',
    '政府信息公开条例第49条',
    { class: 'YEARLY', date: '01-31' },
    { note: '条例没有写明乡镇，乡镇按县级要求' },
  ),
  rule(
    'SEED3D',
    '政策解读',
    '国办发〔2016〕80号；新兴区2017年政府信息公开工作方案',
    { class: 'ON_EVENT', amount: 3, unit: 'workday', from: 'published' },
    { verified: 'SOURCE' },
  ),
  rule(
    'EMER24',
    '突发事件权威信息',
    '新兴区2017年政府信息公开工作方案',
    { class: 'IMMEDIATE', amount: 24, unit: 'hour', from: 'event' },
    { verified: 'SOURCE' },
  ),
  rule(
    'EMER5',
    '突发事件权威信息（国家）',
    '国办发〔2016〕80号',
    { class: 'IMMEDIATE', amount: 5, unit: 'hour', from: 'event' },
    { verified: 'PAGE' },
  ),
  rule(
    'OPIN48',
    '一般政务舆情回应',
    '国办发〔2016〕61号',
    { class: 'ON_EVENT', amount: 48, unit: 'hour', from: 'detected' },
    { verified: 'PAGE' },
  ),
  rule('LAND10', '征收土地预公告', '土地管理法实施条例第26条', null, {
    displayPeriod: { min: 10, unit: 'workday' },
  }),
  rule('LAND30', '征地补偿安置公告', '土地管理法第47条', null, { displayPeriod: { min: 30, unit: 'day' } }),
  rule('LAND15', '征收土地公告', '土地管理法实施条例第31条', {
    class: 'ON_EVENT',
    amount: 15,
    unit: 'workday',
    from: 'approval_received',
  }),
  rule('MAD30', '重大决策征求意见', '重大行政决策程序暂行条例（国务院令第713号）第15条', null, {
    displayPeriod: { min: 30, unit: 'day' },
  }),
  rule('BUDG20', '预决算公开', '预算法第14条', {
    class: 'ON_EVENT',
    amount: 20,
    unit: 'day',
    from: 'approved',
  }),
  rule(
    'CQ15M',
    '村务按月',
    '重庆市实施村民委员会组织法办法第30条',
    { class: 'MONTHLY', monthday: 15, offset: 'nextMonth' },
    { scope: 'PROVINCE', defaultFor: ['VILLAGE', 'RESIDENT'], note: CHONGQING },
  ),
  rule(
    'CQ15Q',
    '村务按季',
    '重庆市实施村民委员会组织法办法第30条',
    { class: 'QUARTERLY', monthday: 15, offset: 'nextQuarterFirstMonth' },
    { scope: 'PROVINCE', defaultFor: ['VILLAGE', 'RESIDENT'], note: CHONGQING },
  ),
  rule(
    'CQ10D',
    '村务随时',
    '重庆市实施村民委员会组织法办法第30条',
    { class: 'IMMEDIATE', amount: 10, unit: 'day', from: 'event' },
    { scope: 'PROVINCE', defaultFor: ['VILLAGE', 'RESIDENT'], note: CHONGQING },
  ),
  rule('CQ10B', '公开栏保留', '重庆市实施村民委员会组织法办法第30条', null, {
    displayPeriod: { min: 10, unit: 'day' },
    scope: 'PROVINCE',
    note: CHONGQING,
  }),
  rule('DIBAO7', '低保初审公示', '民发〔2021〕57号', null, {
    displayPeriod: { min: 7, unit: 'day' },
    verified: 'UNVERIFIED',
  }),
  rule(
    'OBJ3',
    '村务异议答复',
    '重庆市实施村民委员会组织法办法第31条',
    { class: 'ON_EVENT', amount: 3, unit: 'day', from: 'received' },
    { scope: 'PROVINCE', note: CHONGQING },
  ),
  rule(
    'OBJ10',
    '乡镇调查答复',
    '重庆市实施村民委员会组织法办法第31条',
    { class: 'ON_EVENT', amount: 10, unit: 'day', from: 'received' },
    { scope: 'PROVINCE', note: CHONGQING },
  ),
  rule('XF15', '信访受理告知', '信访工作条例第23条', {
    class: 'ON_EVENT',
    amount: 15,
    unit: 'day',
    from: 'received',
  }),
  rule(
    'XF60',
    '信访办结',
    '信访工作条例第34条',
    { class: 'ON_EVENT', amount: 60, unit: 'day', from: 'accepted' },
    { note: '经批准可以延长30日' },
  ),
  rule(
    'PARTYM',
    '党务按月',
    '',
    { class: 'MONTHLY', monthday: 15, offset: 'nextMonth' },
    { verified: 'UNVERIFIED', defaultFor: ['PARTY'], note: NO_RULE },
  ),
  rule(
    'PARTYQ',
    '党务按季',
    '',
    { class: 'QUARTERLY', monthday: 15, offset: 'nextQuarterFirstMonth' },
    { verified: 'UNVERIFIED', defaultFor: ['PARTY'], note: NO_RULE },
  ),
  rule(
    'PARTYI',
    '党务随时',
    '',
    { class: 'IMMEDIATE', amount: 10, unit: 'day', from: 'event' },
    { verified: 'UNVERIFIED', defaultFor: ['PARTY'], note: NO_RULE },
  ),
  rule(
    'LOCALH',
    '村务、居务、党务按半年',
    '',
    { class: 'HALF_YEARLY', monthday: 15, offset: 'nextHalfFirstMonth' },
    { verified: 'UNVERIFIED', defaultFor: NOT_GOVERNMENT, note: NO_RULE },
  ),
  rule(
    'LOCALY',
    '村务、居务、党务按年',
    '',
    { class: 'YEARLY', monthday: 15, offset: 'nextYearFirstMonth' },
    { verified: 'UNVERIFIED', defaultFor: NOT_GOVERNMENT, note: NO_RULE },
  ),
]
