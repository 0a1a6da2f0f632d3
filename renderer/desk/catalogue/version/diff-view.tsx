import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CatalogueRow } from '../../../../domain/catalogue/catalogue-item.ts'
import type { CatalogueDiff } from '../../../../server/catalogue/views.ts'
import { EmptyState } from '../../../shared/desk/empty-state.tsx'
import { useFieldWords } from './use-field-words.ts'

const AT_ONCE = 100

function path(row: CatalogueRow): string {
  return [row.itemLevel1, row.itemLevel2, row.itemLevel3].filter(Boolean).join(' › ')
}

function State({ text, kind: Mark }: { readonly text: string; readonly kind: 'del' | 'ins' }) {
  const { t } = useTranslation('catalogue')
  return text === '' ? <span className="soft">{t('compare.empty')}</span> : <Mark>{text}</Mark>
}

function Changed({ change }: { readonly change: CatalogueDiff['changed'][number] }) {
  const { t } = useTranslation('catalogue')
  const { label, value } = useFieldWords()
  return (
    <li className="diff-item">
      <h3>{path(change.after)}</h3>
      <table className="diff-fields">
        <colgroup>
          <col className="diff-field" />
          <col />
          <col />
        </colgroup>
        <thead className="hidden-text">
          <tr>
            <th scope="col">{t('compare.field')}</th>
            <th scope="col">{t('compare.before')}</th>
            <th scope="col">{t('compare.after')}</th>
          </tr>
        </thead>
        <tbody>
          {change.fields.map((field) => (
            <tr key={field}>
              <th scope="row">{label(field)}</th>
              <td className="breakable">
                <State text={value(change.before, field)} kind="del" />
              </td>
              <td className="breakable">
                <State text={value(change.after, field)} kind="ins" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </li>
  )
}

function Whole({ row }: { readonly row: CatalogueRow }) {
  const { value } = useFieldWords()
  return (
    <li className="diff-item whole">
      <h3>{path(row)}</h3>
      <p className="soft breakable">
        {[value(row, 'deadlineText'), value(row, 'publishingUnit'), value(row, 'contentElements')]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  )
}

type PartProps<Entry> = {
  readonly kind: 'NEW' | 'CHANGED' | 'GONE'
  readonly entries: readonly Entry[]
  readonly show: (entry: Entry, index: number) => ReactNode
}

function Part<Entry>({ kind, entries, show }: PartProps<Entry>) {
  const { t } = useTranslation('catalogue')
  const [shown, setShown] = useState(AT_ONCE)
  if (entries.length === 0) return null
  return (
    <section className="card" aria-label={t(`change.${kind}`)}>
      <h2>
        <span className="diff-kind">
          <span className={`change-tag change-${kind}`}>{t(`change.${kind}`)}</span>{' '}
          {t('compare.items', { count: entries.length })}
        </span>
      </h2>
      <ul className="diff-list">{entries.slice(0, shown).map(show)}</ul>
      {entries.length > shown && (
        <div className="card-body">
          <Button onClick={() => setShown(shown + AT_ONCE)}>
            {t('compare.more', { count: entries.length - shown })}
          </Button>
        </div>
      )}
    </section>
  )
}

/** A difference: what is new, what changed field by field, what is gone. */
export function DiffView({ diff }: { readonly diff: CatalogueDiff }) {
  const { t } = useTranslation('catalogue')
  const { added, changed, removed, unchanged } = diff
  if (added.length + changed.length + removed.length === 0) {
    return (
      <section className="card">
        <EmptyState title={t('compare.same')}>
          <p className="sub">{t('compare.sameCount', { count: unchanged })}</p>
        </EmptyState>
      </section>
    )
  }
  return (
    <>
      <p className="compare-summary" role="status">
        {t('import.difference', {
          added: added.length,
          changed: changed.length,
          removed: removed.length,
          unchanged,
        })}
      </p>
      <Part
        kind="CHANGED"
        entries={changed}
        show={(change) => <Changed key={change.itemId} change={change} />}
      />
      <Part kind="NEW" entries={added} show={(row, index) => <Whole key={index} row={row} />} />
      <Part kind="GONE" entries={removed} show={(item) => <Whole key={item.id} row={item} />} />
    </>
  )
}
