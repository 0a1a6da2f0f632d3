/** A sample catalogue as the county would send it: CSV with a heading. */
export type SampleCatalogue = { readonly fileName: string; readonly csv: string }

const GOV_HEADING =
  '序号,一级事项,二级事项,公开内容（要素）,公开依据,公开时限,公开主体,公开渠道和载体,公开对象,公开方式,公开层级'
const REGULATION = '《中华人民共和国政府信息公开条例》'
const BOARD = '■公开栏 ■公开查阅点 ■政府网站'

type GovRow = readonly [level1: string, level2: string, elements: string, basis: string, deadline: string]

const GOV_ROWS: readonly GovRow[] = [
  [
    '机构信息',
    '机构职能',
    '机构设置、职能、办公地址、办公时间、联系方式、负责人姓名、工作分工',
    REGULATION,
    '信息形成或者变更之日起20个工作日内',
  ],
  ['机构信息', '政务公开工作', '工作要点、实施方案、点题公开事项', REGULATION, '信息形成之日起20个工作日内'],
  ['机构信息', '政府信息公开年度报告', '上一年度政府信息公开工作情况', REGULATION, '每年1月31日前'],
  ['财政预决算', '政府预算', '收支预算表、“三公”经费预算及说明', '《中华人民共和国预算法》', '批准后20日内'],
  ['财政预决算', '政府决算', '收支决算表、“三公”经费决算及说明', '《中华人民共和国预算法》', '批准后20日内'],
  ['财政预决算', '预算执行情况', '季度收支执行情况', REGULATION, '每季度终了后20个工作日内'],
  [
    '社会救助',
    '最低生活保障办事指南',
    '办理条件、保障标准、申请材料、办理流程、时间地点、联系方式',
    '《社会救助暂行办法》',
    '制定或获取信息之日起10个工作日内',
  ],
  [
    '社会救助',
    '最低生活保障审核信息',
    '审核通过对象名单及相关信息',
    '《最低生活保障审核确认办法》',
    '10个工作日内，公示7天',
  ],
  [
    '住房保障',
    '公共租赁住房',
    '申请条件、材料、程序、受理地点',
    '《公共租赁住房管理办法》',
    '信息形成之日起20个工作日内',
  ],
  [
    '住房保障',
    '农村危房改造',
    '补助对象名单、补助标准',
    '《农村危房改造相关管理办法》',
    '分配结果确定后20个工作日内',
  ],
  [
    '涉农补贴',
    '耕地地力保护补贴',
    '补贴对象、范围、标准、面积、金额、监督渠道',
    '《农业生产发展资金管理办法》',
    '信息形成或者变更之日起20个工作日内',
  ],
  [
    '涉农补贴',
    '政策解读',
    '背景依据、主要内容、涉及范围、执行口径、注意事项',
    REGULATION,
    '文件公开后3个工作日内',
  ],
  [
    '应急管理',
    '防汛抗旱',
    '责任分工、应急响应、值守电话、避险转移',
    '《中华人民共和国防汛条例》',
    '即时公开',
  ],
  ['应急管理', '森林防火', '防火期、责任区、禁火规定、报警电话', '《森林防火条例》', '即时公开'],
  ['应急管理', '捐赠款物管理', '捐赠款物来源、数量、使用情况', '《自然灾害救助条例》', '即时公开'],
  [
    '工程建设',
    '招标投标结果',
    '工程名称、中标单位、中标价、工期',
    '《中华人民共和国招标投标法》',
    '按批次公开',
  ],
  [
    '公共服务',
    '便民服务',
    '窗口设置、办理事项、办公时间、咨询电话',
    REGULATION,
    '信息形成或者变更之日起20个工作日内',
  ],
  ['公共服务', '服务承诺', '办理时限、一次性告知事项、投诉渠道', REGULATION, '长期公开'],
  ['公共服务', '医疗保险', '缴费标准、缴费方式、缴费期限', REGULATION, '即时公开'],
  [
    '公共服务',
    '养老服务补贴',
    '补贴对象、标准、申请材料、办理流程',
    '《中华人民共和国老年人权益保障法》',
    '10个工作日内',
  ],
  ['公共服务', '就业服务', '岗位信息、报名条件、报名时间地点', '《中华人民共和国就业促进法》', '即时公开'],
  ['乡村建设', '人居环境整治', '工作目标、主要任务、责任分工', REGULATION, '信息形成之日起20个工作日内'],
  ['表彰奖励', '先进评选', '评选条件、评选结果', REGULATION, '即时公开'],
]

const VILLAGE_HEADING = '序号,一级事项,二级事项,公开内容,公开依据,公开时限,公开主体,公开渠道,公开层级'
const ORGANIC_LAW = '《中华人民共和国村民委员会组织法》'

const VILLAGE_ROWS: readonly (readonly [
  level1: string,
  level2: string,
  elements: string,
  deadline: string,
])[] = [
  ['村务管理', '村民代表会议决议', '会议决定事项及实施情况', '每季度的首个月20日前'],
  ['村务管理', '宅基地审批', '申请户数、面积、位置、审批结果', '随时公布'],
  ['村务管理', '村级工程', '工程名称、资金来源、施工单位、验收结果', '随时公布'],
  ['财务管理', '月度财务收支', '收入、支出、结余、债权债务明细', '次月15日前'],
  ['惠民政策', '补贴补助发放', '补贴项目、标准、户数、金额', '发放前公示'],
]

function quote(cell: string): string {
  return /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

function csv(heading: string, rows: readonly (readonly string[])[]): string {
  return [heading, ...rows.map((row, index) => [String(index + 1), ...row].map(quote).join(','))].join('\r\n')
}

/** What the county changed in September: a deadline of its own for one item, and a new item. */
const GOV_ROWS_LATER: readonly GovRow[] = [
  ...GOV_ROWS.map((row): GovRow => {
    const [level1, level2, elements, basis] = row
    return level2 === '就业服务'
      ? [level1, level2, elements, basis, '信息形成或者变更之日起10个工作日内']
      : row
  }),
  [
    '社会救助',
    '清洁取暖补贴',
    '补贴对象、补贴标准、申请方式、发放结果',
    REGULATION,
    '信息形成或者变更之日起20个工作日内',
  ],
]

function township(rows: readonly GovRow[]): string {
  return csv(
    GOV_HEADING,
    rows.map((row) => [...row, '云溪镇人民政府', BOARD, '全社会', '主动', '乡级']),
  )
}

/** The township's catalogue as it came in January. */
export const TOWNSHIP_CATALOGUE: SampleCatalogue = {
  fileName: '云溪镇政务公开事项目录.csv',
  csv: township(GOV_ROWS),
}

/** The same as the county sent it again in September: one row changed, one new. */
export const TOWNSHIP_CATALOGUE_LATER: SampleCatalogue = {
  fileName: '云溪镇政务公开事项目录（2026年9月调整）.csv',
  csv: township(GOV_ROWS_LATER),
}

/** What all villages keep. */
export const VILLAGE_CATALOGUE: SampleCatalogue = {
  fileName: '云溪镇村务公开事项目录.csv',
  csv: csv(
    VILLAGE_HEADING,
    VILLAGE_ROWS.map(([level1, level2, elements, deadline]) => [
      level1,
      level2,
      elements,
      ORGANIC_LAW,
      deadline,
      '村民委员会',
      '村务公开栏',
      '村级',
    ]),
  ),
}
