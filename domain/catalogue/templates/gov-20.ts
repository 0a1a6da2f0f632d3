import type { Template, TemplateItem } from './template.ts'

const AT_ONCE = '即时公开'
const MONTHLY = '按月公开'
const QUARTERLY = '按季公开'
const YEARLY = '按年公开'
const PER_BATCH = '按批次公开'
const STANDING = '长期公开'

const item = (level2: string, contents: string, deadline: string, level3 = ''): TemplateItem => ({
  level1: '政务公开事项',
  level2,
  level3,
  contents,
  deadline,
})

const TARGETS = '年度工作目标及执行情况'
const TARGETS_TEXT = '政府及有关部门年度工作目标及执行情况'
const APPROVALS = '项目审批、指标分配、发证验照、行政收费、行政处罚等情况'
const APPROVALS_TEXT = '有关项目审批、指标分配、发证验照、行政收费、行政处罚等情况'

/** The twenty 政务公开事项 (domain book §1.2 A) with the deadline classes of §1.2 D; an item of two classes has a row for each. */
export const GOV_20: Template = {
  id: 'GOV_20',
  name: '政务公开事项目录（20项）',
  regime: 'GOV',
  source:
    '县民政局深化政务公开意见所列20项政务公开事项，时限按该意见的六类时限。原件文字有错乱，已按上下文还原；第15项原件没有写时限。公开依据和渠道原件没有写明，由本单位填写。',
  publishingUnit: '乡镇人民政府',
  channels: [],
  level: '乡级',
  items: [
    item(
      '规章、规范性文件',
      '上级政府有关规章、政府机关制定的规范性文件以及与经济、社会管理和公共服务相关的其他文件',
      AT_ONCE,
    ),
    item('经济社会发展规划、计划', '经济社会发展的规划、计划及其进展和完成情况', STANDING),
    item('城市规划和土地利用规划', '城市总体规划、其他各类城市规划以及土地利用总体规划等规划', STANDING),
    item(TARGETS, TARGETS_TEXT, YEARLY, '年度工作目标'),
    item(TARGETS, TARGETS_TEXT, QUARTERLY, '目标任务进展情况'),
    item('财政预算及执行情况', '财政预算及执行情况', MONTHLY),
    item('政府集中采购', '政府集中采购项目的目录、政府采购限额标准、采购结果及其监督情况', PER_BATCH),
    item(
      '重大工程项目',
      '重大基础设施项目及其他涉及财政资金的重大工程项目的公开招标、中标情况、资金使用情况及工程进展情况',
      PER_BATCH,
    ),
    item('专项经费和物资', '上级政府或政府部门下拨的专项经费和物资的分配、使用和管理情况', YEARLY),
    item('灾情和突发事件', '影响公众人身和财产安全的灾情或突发事件的预报、发生及其处理情况', AT_ONCE),
    item('捐赠款物', '为抵御灾害而接受捐赠款物的管理和使用情况', AT_ONCE),
    item('土地征用、房屋拆迁', '土地征用、房屋拆迁的批准文件、补偿标准、安置方案等情况', AT_ONCE),
    item('土地供应', '土地供应情况', PER_BATCH),
    item('经济适用房和廉租房', '经济适用房的建设和分配，廉租房的建设、申请和使用情况', AT_ONCE),
    item(
      '扶贫、优抚、教育、社会保障、劳动就业',
      '扶贫、优抚、教育、社会保障、劳动就业等方面的标准、条件及实施情况',
      QUARTERLY,
    ),
    { ...item('税收减免', '税收减免政策依据、条件、办理程序、结果等情况', ''), remark: '原件没有写时限' },
    item('重大审计事项结果', '事关群众切身利益的重大审计事项结果等情况', AT_ONCE),
    item(
      '各类基金',
      '各类基金的运行和使用情况（住房公积金、养老保险基金、医疗保险基金、慈善基金等）',
      QUARTERLY,
    ),
    item(APPROVALS, APPROVALS_TEXT, QUARTERLY, '办理和处罚结果'),
    item(APPROVALS, APPROVALS_TEXT, YEARLY, '收费项目、标准、依据'),
    item(APPROVALS, APPROVALS_TEXT, STANDING, '依据、要求、程序、时限'),
    item('干部选拔任用和公务员招录', '干部选拔任用、公务员招考、录用的条件、程序、结果等情况', AT_ONCE),
    item('先进模范评选', '先进模范评选条件、结果等情况', AT_ONCE),
  ],
}
