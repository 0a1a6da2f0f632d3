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

/** Village finance (domain book §4.1, §4.3): income, expenditure and standing month by month, single matters as they happen. */
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
    item('收入', '经营收入', '逐项逐笔公布当月经营收入'),
    item('收入', '发包及上交收入', '逐项逐笔公布当月发包及上交收入'),
    item('收入', '投资收益', '逐项逐笔公布当月投资收益'),
    item('收入', '补助收入', '逐项逐笔公布当月补助收入'),
    item('收入', '征地补偿款', '当月收到的征地补偿款'),
    item('收入', '其他收入', '逐项逐笔公布当月其他收入'),
    item('支出', '经营支出', '逐项逐笔公布当月经营支出'),
    item('支出', '管理费用', '村干部报酬、误工补贴、办公费、报刊费等'),
    item('支出', '公益支出', '逐项逐笔公布当月公益支出'),
    item('支出', '工程项目支出', '逐项逐笔公布当月工程项目支出'),
    item('支出', '债务偿还', '当月偿还债务情况'),
    item('支出', '其他支出', '逐项逐笔公布当月其他支出'),
    item('资产和债权债务', '月末结余', '上月结余、本月收支合计、月末结余（现金和银行存款）'),
    item('资产和债权债务', '债权、债务', '债权、债务的对方、金额、期限'),
    item('专项公开', '征地补偿费使用、分配', '征地补偿费的使用、分配方案及结果', ANY_TIME),
    item('专项公开', '承包、租赁', '集体资产资源承包、租赁的方案、合同及兑现情况', ANY_TIME),
    item('专项公开', '项目建设', '集体经济项目立项、招标、资金使用情况', ANY_TIME),
    item('专项公开', '一事一议', '一事一议筹资筹劳及奖补资金使用情况', ANY_TIME),
  ],
}
