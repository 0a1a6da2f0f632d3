import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeLanguage } from '../../../../domain/notice/language.ts'
import type { LanguageLayout } from '../../../../server/display/print/views.ts'

const KINDS = ['ONE', 'JOINED', 'PAIR'] as const

function same(one: LanguageLayout, other: LanguageLayout): boolean {
  if (one.kind === 'CHINESE' || other.kind === 'CHINESE') return one.kind === other.kind
  return one.kind === other.kind && one.language === other.language
}

type Props = {
  readonly languages: readonly NoticeLanguage[]
  readonly layout: LanguageLayout
  readonly choose: (layout: LanguageLayout) => void
}

/** Which languages go on paper, and how; nothing where a notice has only its Chinese text. */
export function LayoutChoice({ languages, layout, choose }: Props) {
  const { t } = useTranslation(['print', 'terms'])
  const group = useId()
  if (languages.length === 0) return null
  const choices: readonly LanguageLayout[] = [
    { kind: 'CHINESE' },
    ...languages.flatMap((language) => KINDS.map((kind) => ({ kind, language }))),
  ]
  return (
    <fieldset className="pr-layouts">
      <legend className="pr-legend">{t('print:layout.legend')}</legend>
      {choices.map((one) => {
        const language = one.kind === 'CHINESE' ? '' : t(`terms:language.${one.language}`)
        return (
          <label key={`${one.kind}${language}`} className="pr-radio">
            <input type="radio" name={group} checked={same(layout, one)} onChange={() => choose(one)} />
            <span>
              {t(`print:layout.${one.kind}`, { language })}
              {one.kind === 'PAIR' && <span className="sub pr-line">{t('print:layout.pairHint')}</span>}
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
