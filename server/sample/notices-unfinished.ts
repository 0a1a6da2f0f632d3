import type { SampleNotice } from './sample-notice.ts'
import type { SampleRemark } from './story-review.ts'

/** Published and taken down again when it had run out. */
export const WITHDRAWN: SampleNotice = {
  title: '云溪镇关于云溪路临时交通管制的通告',
  kind: 'CIRCULAR',
  item: '便民服务',
  date: '2026-08-10',
  day: '2026-08-11',
  text: `
因云溪路供水管网改造施工，自2026年8月12日6时至8月19日18时，云溪路（镇卫生院至便民服务中心段）实行临时交通管制，机动车辆请绕行河堤路。
施工期间给出行带来不便，敬请谅解。施工结束后本通告自行失效。
`,
}

/** Handed in, waiting for both reviews. */
export const IN_REVIEW: SampleNotice & { readonly remark: SampleRemark } = {
  title: '云溪镇2026年水稻种植保险理赔情况公示',
  kind: 'PUBLIC_DISPLAY',
  item: '耕地地力保护补贴',
  display: { days: 7, telephone: '0999-6100107' },
  event: '2026年水稻种植保险理赔结果',
  date: '2026-11-19',
  day: '2026-11-19',
  text: `
2026年7月强降雨造成我镇部分水稻受灾。经保险机构查勘、村级核实，现将理赔情况公示如下：
|村名|受灾面积（亩）|理赔户数|理赔金额（元）|
|河西村|186.40|43|55920.00|
|石桥村|142.60|37|42780.00|
|合计|329.00|80|98700.00|
公示期7天。有异议的请向农业农村办公室反映，电话0999-6100107。
`,
  remark: { block: 0, quote: '部分水稻受灾', text: '请写明理赔的承保机构，以便群众查询。' },
}

/** Before a higher body, whose answer is awaited. */
export const REFERRED: SampleNotice & { readonly referredTo: string; readonly question: string } = {
  title: '云溪镇白沙水库防汛抢险应急预案',
  kind: 'WORK_PLAN',
  item: '防汛抗旱',
  date: '2026-11-16',
  day: '2026-11-17',
  text: `
为做好白沙水库防汛抢险工作，保障下游群众安全，制定本预案。
# 一、组织指挥
镇防汛抗旱指挥机构统一指挥，水库设行政、技术、巡查三个责任人，名单在公开栏公布。
# 二、预警和转移
水位达到汛限水位时，通知下游河西村、石桥村做好准备；达到设计水位时，组织群众转移到避险安置点。
# 三、抢险物资
编织袋、砂石、救生衣等物资存放在水库管理房和镇应急仓库，具体数量和存放图见内部附表。
# 四、值班
汛期24小时值班，电话0999-6100110。
`,
  referredTo: '示例县水务局',
  question: '预案中水库设计水位和物资存放位置是否属于可以公开的内容，请予明确。',
}

/** Returned by the reviewer with a reason and remarks; the author is at work on a next draft. */
export const RETURNED: SampleNotice & {
  readonly reason: string
  readonly remarks: readonly SampleRemark[]
  /** The next draft, which settles the first remark. */
  readonly nextText: string
  readonly settled: string
} = {
  title: '云溪镇2026年度村级公开栏检查情况通报',
  kind: 'BULLETIN',
  item: '政务公开工作',
  addressee: '各村民委员会',
  date: '2026-11-17',
  day: '2026-11-17',
  text: `
2026年11月上旬，镇政务公开办公室对12个村的公开栏进行了检查。总体情况良好，多数村能够按月公开财务收支。
存在的问题：上云村、南坪村10月财务收支超过规定时间4天才公开；柳树村公开栏玻璃破损，影响阅读。
请有关村在11月底前完成整改，并将照片和整改说明报镇政务公开办公室。
`,
  reason: '有两处需要补充，见批注。',
  remarks: [
    { block: 0, quote: '2026年11月上旬', text: '请写明检查的起止日期。' },
    { block: 1, quote: '上云村、南坪村', text: '请附12个村的检查结果表，只点两个村不完整。' },
  ],
  nextText: `
2026年11月3日至11月10日，镇政务公开办公室对12个村的公开栏进行了检查。总体情况良好，多数村能够按月公开财务收支。
存在的问题：上云村、南坪村10月财务收支超过规定时间4天才公开；柳树村公开栏玻璃破损，影响阅读。
请有关村在11月底前完成整改，并将照片和整改说明报镇政务公开办公室。
`,
  settled: '已写明11月3日至11月10日。',
}

/** Being written. */
export const DRAFTS: readonly SampleNotice[] = [
  {
    title: '云溪镇人民政府关于做好2026年冬季取暖安全工作的通知',
    kind: 'NOTIFICATION',
    item: '便民服务',
    addressee: '各村民委员会',
    date: '2026-11-20',
    day: '2026-11-20',
    text: `
冬季取暖期将至，为防范火灾和一氧化碳中毒事故，现就有关事项通知如下：
一、各村要逐户走访独居老人和行动不便家庭，检查炉具、烟道和通风情况。
二、（待补充：报警器发放数量）
`,
  },
  {
    title: '云溪镇2026年重点民生实事完成情况',
    kind: 'REPORT',
    item: '政务公开工作',
    date: '2026-11-20',
    day: '2026-11-20',
    text: `
2026年镇人民代表大会票决确定的8件民生实事，截至11月中旬已完成6件，其余2件正在推进。
`,
  },
]
