import { useTranslation } from 'react-i18next'
import type { ScreenFeed } from '../../server/signage/views.ts'
import type { LeftOut } from './stage.ts'

/** Only at the desk: which notices this screen cannot show whole, and why. */
export function SimulationNotes(props: { readonly leftOut: readonly LeftOut[]; readonly feed: ScreenFeed }) {
  const { t } = useTranslation('signage')
  // In the frame of the rehearsal the desk says it beside the picture; here it would cover what is to be looked at.
  if (props.leftOut.length === 0 || window.parent !== window) return null
  return (
    <aside className="sg-notes">
      {props.leftOut.map(({ hash, pane, outcome, reason }) => (
        <p key={`${pane} ${hash}`}>
          {t(`legibility.${outcome}`, {
            title: props.feed.items[hash]?.sheet.content.title ?? '',
            reason: t(`legibility.reason.${reason}`),
          })}
        </p>
      ))}
    </aside>
  )
}
