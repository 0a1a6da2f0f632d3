import { useState } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { namingColumn, rowName } from '../../../domain/register/naming-column.ts'
import type { ListChangeKind } from '../../../domain/register/list-change.ts'

/** A change of a row with its texts under some headings. */
export type RowChange = {
  readonly kind: ListChangeKind
  readonly before: readonly string[] | null
  readonly after: readonly string[] | null
}

const SHOWN = 20

function Difference({ labels, change }: { readonly labels: readonly string[]; readonly change: RowChange }) {
  const { t } = useTranslation('register')
  const { before, after, kind } = change
  const named = namingColumn(labels)
  return (
    <dl className="reg-diff">
      {labels.map((label, index) => {
        const [old, now] = [before?.[index] ?? '', after?.[index] ?? '']
        if (kind === 'CHANGED' && old === now) return null
        if (old === '' && now === '') return null
        // The name of a new row stands above already.
        if (kind !== 'CHANGED' && index === named) return null
        return (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {kind !== 'ADDED' && (
                <del>
                  <span className="hidden-text">{t('change.before')}</span>
                  {old === '' ? t('change.nothing') : old}
                </del>
              )}
              {kind !== 'REMOVED' && (
                <ins>
                  <span className="hidden-text">{t('change.after')}</span>
                  {now === '' ? t('change.nothing') : now}
                </ins>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

/** The changes of a set, numbered as refusals number them. */
export function ChangeRows(props: {
  readonly labels: readonly string[]
  readonly changes: readonly RowChange[]
}) {
  const { t } = useTranslation(['register', 'terms'])
  const [all, setAll] = useState(false)
  const shown = all ? props.changes : props.changes.slice(0, SHOWN)
  return (
    <>
      <ol className="reg-changes">
        {shown.map((change, index) => (
          <li key={index}>
            <p>
              <span className="soft">{index + 1}</span>{' '}
              <span className={`pill change ${change.kind.toLowerCase()}`}>
                {t(`terms:listChange.${change.kind}`)}
              </span>{' '}
              <b>{rowName(props.labels, change.after ?? change.before ?? [])}</b>
            </p>
            <Difference labels={props.labels} change={change} />
          </li>
        ))}
      </ol>
      {props.changes.length > SHOWN && !all && (
        <p className="reg-more">
          <Button onClick={() => setAll(true)}>
            {t('register:change.showAll', { count: props.changes.length })}
          </Button>
        </p>
      )}
    </>
  )
}
