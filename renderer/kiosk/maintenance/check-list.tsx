import { useTranslation } from 'react-i18next'
import { CHECK_ITEMS, type CheckItem, type LockState } from '../../../domain/kiosk/self-check.ts'

/** One line for each way out: locked, not locked, or not to be seen from here; with what to do about it. Also used at the desk. */
export function CheckList(props: { found: ReadonlyMap<CheckItem, LockState> }) {
  const { t } = useTranslation('maintenance')
  return (
    <ul className="check">
      {CHECK_ITEMS.map((item) => {
        const state = props.found.get(item) ?? 'UNSEEN'
        return (
          <li key={item} data-state={state}>
            <b>{t(`item.${item}`)}</b>
            <em>{t(`state.${state}`)}</em>
            {state === 'LOCKED' ? null : <span>{t(`mend.${item}`)}</span>}
          </li>
        )
      })}
    </ul>
  )
}
