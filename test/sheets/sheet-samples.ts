import type { NoticeForm, SheetForm } from '../../domain/sheet/template.ts'

/** A picture of `docs/sheets/`: what of the sample office is printed, in which form, and which pages are shown. */
export type SheetSample = {
  /** Name of the picture without its ending. */
  readonly file: string
  /** Of the notice it is, or that it is about; empty where it is about a day. */
  readonly title: string
  readonly subject:
    | { readonly kind: 'EDITION'; readonly form: NoticeForm }
    | { readonly kind: Exclude<SheetForm, NoticeForm> | 'POSTING_CERTIFICATE' }
  /** Pages shown side by side, from 1; what has fewer shows those it has. */
  readonly pages: readonly number[]
}

const edition = (file: string, form: NoticeForm, title: string, pages: readonly number[] = [1]) => ({
  file,
  title,
  subject: { kind: 'EDITION', form } as const,
  pages,
})

/** One picture for each form the product ships, and one for the certificate of a single sheet. */
export const SHEET_SAMPLES: readonly SheetSample[] = [
  edition('red-head', 'RED_HEAD', '云溪镇人民政府关于做好2026年春季森林防火工作的通知', [1, 2]),
  edition('plain', 'PLAIN', '云溪镇人民政府关于汛期河道水域安全管理的通告'),
  edition('public-display', 'PUBLIC_DISPLAY', '云溪镇2026年11月最低生活保障审核结果公示'),
  edition('name-list', 'NAME_LIST', '云溪镇2026年第三季度高龄津贴发放名单'),
  edition('finance-table', 'FINANCE_TABLE', '河西村2026年10月财务收支公开表'),
  edition('poster', 'POSTER', '云溪镇关于启动防汛四级应急响应的紧急通知'),
  edition('poster-two-sheets', 'POSTER', '云溪镇2026年公益性岗位招聘公告', [1, 2]),
  edition('plain-card', 'PLAIN_CARD', '云溪镇冬季清洁取暖补贴实施办法（试行）'),
  edition('service-guide', 'SERVICE_GUIDE', '云溪镇最低生活保障办事指南'),
  edition('five-ones', 'FIVE_ONES', '云溪镇最低生活保障办事指南', [1, 2, 3, 4]),
  edition('emergency-poster', 'EMERGENCY_POSTER', '关于转发示例县气象台暴雨红色预警的紧急通告'),
  {
    file: 'review-slip',
    title: '云溪镇冬季清洁取暖补贴实施办法（试行）',
    subject: { kind: 'REVIEW_SLIP' },
    pages: [1],
  },
  {
    file: 'display-certificate',
    title: '河西村2026年第二批宅基地申请公示',
    subject: { kind: 'DISPLAY_CERTIFICATE' },
    pages: [1, 2],
  },
  {
    file: 'posting-certificate',
    title: '河西村2026年10月财务收支公开表',
    subject: { kind: 'POSTING_CERTIFICATE' },
    pages: [1, 2],
  },
  { file: 'take-down-list', title: '', subject: { kind: 'TAKE_DOWN_LIST' }, pages: [1] },
]
