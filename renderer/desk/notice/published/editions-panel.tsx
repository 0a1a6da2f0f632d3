import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeDetail } from '../../../../server/notice/views.ts'
import { PrintButton } from '../../print/print-button.tsx'
import { NoticePrints } from '../../print/queue/notice-prints.tsx'
import { useOpenDesk } from '../../shell/session-context.ts'
import { dayAndTime, shortHash } from '../format.ts'
import { Panel } from '../panel.tsx'
import { LanguagePapers } from '../language/language-papers.tsx'
import { SlipLinks } from '../review/slip-links.tsx'
import { useRecord } from '../use-record.ts'
import { EditionSaid } from './edition-said.tsx'
import { PdfButton } from './pdf-button.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

/** Where the public finds a notice on the kiosk. */
function kioskAddress(publicAddress: string, indexNumber: string): string {
  return `${publicAddress.replace(/\/$/u, '')}/kiosk/#/notice/${encodeURIComponent(indexNumber)}`
}

/** What has been published of a notice: every edition with its hash, its paper, its PDF, and the way to take it down. */
export function EditionsPanel({ detail }: { readonly detail: NoticeDetail }) {
  const { t, i18n } = useTranslation(['notice', 'terms', 'edition'])
  const { clock, publicAddress } = useOpenDesk()
  // What is being taken down: one former edition, or null for everything that hangs.
  const [withdrawing, setWithdrawing] = useState<{ readonly edition: number | null } | null>(null)
  const record = useRecord(detail.id).data
  const newestFirst = detail.editions.toSorted((one, other) => other.editionNumber - one.editionNumber)
  return (
    <Panel title={t('notice:panels.editions')}>
      {detail.indexNumber ? (
        <dl className="nt-facts">
          <dt>{t('notice:published.indexNumber')}</dt>
          <dd>{detail.indexNumber}</dd>
        </dl>
      ) : null}
      <ul className="nt-lines">
        {newestFirst.map((edition) => (
          <li key={edition.hash} className="nt-line">
            <div className="nt-line-title">
              {t('notice:published.edition', { number: edition.editionNumber })}
              <span className={edition.state === 'PUBLISHED' ? 'nt-pill nt-pill-g' : 'nt-pill nt-pill-plain'}>
                {t(`terms:editionState.${edition.state}`)}
              </span>
            </div>
            <div className="nt-soft">
              {t('notice:published.when', {
                time: dayAndTime(edition.publishedAt, i18n.language, clock.now),
                name: edition.publishedBy.name,
              })}
            </div>
            <div className="nt-hash" title={edition.hash}>
              {t('notice:hash', { hash: shortHash(edition.hash) })}
            </div>
            <EditionSaid
              edition={record?.editions.find((one) => one.editionNumber === edition.editionNumber)}
            />
            {edition.withdrawal ? (
              <div className="nt-bad">
                {t('notice:published.withdrawn', {
                  time: dayAndTime(edition.withdrawal.at, i18n.language, clock.now),
                  name: edition.withdrawal.by.name,
                  reason: t(`terms:withdrawalReason.${edition.withdrawal.reason}`),
                })}
                {edition.withdrawal.note ? <div>{edition.withdrawal.note}</div> : null}
              </div>
            ) : null}
            <div className="nt-line-actions">
              {edition.state === 'PUBLISHED' && detail.indexNumber && !detail.paperOnly ? (
                <a
                  className="nt-link"
                  href={kioskAddress(publicAddress, detail.indexNumber)}
                  target="_blank"
                  rel="noopener"
                >
                  {t('notice:published.kiosk')}
                </a>
              ) : null}
              {edition.state === 'WITHDRAWN' ? null : (
                <>
                  <a
                    className="nt-link"
                    href={`/sheet/?edition=${encodeURIComponent(edition.hash)}`}
                    target="_blank"
                    rel="noopener"
                  >
                    {t('notice:published.sheet')}
                  </a>
                  <PrintButton
                    look="link"
                    sheet={{
                      title: edition.title,
                      subject: {
                        kind: 'EDITION',
                        hash: edition.hash,
                        noticeId: detail.id,
                        layout: { kind: 'CHINESE' },
                      },
                      noticeId: detail.id,
                      templateId: null,
                    }}
                  />
                  <PdfButton
                    hash={edition.hash}
                    noticeId={detail.id}
                    fileName={`${edition.title.slice(0, 60)}（${shortHash(edition.hash).slice(0, 4)}）.pdf`}
                  />
                  <LanguagePapers
                    hash={edition.hash}
                    noticeId={detail.id}
                    fileName={`${edition.title.slice(0, 60)}.pdf`}
                  />
                </>
              )}
              {edition.state === 'SUPERSEDED' && detail.may.withdraw ? (
                <button
                  type="button"
                  className="nt-link"
                  onClick={() => {
                    setWithdrawing({ edition: edition.editionNumber })
                  }}
                >
                  {t('edition:editions.withdrawOne')}
                </button>
              ) : null}
            </div>
            <SlipLinks id={detail.id} submissionId={edition.submissionId} title={edition.title} />
          </li>
        ))}
      </ul>
      <NoticePrints noticeId={detail.id} />
      {detail.may.withdraw ? (
        <Button
          danger
          onClick={() => {
            setWithdrawing({ edition: null })
          }}
        >
          {t('notice:withdraw.action')}
        </Button>
      ) : null}
      {withdrawing ? (
        <WithdrawDialog
          id={detail.id}
          editionNumber={withdrawing.edition}
          close={() => {
            setWithdrawing(null)
          }}
        />
      ) : null}
    </Panel>
  )
}
