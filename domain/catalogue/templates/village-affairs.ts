import type { Template, TemplateItem } from './template.ts'

const BASIS = '《中华人民共和国村民委员会组织法》'
const QUARTERLY = '每季度首月15日前'
const ANY_TIME = '事项发生之日起10日内'
const VILLAGERS = '本村村民'

const item = (level1: string, level2: string, contents: string, deadline: string): TemplateItem => ({
  level1,
  level2,
  contents,
  deadline,
  basis: BASIS,
})
const list = (level2: string, contents: string): TemplateItem => ({
  ...item('救助和补贴', level2, contents, QUARTERLY),
  group: VILLAGERS,
})

/** 村务 (domain book §4.3); dates by Chongqing's rule for villages (§4.2) as a default. */
export const VILLAGE_AFFAIRS: Template = {
  id: 'VILLAGE_AFFAIRS',
  name: '村务公开目录（通用）',
  regime: 'VILLAGE',
  source:
    '各地村务公开栏的通行内容。日期按《重庆市实施〈中华人民共和国村民委员会组织法〉办法》第三十条，作为默认值，以本地规定为准。村民委员会组织法2026年起施行修订文本，条文序号尚未核实，因此不写条号。',
  publishingUnit: '村民委员会',
  channels: ['村务公开栏'],
  level: '村级',
  items: [
    item('民主决策', '村民会议、村民代表会议决议', '会议讨论决定的事项及其落实情况', ANY_TIME),
    item('民主决策', '民主评议', '村民委员会成员民主评议情况', QUARTERLY),
    item('民主决策', '村规民约', '村民自治章程、村规民约', '长期公开'),
    item('土地和建设', '宅基地申请、审批', '宅基地的使用方案、申请和审批情况', ANY_TIME),
    item('土地和建设', '土地承包、流转', '土地承包、流转情况', QUARTERLY),
    item('土地和建设', '工程项目招标', '村级工程项目的立项、招标、承包和验收情况', ANY_TIME),
    item('土地和建设', '筹资筹劳', '公益事业筹资筹劳方案及使用情况', ANY_TIME),
    list('最低生活保障', '最低生活保障对象名单及相关信息'),
    list('特困人员供养', '特困人员名单及相关信息'),
    list('临时救助', '临时救助对象名单、救助金额、救助事由'),
    list('残疾人两项补贴', '残疾人两项补贴对象名单、标准'),
    list('高龄津贴', '高龄津贴对象名单、标准'),
    list('惠农补贴', '各项惠农补贴的对象、标准、金额'),
    item('救助和补贴', '救灾款物', '救灾、捐赠款物的来源、分配和使用情况', ANY_TIME),
    item('公共服务', '医疗保险、养老保险参保', '参保政策、缴费标准、参保情况', QUARTERLY),
    item('公共服务', '计划生育', '计划生育政策落实情况', QUARTERLY),
    item('村级管理', '村干部补贴', '村干部报酬、补贴的人员和标准', QUARTERLY),
  ],
}
