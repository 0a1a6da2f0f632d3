import { useTranslation } from 'react-i18next'
import type { PublicList } from '../../../server/register/views.ts'
import { civilDate } from '../frame/format.ts'
import { useLanguage } from '../frame/use-language.ts'

type Change = PublicList['changes'][number]

// A revision of the whole list would fill the glass; the count above it tells the rest.
const MOST_ROWS = 30

type Field = Change['rows'][number]['fields'][number]

/** What differs in a row; of what was personal information only that it was taken away. */
function FieldLine({ field }: { field: Field }) {
  const { t } = useTranslation('kiosk')
  const { label, before, after } = field
  const told = (text: string) => (text === '' ? t('lists.nothing') : text)
  if (after === null) return <>{t('lists.fieldConcealed', { label })}</>
  if (before === null) return <>{t('lists.fieldNow', { label, after: told(after) })}</>
  return <>{t('lists.field', { label, before: told(before), after: told(after) })}</>
}

function Rows({ rows }: { rows: Change['rows'] }) {
  const { t } = useTranslation(['kiosk', 'terms'])
  return (
    <ul className="log-rows">
      {rows.slice(0, MOST_ROWS).map((row, index) => (
        <li key={index}>
          <span className="row-tag">{t(`terms:listChange.${row.kind}`)}</span>{' '}
          <span lang="zh-Hans">{row.title ?? t('kiosk:lists.titleConcealed')}</span>
          {row.fields.map((field) => (
            <p key={field.label} className="log-field" lang="zh-Hans">
              <FieldLine field={field} />
            </p>
          ))}
        </li>
      ))}
    </ul>
  )
}

function Entry({ change }: { change: Change }) {
  const { t } = useTranslation('kiosk')
  const language = useLanguage()
  const { added, changed, removed } = change
  return (
    <li className="log-entry">
      <h3 className="log-head">
        <span>{civilDate(change.on, language)}</span>
        <span>
          {change.first
            ? t('lists.first', { number: added })
            : t('lists.counts', { added, changed, removed })}
        </span>
      </h3>
      <p lang="zh-Hans">{t('lists.reason', { reason: change.reason })}</p>
      {change.legalBasis === '' ? null : (
        <p lang="zh-Hans">{t('lists.legalBasis', { basis: change.legalBasis })}</p>
      )}
      {change.name === null ? null : <p lang="zh-Hans">{t('lists.renamed', { name: change.name })}</p>}
      {change.columns === null ? null : (
        <p lang="zh-Hans">{t('lists.columnsNow', { columns: change.columns.join('、') })}</p>
      )}
      {change.rows.length > 0 ? <Rows rows={change.rows} /> : null}
    </li>
  )
}

/** 变更记录: every change that is in force, the newest first. */
export function ListLog({ list }: { list: PublicList }) {
  const { t } = useTranslation('kiosk')
  return (
    <section>
      <h2 className="subtitle">{t('lists.log')}</h2>
      <ol className="sheet log">
        {list.changes.map((change, index) => (
          <Entry key={list.changes.length - index} change={change} />
        ))}
      </ol>
    </section>
  )
}
