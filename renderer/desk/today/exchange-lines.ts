import type { i18n } from 'i18next'
import type { ExchangeTodayView } from '../../../server/exchange/task/views.ts'
import { faultText } from '../exchange/fault-words.ts'
import { dayWords } from '../notice/format.ts'

/** One line of the card: what it is about, what is wrong or to be done, and where. */
export type ExchangeLine = {
  readonly key: string
  readonly to: string
  readonly title: string
  readonly words: string
  readonly bad: boolean
}

type Words = { readonly i18n: i18n; readonly today: string }

function instructionLine(
  { id, title, due }: ExchangeTodayView['instructions'][number],
  { i18n, today }: Words,
): ExchangeLine {
  const t = i18n.getFixedT(null, 'exchange')
  const bad = due !== null && due < today
  const words =
    due === null
      ? t('today.unread')
      : t(bad ? 'today.overdue' : 'today.due', { day: dayWords(due, i18n.language) })
  return { key: id, to: '/exchange/downward', title, words, bad }
}

/** What is missing on either side. */
function lostLines({ gap, missingReceipts }: ExchangeTodayView, { i18n }: Words): ExchangeLine[] {
  const t = i18n.getFixedT(null, 'exchange')
  const comma = i18n.getFixedT(null, 'desk')('common.listComma')
  const lines: ExchangeLine[] = []
  if (gap !== null) {
    const words =
      gap.packages.length > 0 ? t('today.gapDo', { packages: gap.packages.join(comma) }) : t('today.gapOffer')
    lines.push({ key: 'gap', to: '/exchange/packages', title: t('today.gap'), words, bad: true })
  }
  if (missingReceipts.length > 0) {
    const words = t('today.receiptsDo', { numbers: missingReceipts.join(comma) })
    lines.push({ key: 'receipts', to: '/exchange/receive', title: t('today.receipts'), words, bad: false })
  }
  return lines
}

/** What the exchange asks of somebody today as lines, the worst first. */
export function exchangeLines(view: ExchangeTodayView, words: Words): readonly ExchangeLine[] {
  const t = words.i18n.getFixedT(null, 'exchange')
  const rejected = view.tasks.map(({ id, notice, fault }) => ({
    key: id,
    to: '/exchange/tasks',
    title: notice.title,
    words: t('today.rejected', { fault: faultText(words.i18n, fault) }),
    bad: true,
  }))
  const late = view.late.map(({ sequence, days }) => ({
    key: `package ${sequence}`,
    to: `/exchange/packages/${sequence}`,
    title: t('package.name', { sequence }),
    words: t('today.late', { count: days }),
    bad: true,
  }))
  const instructions = view.instructions.map((one) => instructionLine(one, words))
  const items =
    view.itemCount === 0
      ? []
      : [
          {
            key: 'items',
            to: '/exchange/downward',
            title: t('today.items', { count: view.itemCount }),
            words: t('today.itemsDo'),
            bad: false,
          },
        ]
  return [
    ...rejected,
    ...instructions.filter(({ bad }) => bad),
    ...late,
    ...lostLines(view, words),
    ...instructions.filter(({ bad }) => !bad),
    ...items,
  ]
}
