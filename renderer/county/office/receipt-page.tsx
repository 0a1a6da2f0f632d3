import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ReceiptItem } from '../../../domain/exchange/receipt.ts'
import type { ReceiptView } from '../../../county/web/take-in/views.ts'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { href } from '../../shared/desk/route.ts'
import { instantText } from '../../shared/ui/instant-text.ts'
import { address, ask } from '../county-api.ts'
import { qrDrawing } from '../../shared/qr-path.ts'
import { FaultText } from '../report/fault-text.tsx'
import './receipt.css'

/** More would not fit beside the code; the file has them all. */
const MOST_PRINTED = 40

function Rejected({ items }: { readonly items: readonly ReceiptItem[] }) {
  const { t } = useTranslation('county')
  if (items.length === 0) return null
  return (
    <section>
      <h2>{t('paper.rejected', { count: items.length })}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('sheet.change')}</th>
            <th scope="col">{t('sheet.indexNumber')}</th>
            <th scope="col">{t('sheet.edition')}</th>
            <th scope="col">{t('sheet.why')}</th>
          </tr>
        </thead>
        <tbody>
          {items.slice(0, MOST_PRINTED).map((item) => (
            <tr key={item.change}>
              <td>{item.change}</td>
              <td className="breakable">{item.indexNumber}</td>
              <td>{item.editionNumber}</td>
              <td>{item.fault !== null && <FaultText fault={item.fault} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {items.length > MOST_PRINTED && <p>{t('paper.more', { count: items.length - MOST_PRINTED })}</p>}
    </section>
  )
}

function Paper({ view }: { readonly view: ReceiptView }) {
  const { t, i18n } = useTranslation('county')
  const qr = qrDrawing(view.code)
  const { receipt } = view
  const facts: readonly (readonly [string, string])[] = [
    [t('paper.office'), `${receipt.office.name}（${receipt.office.uscc}）`],
    [
      t('paper.package'),
      t(
        receipt.package.changes.first === receipt.package.changes.last
          ? 'paper.packageIsOne'
          : 'paper.packageIs',
        {
          ...receipt.package.changes,
          sequence: receipt.package.sequence,
        },
      ),
    ],
    [t('paper.verdict'), t(`verdict.${receipt.verdict}`)],
    [
      t('paper.counts'),
      t('paper.countsAre', {
        editions: receipt.counts.editions,
        withdrawals: receipt.counts.withdrawals,
        accepted: receipt.counts.accepted,
        rejected: receipt.counts.rejected,
      }),
    ],
    [
      t('paper.held'),
      receipt.held === null
        ? t('offices.nothingYet')
        : t('office.heldTo', { sequence: receipt.held.sequence, change: receipt.held.change }),
    ],
    ...(receipt.missingFrom === null
      ? []
      : [[t('offices.gap'), t('office.missingHint', { change: receipt.missingFrom })] as const]),
    ...(receipt.unknown.length === 0
      ? []
      : [[t('paper.unknown'), t('paper.unknownAre', { count: receipt.unknown.length })] as const]),
    [t('paper.written'), instantText(receipt.claimedAt)],
  ]
  return (
    <article className="receipt-paper" lang={i18n.language}>
      <header>
        <h1>{t('paper.title')}</h1>
        <p>{t('paper.number', { county: receipt.county.name, number: receipt.number })}</p>
      </header>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Rejected items={receipt.items.filter((item) => item.result === 'REJECTED')} />
      <footer>
        <svg viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label={t('paper.code')}>
          <path d={qr.path} shapeRendering="crispEdges" />
        </svg>
        <div>
          <p>{t('paper.how')}</p>
          <p className="receipt-code">{view.code.match(/.{1,5}/gu)?.join(' ')}</p>
        </div>
      </footer>
      <p className="receipt-seal">{t('paper.seal')}</p>
    </article>
  )
}

/** A receipt on A4 with its code: the way back when no stick comes along. */
export function ReceiptPage({ officeId, number }: { readonly officeId: number; readonly number: number }) {
  const { t } = useTranslation('county')
  const receipt = useQuery({
    queryKey: ['receipt', officeId, number],
    queryFn: ({ signal }) => ask<ReceiptView>(`offices/${officeId}/receipts/${number}`, {}, signal),
  })
  return (
    <>
      <p className="back row no-print">
        <a href={href(`/offices/${officeId}`)}>{t('paper.back')}</a>
        <Button type="primary" onClick={() => window.print()}>
          {t('paper.print')}
        </Button>
        <a className="button-link" href={address(`offices/${officeId}/receipts/${number}/file`)} download>
          {t('receipts.download')}
        </a>
      </p>
      <QueryBody query={receipt}>{(view) => <Paper view={view} />}</QueryBody>
    </>
  )
}
