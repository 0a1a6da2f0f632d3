import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { rowName } from '../../../domain/register/naming-column.ts'
import type { ListDetail, ListRowInForce } from '../../../server/register/views.ts'

// Telephone numbers and terms break badly; the table scrolls instead.
const SHORT = 14

type Props = {
  readonly list: ListDetail
  readonly edit: (row: ListRowInForce) => void
  readonly remove: (row: ListRowInForce) => void
}

/** The rows in force; changing is offered as of today only. */
export function ListTable({ list, edit, remove }: Props) {
  const { t } = useTranslation(['register', 'terms'])
  const labels = list.columns.map(({ label }) => label)
  const mayChange = list.may.propose && list.on === list.today
  return (
    <section className="card reg-scroll" tabIndex={0} aria-label={t('register:list.rows')}>
      <table className="plain reg-list">
        <thead>
          <tr>
            <th scope="col" className="number">
              {t('register:list.serial')}
            </th>
            {list.columns.map((column) => (
              <th key={column.id} scope="col">
                {column.label}
              </th>
            ))}
            <th scope="col">{t('register:list.since')}</th>
            {mayChange && (
              <th scope="col">
                <span className="hidden-text">{t('register:list.actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {list.rows.map((row, index) => (
            <tr key={row.id}>
              <td className="number soft">{index + 1}</td>
              {row.texts.map((text, column) => (
                <td key={column} className={text.length <= SHORT ? 'reg-cell nowrap' : 'reg-cell'}>
                  {text}
                </td>
              ))}
              <td className="nowrap soft">
                {row.since}
                {row.next !== null && (
                  <p className="reg-next">
                    {t('register:list.next', {
                      date: row.next.on,
                      change: t(`terms:listChange.${row.next.kind}`),
                    })}
                  </p>
                )}
              </td>
              {mayChange && (
                <td className="end nowrap">
                  {row.next === null && (
                    <>
                      <Button
                        size="small"
                        type="link"
                        aria-label={t('register:list.editOf', { name: rowName(labels, row.texts) })}
                        onClick={() => edit(row)}
                      >
                        {t('register:list.edit')}
                      </Button>
                      <Button
                        size="small"
                        type="link"
                        danger
                        aria-label={t('register:list.removeOf', { name: rowName(labels, row.texts) })}
                        onClick={() => remove(row)}
                      >
                        {t('register:list.remove')}
                      </Button>
                    </>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
