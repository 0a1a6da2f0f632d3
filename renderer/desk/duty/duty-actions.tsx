import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DutyRow } from '../../../server/duty/views.ts'
import { href, navigate } from '../../shared/desk/route.ts'
import { actsOf, useDutyActs, type ActName } from './duty-acts.ts'

type Props = {
  readonly row: DutyRow
  /** Whole name of the duty, for those who hear the button without its line. */
  readonly name: string
  /** The page of the duty itself offers no way to itself. */
  readonly onOwnPage?: boolean
}

/** The act a line offers first: confirming a doubtful date, checking a standing item; null when it is the notice. */
export function firstAct(row: Pick<DutyRow, 'draft' | 'may' | 'kind'>): ActName | null {
  if (row.may.confirm) return 'confirm'
  if (row.draft !== null) return null
  return row.may.check ? 'check' : null
}

/** One main action, and the others in a menu. */
export function DutyActions({ row, name, onOwnPage = false }: Props) {
  const { t } = useTranslation('duty')
  const acts = useDutyActs()
  const first = firstAct(row)
  const address = `/duties/${encodeURIComponent(row.id)}`
  const others = actsOf(row).filter((act) => act !== first)
  const canDraft = row.may.draft && row.draft === null
  const items = [
    ...(canDraft && first !== null
      ? [{ key: 'draft', label: t('act.draft'), onClick: () => acts.draft(row) }]
      : []),
    ...others.map((actName) => ({
      key: actName,
      label: t(`act.${actName}.menu`),
      onClick: () => acts.open(row, actName),
    })),
    ...(onOwnPage ? [] : [{ key: 'view', label: t('act.view'), onClick: () => navigate(address) }]),
  ]
  return (
    <span className="dt-actions">
      {first !== null ? (
        <Button
          className="dt-main"
          aria-label={t('act.of', { act: t(`act.${first}.menu`), name })}
          onClick={() => acts.open(row, first)}
        >
          {t(`act.${first}.short`)}
        </Button>
      ) : row.draft !== null ? (
        <a className="dt-main button-link" href={href(`/notices/${encodeURIComponent(row.draft.noticeId)}`)}>
          {t(['DRAFT', 'RETURNED'].includes(row.draft.state) ? 'act.continue' : 'act.openNotice')}
          <span className="hidden-text">{name}</span>
        </a>
      ) : canDraft ? (
        <Button
          className="dt-main"
          aria-label={t('act.of', { act: t('act.draft'), name })}
          loading={acts.drafting === row.id}
          disabled={acts.drafting !== null}
          onClick={() => acts.draft(row)}
        >
          {t('act.draft')}
        </Button>
      ) : row.closing?.noticeId ? (
        <a
          className="dt-main button-link"
          href={href(`/notices/${encodeURIComponent(row.closing.noticeId)}`)}
        >
          {t('act.openNotice')}
          <span className="hidden-text">{name}</span>
        </a>
      ) : onOwnPage ? null : (
        <a className="dt-main button-link" href={href(address)}>
          {t('act.view')}
          <span className="hidden-text">{name}</span>
        </a>
      )}
      {items.length > 0 && (
        <Dropdown
          menu={{ items }}
          trigger={['click']}
          placement="bottomRight"
          getPopupContainer={(button) => button.parentElement ?? document.body}
        >
          <button
            type="button"
            className="dt-more"
            aria-haspopup="menu"
            aria-label={t('act.of', { act: t('act.more'), name })}
          >
            {t('act.more')}
          </button>
        </Dropdown>
      )}
    </span>
  )
}
