import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { EditionDetail } from '../../../county/search/views.ts'
import { BodyView } from '../../shared/body-view.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { href, useRoute } from '../../shared/desk/route.ts'
import { byteSize } from '../../shared/ui/byte-size.ts'
import { instantText } from '../../shared/ui/instant-text.ts'
import { officialDate } from '../../sheet/official-date.ts'
import { ask } from '../county-api.ts'
import './edition.css'
import { editionHref } from './search-page.tsx'

function fileBase(edition: EditionDetail): string {
  const number = encodeURIComponent(edition.indexNumber)
  return `/api/edition/files/${edition.officeId}/${number}/${edition.editionNumber}/`
}

// To run out is how a notice ends as it should; to be taken down is not.
const TONE: Readonly<Record<EditionDetail['state'], string>> = {
  CURRENT: '',
  SUPERSEDED: 'waits',
  EXPIRED: '',
  WITHDRAWN: 'bad',
}

function State({ edition }: { readonly edition: EditionDetail }) {
  const { t } = useTranslation(['county', 'terms'])
  if (edition.state === 'CURRENT') return null
  const { withdrawal } = edition
  return (
    <p className="note">
      <b className={TONE[edition.state]}>{t(`editionState.${edition.state}`)}</b>{' '}
      {withdrawal !== null &&
        t('edition.withdrawnWhat', {
          day: instantText(withdrawal.withdrawnAt),
          reason: t(`terms:withdrawalReason.${withdrawal.reason}`),
          note: withdrawal.note,
        })}
      {edition.state === 'SUPERSEDED' && t('edition.supersededWhat')}
      {edition.state === 'EXPIRED' && t('edition.expiredWhat')}
    </p>
  )
}

/** The notice itself, or what is said in its place when it is closed. */
function Paper({ edition }: { readonly edition: EditionDetail }) {
  const { t } = useTranslation('county')
  const { content } = edition
  const title = edition.title ?? t('edition.titleHidden')
  if (content === null)
    return (
      <section className="card edition-paper edition-closed">
        <h1>{title}</h1>
        <p>{t('edition.closed')}</p>
      </section>
    )
  const files = (content.attachments ?? []).filter(({ role }) => role === 'ATTACHMENT')
  return (
    <article className="card edition-paper" lang="zh-Hans">
      <h1>{title}</h1>
      {content.addressee !== '' && <p>{content.addressee}</p>}
      <div className="edition-body">
        <BodyView body={content.body} imageBase={fileBase(edition)} plainLinks />
      </div>
      <p className="edition-signature">
        {content.signature === '' ? content.office.name : content.signature}
        <br />
        {officialDate(content.documentDate ?? '')}
      </p>
      {files.length > 0 && (
        <section>
          <h2>{t('edition.files')}</h2>
          <ul>
            {files.map((file) => (
              <li key={file.id}>
                <a href={`${fileBase(edition)}${file.id}`} target="_blank" rel="noopener">
                  {file.name}
                </a>{' '}
                <span className="sub">{byteSize(file.size)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  )
}

function Facts({ edition }: { readonly edition: EditionDetail }) {
  const { t } = useTranslation(['county', 'terms', 'desk', 'exchange'])
  const { content, allowance } = edition
  const facts: readonly (readonly [string, string])[] = [
    [t('sheet.indexNumber'), edition.indexNumber],
    [t('sheet.office'), edition.officeName],
    [t('sheet.unit'), edition.unit === edition.officeName ? '' : edition.unit],
    [t('search.kind'), t(`terms:noticeKind.${edition.noticeKind}`)],
    [t('edition.documentNumber'), content?.documentNumber ?? ''],
    [t('edition.documentDate'), content?.documentDate ?? ''],
    [t('edition.published'), instantText(edition.publishedAt)],
    [t('edition.expires'), edition.expiresAt === null ? '' : instantText(edition.expiresAt)],
    [t('sheet.edition'), String(edition.editionNumber)],
    [
      t('edition.came'),
      t('edition.cameWith', { sequence: edition.sequence, at: instantText(edition.acceptedAt) }),
    ],
    [t('edition.hash'), edition.hash],
  ]
  return (
    <dl className="facts edition-facts">
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="breakable">{value}</dd>
          </div>
        ))}
      {edition.others.length > 0 && (
        <div>
          <dt>{t('edition.others')}</dt>
          <dd className="row">
            {edition.others.map((number) => (
              <a key={number} href={editionHref({ ...edition, editionNumber: number })}>
                {t('rejections.edition', { number })}
              </a>
            ))}
          </dd>
        </div>
      )}
      {allowance !== null && (
        <div>
          <dt>{t('edition.allowance')}</dt>
          <dd className="breakable">
            <p>
              {t('allowance.given', {
                by: allowance.by,
                reason: allowance.reason,
                time: instantText(allowance.at),
              })}
            </p>
            {allowance.end !== null && <p>{t('allowance.used', { time: instantText(allowance.end.at) })}</p>}
          </dd>
        </div>
      )}
      {edition.remarks.length > 0 && (
        <div>
          <dt>{t('edition.remarks')}</dt>
          <dd>
            {edition.remarks.map((code) => (
              <p key={code}>{t(`exchange:remark.${code}`, { defaultValue: code })}</p>
            ))}
          </dd>
        </div>
      )}
    </dl>
  )
}

/** A notice as the board shows it, with what the county knows of it. */
export function EditionPage() {
  const { t } = useTranslation('county')
  const { query } = useRoute()
  const key = {
    office: query.get('office') ?? '',
    number: query.get('number') ?? '',
    edition: query.get('edition') ?? '',
  }
  const edition = useQuery({
    queryKey: ['edition', key],
    queryFn: ({ signal }) => ask<EditionDetail>('edition', key, signal),
  })
  return (
    <>
      <p className="back">
        <a
          href={href('/search')}
          onClick={(event) => {
            if (window.history.length < 2) return
            event.preventDefault()
            window.history.back()
          }}
        >
          {t('edition.back')}
        </a>
      </p>
      <QueryBody query={edition}>
        {(found) => (
          <>
            <State edition={found} />
            <div className="edition-columns">
              <Paper edition={found} />
              <section className="card">
                <h2>{t('edition.facts')}</h2>
                <Facts edition={found} />
              </section>
            </div>
          </>
        )}
      </QueryBody>
    </>
  )
}
