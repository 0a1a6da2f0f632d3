import { useTranslation } from 'react-i18next'
import { dayAndTime } from '../notice/format.ts'
import { useOpenDesk } from '../shell/session-context.ts'

type Props = {
  /** How it ended, in words. */
  readonly how: string
  readonly end: {
    readonly at: string
    readonly by: { readonly name: string } | null
    readonly note: string
  }
}

/** How something from the county was dealt with, when, by whom, and why. */
export function EndedLine({ how, end }: Props) {
  const { t, i18n } = useTranslation('exchange')
  const { clock } = useOpenDesk()
  return (
    <p className="sub">
      {how}　{dayAndTime(end.at, i18n.language, clock.now)}
      {end.by !== null && `　${end.by.name}`}
      {end.note !== '' && t('task.noted', { note: end.note })}
    </p>
  )
}
