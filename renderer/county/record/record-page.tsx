import { useTranslation } from 'react-i18next'
import type { CountyEventView } from '../../../county/account/views.ts'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { instantText } from '../../shared/ui/instant-text.ts'
import { PagedTable } from '../paged-list.tsx'
import { usePages } from '../use-pages.ts'

const LONG = /^[0-9a-f]{64}$|^[0-9a-f]{8}-[0-9a-f-]{27}$/u

// What stands in other columns already, or says nothing to a person.
const LEFT_OUT: readonly string[] = ['officeId', 'at', 'receiptId']

function Detail({ event }: { readonly event: CountyEventView }) {
  const { detail, action } = event
  const isPackage = action.startsWith('package.')
  const { t } = useTranslation(['county', 'desk', 'errors', 'terms'])
  const word = (name: string, value: string | number | boolean | null) => {
    if (value === null) return t('desk:common.none')
    if (typeof value === 'boolean') return value ? t('desk:common.yes') : t('desk:common.no')
    const text = String(value)
    if (name === 'roles') {
      return text
        .split(',')
        .map((role) => t(`terms:role.${role}`, { defaultValue: role }))
        .join(t('desk:common.listComma'))
    }
    if (name === 'refusal') return t(`errors:${text}`, { ...detail, defaultValue: text })
    if (name === 'state') return t(`record.card.${text}`, { defaultValue: text })
    if (name === 'items') return String(text.split(/[ ,]/u).length)
    return LONG.test(text) ? text.slice(-8) : text
  }
  const told = Object.entries(detail)
    .filter(([name]) => !LEFT_OUT.includes(name) && !(isPackage && name === 'instanceId'))
    .map(([name, value]) => [isPackage && name === 'code' ? 'refusal' : name, value] as const)
  return (
    <ul className="detail">
      {told.map(([name, value]) => (
        <li key={name} title={String(value)}>
          {t(`record.detail.${name}`, { defaultValue: name })} {word(name, value)}
        </li>
      ))}
    </ul>
  )
}

/** Everything that was done and refused, newest first. */
export function RecordPage() {
  const { t } = useTranslation('county')
  const events = usePages<CountyEventView>('audit')
  return (
    <>
      <PageHead title={t('record.title')} sub={t('record.sub')} />
      <PagedTable
        rows={events}
        empty={t('record.empty')}
        heads={[
          { number: t('record.number') },
          t('record.at'),
          t('record.person'),
          t('record.what'),
          t('sheet.office'),
          t('record.detailHead'),
        ]}
      >
        {(event) => (
          <tr key={event.sequence}>
            <td className="number soft">{event.sequence}</td>
            <td className="nowrap">{instantText(event.at, true)}</td>
            <td className="nowrap">{t(`record.actor.${event.actor}`, { defaultValue: event.actor })}</td>
            <td className="nowrap strong">
              {t(`record.action.${event.action}`, { defaultValue: event.action })}
            </td>
            <td className="breakable">{event.office ?? ''}</td>
            <td className="soft">
              <Detail event={event} />
            </td>
          </tr>
        )}
      </PagedTable>
    </>
  )
}
