import type { Template, TemplateItem } from './template.ts'

const MONTHLY = '次月15日前'
const ANY_TIME = '事项发生之日起10日内'

const item = (level1: string, level2: string, contents: string, deadline = MONTHLY): TemplateItem => ({
  level1,
  level2,
  contents,
  deadline,
  basis: '《中华人民共和国农村集体经济组织法》',
})

/** Village finance (domain book §4.1, §4.3): one table a month of income, expenditure and standing; single matters as they happen. */
export const VILLAGE_FINANCE: Template = {
  id: 'VILLAGE_FINANCE',
  name: '村级财务公开目录（通用）',
  regime: 'VILLAGE',
  source:
    '农村集体经济组织财务公开规定（农经发〔2011〕13号）的栏目，只核对了摘录，可能已有新规定。每月公开的日期按《重庆市实施〈中华人民共和国村民委员会组织法〉办法》第三十条，作为默认值，以本地规定为准。',
  publishingUnit: '村集体经济组织、村民委员会',
  channels: ['村务公开栏'],
  level: '村级',
  items: [
    // One table a month, not a duty for each of its headings.
    item(
      '财务收支',
      '月度财务收支公开表',
      [
        '收入：经营收入、发包及上交收入、投资收益、补助收入、征地补偿款、其他收入',
        '支出：经营支出、管理费用（村干部报酬、误工补贴、办公费、报刊费等）、公益支出、工程项目支出、债务偿还、其他支出',
        '结余：上月结余、本月收入合计、本月支出合计、月末结余（现金和银行存款）',
        '债权、债务：对方、金额、期限',
      ].join('\n'),
    ),
    item('专项公开', '征地补偿费使用、分配', '征地补偿费的使用、分配方案及结果', ANY_TIME),
    item('专项公开', '承包、租赁', '集体资产资源承包、租赁的方案、合同及兑现情况', ANY_TIME),
    item('专项公开', '项目建设', '集体经济项目立项、招标、资金使用情况', ANY_TIME),
    item('专项公开', '一事一议', '一事一议筹资筹劳及奖补资金使用情况', ANY_TIME),
  ],
}
