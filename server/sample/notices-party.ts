import type { SampleNotice } from './sample-notice.ts'

const BRANCH = '河西村党支部'
const SIGNATURE = '中共云溪镇河西村支部委员会'

type Dues = {
  readonly quarter: string
  readonly members: number
  readonly paid: string
  readonly date: string
  readonly day: string
}

function dues({ quarter, members, paid, date, day }: Dues): SampleNotice {
  return {
    title: `河西村党支部2026年${quarter}党费收缴情况`,
    kind: 'OTHER',
    item: '党费收缴',
    unit: BRANCH,
    signature: SIGNATURE,
    date,
    day,
    text: `
河西村党支部2026年${quarter}党费收缴情况公布如下：
|项目|情况|
|应交党费人数|${members}人|
|实交党费人数|${members}人|
|收缴金额|${paid}元|
|上缴镇党委|${paid}元|
没有欠交、少交情况。党员对收缴情况有疑问的，可以向支部委员会查询。
`,
  }
}

/** The Party branch's own board: dues by the quarter, targets and conduct by the half-year. */
export const PARTY_NOTICES: readonly SampleNotice[] = [
  dues({ quarter: '第一季度', members: 46, paid: '828.00', date: '2026-04-10', day: '2026-04-13' }),
  dues({ quarter: '第二季度', members: 46, paid: '828.00', date: '2026-07-09', day: '2026-07-10' }),
  dues({ quarter: '第三季度', members: 47, paid: '846.00', date: '2026-10-13', day: '2026-10-14' }),
  {
    title: '河西村党支部2026年上半年目标任务完成情况',
    kind: 'OTHER',
    item: '年度目标任务',
    unit: BRANCH,
    signature: SIGNATURE,
    date: '2026-07-08',
    day: '2026-07-10',
    text: `
河西村党支部2026年上半年目标任务完成情况公布如下：
|任务|进展|
|每月一次主题党日|已开展6次|
|便民桥改造工程前期工作|已完成开标|
|困难群众走访|走访38户|
下半年重点完成便民桥改造、机耕道维修和村级公开栏更新。
`,
  },
  {
    title: '河西村党支部2026年上半年党风廉政建设情况',
    kind: 'OTHER',
    item: '党风廉政',
    unit: BRANCH,
    signature: SIGNATURE,
    date: '2026-07-08',
    day: '2026-07-10',
    text: `
2026年上半年，河西村党支部组织廉政学习2次，村级财务和工程项目全部经村务监督委员会审核，没有收到对村干部的信访举报。
下半年将对惠民补贴发放和便民桥改造工程资金使用开展专项检查，结果在公开栏公布。
党员群众可以向镇纪委反映问题，电话0999-6100101。
`,
  },
]
