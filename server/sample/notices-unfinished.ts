import type { SampleNotice } from './sample-notice.ts'

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
export const IN_REVIEW: SampleNotice = {
  title: '云溪镇2026年水稻种植保险理赔情况公示',
  kind: 'PUBLIC_DISPLAY',
  item: '耕地地力保护补贴',
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
}

/** Returned by the reviewer with a reason. */
export const RETURNED: SampleNotice & { readonly reason: string } = {
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
  reason: '请写明检查的起止日期，并附12个村的检查结果表。',
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
