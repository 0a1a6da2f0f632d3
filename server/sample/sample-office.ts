import type { Office } from '../../domain/office/office.ts'
import { completeUscc } from '../../domain/office/uscc.ts'
import type { Role } from '../../domain/office/role.ts'
import type { UnitKind } from '../../domain/office/unit.ts'

/** The invented office: region 990000 belongs to nobody, so its code can never be a real office's. */
export const SAMPLE_OFFICE: Office = {
  name: '示例县云溪镇人民政府',
  uscc: completeUscc('11990000000000001'),
  regionCode: '990000',
  telephone: '0999-6100100',
  address: '示例县云溪镇云溪路1号',
  openingHours: '周一至周五 9:00—12:00，14:00—17:30',
  indexTemplate: '{uscc}/{yyyy}-{seq:5}',
}

/** Password of everybody in the sample office; printed when it is loaded, and good for nothing else. */
export const SAMPLE_PASSWORD = 'yunxi-2026'

/** The administrator of the sample office. */
export const SAMPLE_ADMINISTRATOR = '陈静'

/** Everybody else in the sample office, invented. */
export const SAMPLE_PEOPLE: readonly { readonly name: string; readonly roles: readonly Role[] }[] = [
  { name: '周敏', roles: ['HANDLER'] },
  { name: '韩立', roles: ['REVIEWER'] },
  { name: '王芳', roles: ['SECRECY_REVIEWER'] },
  { name: '李伟', roles: ['DEPUTY_LEADER', 'REVIEWER'] },
  { name: '许岚', roles: ['LEGALITY_REVIEWER'] },
  { name: '苏宁', roles: ['LANGUAGE_REVIEWER'] },
]

/** The units of the sample office, each with its board. */
export const SAMPLE_UNITS: readonly {
  readonly name: string
  readonly kind: Exclude<UnitKind, 'TOWNSHIP'>
  readonly board: { readonly name: string; readonly place: string }
}[] = [
  {
    name: '党政综合办公室',
    kind: 'OFFICE',
    board: { name: '机关政务公开栏', place: '镇政府办公楼一楼大厅' },
  },
  { name: '河西村', kind: 'VILLAGE', board: { name: '河西村村务公开栏', place: '村委会院墙东侧' } },
  { name: '河东村', kind: 'VILLAGE', board: { name: '河东村村务公开栏', place: '村文化广场' } },
  { name: '云溪社区', kind: 'COMMUNITY', board: { name: '云溪社区居务公开栏', place: '社区服务站门口' } },
  {
    name: '河西村党支部',
    kind: 'PARTY_BRANCH',
    board: { name: '河西村党务公开栏', place: '村党群服务中心' },
  },
]
