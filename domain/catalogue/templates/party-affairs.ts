import type { Template, TemplateItem } from './template.ts'

const item = (level2: string, contents: string, deadline: string): TemplateItem => ({
  level1: '党务公开事项',
  level2,
  contents,
  deadline,
})

/** 党务 (domain book §4.3). */
export const PARTY_AFFAIRS: Template = {
  id: 'PARTY_AFFAIRS',
  name: '党务公开目录（通用）',
  regime: 'PARTY',
  source:
    '各地党务公开栏的通行内容。公开依据、按季或按半年公开以及发展党员公示5个工作日均尚未核实，请按上级党组织的规定修改后再送审。',
  publishingUnit: '党支部',
  channels: ['党务公开栏'],
  level: '村级',
  items: [
    item('党组织设置和成员分工', '党组织设置、成员分工、联系方式', '长期公开'),
    item('年度目标任务', '年度目标任务及完成情况', '每半年公开一次'),
    item('发展党员', '入党积极分子、发展对象、预备党员接收和转正情况', '公示5个工作日'),
    item('党费收缴', '党费收缴、使用情况', '每季度公开一次'),
    item('民主评议党员', '民主评议党员情况', '每半年公开一次'),
    item('评优评先', '评选条件、推荐对象、评选结果', '随时公开'),
    item('党风廉政', '党风廉政建设情况', '每半年公开一次'),
    item('后备干部', '后备干部推荐、培养情况', '每半年公开一次'),
  ],
}
