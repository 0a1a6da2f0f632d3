import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { TableProof } from '../../../../server/notice/table/table-views.ts'
import { href } from '../../../shared/desk/route.ts'
import { EmptyState } from '../../../shared/desk/empty-state.tsx'
import { QueryBody } from '../../../shared/desk/query-body.tsx'
import { dayAndTime } from '../format.ts'
import { getProofs, proofsKey } from './table-api.ts'
import './table.css'
import './proof.css'

function Facts({ proof }: { readonly proof: TableProof }) {
  const { t, i18n } = useTranslation(['table', 'terms'])
  const at = dayAndTime(proof.takenAt, i18n.language, '1970-01-01T00:00:00.000Z')
  const policy =
    proof.policyNumber > 0
      ? t('proof.policyOffice', { number: proof.policyNumber })
      : t('proof.policyShipped')
  const { rows, leftOut, corrections } = proof
  const facts = [
    [t('proof.type'), t(`terms:listType.${proof.listType}`)],
    [t('proof.policy'), policy],
    [t('proof.names'), t(`terms:nameRule.${proof.nameRule}`)],
    [t('proof.taken'), t('proof.by', { name: proof.takenBy.name, at })],
    [t('proof.fileHash'), proof.fileSha256],
    [t('proof.hash'), proof.sha256],
  ] as const
  return (
    <>
      <p className={proof.inText ? 'tb-fine' : 'tb-faults'}>
        {t(proof.inText ? 'proof.inText' : 'proof.notInText')}
        {'　'}
        {t('proof.rows', { rows, leftOut, corrections })}
      </p>
      {proof.setAside ? <p className="nt-warn">{t('proof.setAside')}</p> : null}
      <dl className="tb-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function Samples({ proof }: { readonly proof: TableProof }) {
  const { t } = useTranslation('table')
  const shown = proof.columns.filter(({ action }) => action !== 'DROP')
  const side = (which: 'before' | 'after', headings: readonly string[]) => (
    <table>
      <caption>{t(`proof.${which}`)}</caption>
      <thead>
        <tr>
          {headings.map((heading, at) => (
            <th key={at} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {proof.samples.map((sample, row) => (
          <tr key={row}>
            {headings.map((_, at) => (
              <td key={at}>{sample[which][at] ?? ''}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
  return (
    <section className="tb-samples">
      <h3>{t('proof.samples')}</h3>
      {side(
        'before',
        proof.columns.map(({ heading }) => heading),
      )}
      {side(
        'after',
        shown.map(({ heading }) => heading),
      )}
    </section>
  )
}

function Search({ proof }: { readonly proof: TableProof }) {
  const { t } = useTranslation('table')
  const { values, searched, found, files } = proof.search
  return (
    <section>
      <h3>{t('proof.search')}</h3>
      <p className={found === 0 ? 'tb-fine' : 'tb-faults'}>
        {found === 0
          ? t('proof.searchClean', { values, searched })
          : t('proof.searchFound', { values, searched, found })}
      </p>
      <ul className="tb-files">
        {files.map((file, at) => (
          <li key={at} className={file.textRead ? '' : 'nt-warn'}>
            {t(file.textRead ? 'proof.fileSearched' : file.searched ? 'proof.fileUnread' : 'proof.fileOpen', {
              name: file.name,
            })}
          </li>
        ))}
      </ul>
      <p className="nt-soft">{t('proof.searchShort')}</p>
    </section>
  )
}

function Proof({ proof }: { readonly proof: TableProof }) {
  const { t } = useTranslation(['table', 'terms'])
  return (
    <article className="tb-proof">
      <h2>{proof.fileName}</h2>
      <Facts proof={proof} />
      <section>
        <h3>{t('proof.columns')}</h3>
        <table>
          <thead>
            <tr>
              {(['column', 'kind', 'action', 'filled', 'removed', 'searched'] as const).map((name) => (
                <th key={name} scope="col">
                  {t(`proof.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {proof.columns.map((column, at) => (
              <tr key={at}>
                <th scope="row">{column.heading}</th>
                <td>{t(`terms:fieldKind.${column.kind}`)}</td>
                <td className={column.action === 'PRINT' ? '' : 'tb-strong'}>
                  {t(`terms:fieldAction.${column.action}`)}
                </td>
                <td className="tb-number">{column.filled}</td>
                <td className="tb-number">{column.removed}</td>
                <td className="tb-number">{column.searched}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Samples proof={proof} />
      <Search proof={proof} />
    </article>
  )
}

/** What was done with the lists of a notice, for whoever decides on it; it can be printed, and names nobody. */
export function ProofPage({ id }: { readonly id: string }) {
  const { t } = useTranslation(['table', 'notice'])
  const proofs = useQuery({ queryKey: proofsKey(id), queryFn: ({ signal }) => getProofs(id, signal) })
  return (
    <div className="tb-page">
      <header>
        <div>
          <h1>{t('table:proof.title')}</h1>
          <p className="nt-soft">{t('table:proof.sub')}</p>
        </div>
        <div className="tb-page-tools">
          <a className="nt-button" href={href(`/notices/${encodeURIComponent(id)}`)}>
            {t('table:proof.back')}
          </a>
          <Button
            onClick={() => {
              window.print()
            }}
          >
            {t('table:proof.print')}
          </Button>
        </div>
      </header>
      <QueryBody query={proofs}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={t('table:proof.none')} />
          ) : (
            list.map((proof) => <Proof key={proof.id} proof={proof} />)
          )
        }
      </QueryBody>
    </div>
  )
}
