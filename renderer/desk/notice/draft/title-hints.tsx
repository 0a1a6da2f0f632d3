import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { kindOfTitle, titleHints } from '../../../../domain/notice/title-pattern.ts'
import type { Draft } from './use-draft.ts'

/** Hints on the title by the pattern of official documents, each with its mend where there is one. */
export function TitleHints({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation(['wording', 'terms'])
  const { title, noticeKind } = draft.fields
  const hints = titleHints(title, noticeKind)
  const kind = kindOfTitle(title)
  if (hints.length === 0) return null
  return (
    <ul className="nt-title-hints" aria-label={t('wording:title.hints')}>
      {hints.map(({ code, mended, word }) => (
        <li key={code}>
          <span className="nt-warn">
            {t(`wording:title.${code}`, { word, kind: t(`terms:noticeKind.${noticeKind}`) })}
          </span>
          {mended === null ? null : (
            <Button size="small" title={mended} onClick={() => draft.setField('title', mended)}>
              {t('wording:title.mend')}
            </Button>
          )}
          {code === 'KIND_DIFFERS' && kind !== null ? (
            <Button size="small" onClick={() => draft.setField('noticeKind', kind)}>
              {t('wording:title.useKind', { kind: t(`terms:noticeKind.${kind}`) })}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
