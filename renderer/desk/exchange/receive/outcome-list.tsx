import { useTranslation } from 'react-i18next'
import type { DownwardOutcome } from '../../../../server/exchange/downward/views.ts'
import type { ReceiptOutcome } from '../../../../server/exchange/receipt/views.ts'
import { refusalText } from '../../../shared/ui/refusal-message.tsx'
import { href } from '../../../shared/desk/route.ts'
import { refusalOf } from '../refusal-of.ts'
import { NewInstanceButton } from '../new-instance.tsx'
import { StateIcon, type StateSign } from '../state-icon.tsx'

type Line = {
  readonly name: string
  readonly tone: 'good' | 'partly' | 'late' | 'plain'
  readonly sign: StateSign
  readonly title: string
  readonly more: readonly string[]
  readonly link: { readonly to: string; readonly words: string } | null
}

/** A file that was refused says why. */
function useRefusedLine() {
  const { t, i18n } = useTranslation('exchange')
  return (one: Parameters<typeof refusalOf>[0] & { readonly name: string }): Line => ({
    name: one.name,
    tone: 'late',
    sign: 'alert',
    title: t('outcome.refused'),
    more: [refusalText(i18n, refusalOf(one))],
    link: null,
  })
}

function useReceiptLine() {
  const { t } = useTranslation('exchange')
  const refusedLine = useRefusedLine()
  return (one: ReceiptOutcome): Line => {
    if (one.outcome === 'REFUSED') return refusedLine(one)
    const { receipt } = one
    const about = { number: receipt.number, sequence: receipt.sequence }
    const counts =
      receipt.verdict === 'HELD'
        ? t('outcome.held', about)
        : t('outcome.counts', { ...about, accepted: receipt.accepted, rejected: receipt.rejected })
    const more = [
      one.outcome === 'KNOWN' ? '' : counts,
      one.outcome === 'LATE' ? t('outcome.late') : '',
      one.outcome === 'COUNTY_RESTORED' ? t('outcome.countyRestored') : '',
      receipt.formerInstance ? t('outcome.formerInstance') : '',
      one.tasksOpened > 0 ? t('outcome.tasksOpened', { count: one.tasksOpened }) : '',
      one.tasksEnded > 0 ? t('outcome.tasksEnded', { count: one.tasksEnded }) : '',
      one.keyChanged ? t('outcome.keyChanged') : '',
    ]
    const problems = receipt.rejected > 0 || receipt.verdict === 'HELD'
    return {
      name: one.name,
      tone: one.outcome === 'KNOWN' ? 'plain' : problems ? 'partly' : 'good',
      sign: one.outcome === 'KNOWN' ? 'minus' : problems ? 'alert' : 'tick',
      title: t(one.outcome === 'KNOWN' ? 'outcome.known' : 'outcome.receipt', about),
      more: more.filter((words) => words !== ''),
      link: one.tasksOpened > 0 ? { to: '/exchange/tasks', words: t('outcome.toTasks') } : null,
    }
  }
}

function useDownwardLine() {
  const { t } = useTranslation(['exchange', 'desk'])
  const refusedLine = useRefusedLine()
  return (one: DownwardOutcome): Line => {
    if (one.outcome === 'REFUSED') return refusedLine(one)
    if (one.outcome === 'KNOWN') {
      const title = t('exchange:outcome.downwardKnown', { sequence: one.sequence })
      return { name: one.name, tone: 'plain', sign: 'minus', title, more: [], link: null }
    }
    const comma = t('desk:common.listComma')
    const missing =
      one.missingSequences.length > 0
        ? [t('exchange:outcome.downwardGap', { sequences: one.missingSequences.join(comma) })]
        : []
    return {
      name: one.name,
      tone: 'good',
      sign: 'tick',
      title: t('exchange:outcome.downward', { sequence: one.sequence, count: one.items.length }),
      more: [one.items.map(({ title }) => title).join(comma), ...missing],
      link: { to: '/exchange/downward', words: t('exchange:outcome.toItems') },
    }
  }
}

/** What became of each file, in its own words: one that was refused says why, and changed nothing. */
export function OutcomeList(props: {
  readonly receipts: readonly ReceiptOutcome[]
  readonly downward: readonly DownwardOutcome[]
}) {
  const { t } = useTranslation('exchange')
  const receiptLine = useReceiptLine()
  const downwardLine = useDownwardLine()
  const lines = [...props.receipts.map(receiptLine), ...props.downward.map(downwardLine)]
  const wentBack = props.receipts.some((one) => one.outcome === 'REFUSED' && one.code === 'receipt.ahead')
  if (lines.length === 0) return <p role="status">{t('outcome.nothing')}</p>
  return (
    <div role="status" className="ex-said">
      <ul className="ex-outcomes" aria-label={t('outcome.title')}>
        {lines.map((line, index) => (
          <li key={index} className={`tone-${line.tone}`}>
            <StateIcon sign={line.sign} />
            <div>
              <p className="strong">{line.title}</p>
              {line.more.map((words) => (
                <p key={words}>{words}</p>
              ))}
              <p className="sub breakable">{line.name}</p>
            </div>
            {line.link !== null && <a href={href(line.link.to)}>{line.link.words}</a>}
          </li>
        ))}
      </ul>
      {wentBack && <NewInstanceButton />}
    </div>
  )
}
