import type { Template } from './template.ts'

const LEVEL1 = '办事公开事项'

/** 办事公开事项 (domain book §1.2 B), deadlines by §1.2 D. */
export const SERVICE_MATTERS: Template = {
  id: 'SERVICE_MATTERS',
  name: '办事公开事项目录',
  regime: 'GOV',
  source:
    '县民政局深化政务公开意见所列办事公开事项，时限按该意见的六类时限。原件缺第4项，这里按其长期公开清单补入“行政执法及行政处罚的依据、程序”，尚未核实。公开依据和渠道由本单位填写。',
  publishingUnit: '乡镇人民政府',
  channels: [],
  level: '乡级',
  items: [
    {
      level1: LEVEL1,
      level2: '领导人信息',
      contents: '领导人姓名、工作分工、联系方式',
      deadline: '长期公开',
    },
    {
      level1: LEVEL1,
      level2: '机构职能',
      contents: '管理职能、机构设置、办公地址、联系方式',
      deadline: '长期公开',
    },
    {
      level1: LEVEL1,
      level2: '许可、办理、服务事项',
      level3: '办事依据和程序',
      contents: '行政许可、办理、服务事项的依据、要求、程序、时限、收费标准，办事人员的责任、投诉监督制度',
      deadline: '长期公开',
    },
    {
      level1: LEVEL1,
      level2: '许可、办理、服务事项',
      level3: '办事结果',
      contents: '行政许可、办理、服务事项的结果',
      deadline: '按季公开',
    },
    {
      level1: LEVEL1,
      level2: '行政执法和行政处罚',
      contents: '行政执法及实施行政处罚的依据、程序',
      deadline: '长期公开',
      remark: '原件缺第4项，按长期公开清单补入，待核实',
    },
    {
      level1: LEVEL1,
      level2: '行政事业性收费',
      contents: '行政事业性收费的项目、标准、依据',
      deadline: '按年公开',
    },
  ],
}
