import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetData } from '../../../../server/display/views.ts'
import { api, taken } from '../../../shared/api.ts'
import { PdfButton } from '../published/pdf-button.tsx'

/** The sheets of a published edition in its other languages: to look at, and as PDF. Nothing where it has none. */
export function LanguagePapers(props: {
  readonly hash: string
  readonly noticeId: string
  readonly fileName: string
}) {
  const { t } = useTranslation(['language', 'terms'])
  const { hash } = props
  const sheet = useQuery({
    queryKey: ['edition', hash],
    queryFn: ({ signal }): Promise<SheetData> =>
      taken(api.public.editions[':hash'].sheet.$get({ param: { hash } }, { init: { signal } })),
    staleTime: Infinity,
  })
  return (sheet.data?.content.texts ?? []).map(({ language }) => {
    const name = t(`terms:language.${language}`)
    return (
      <Fragment key={language}>
        <a
          className="nt-link"
          href={`/sheet/?edition=${encodeURIComponent(hash)}&language=${language}`}
          target="_blank"
          rel="noopener"
        >
          {t('language:papers.sheet', { language: name })}
        </a>
        <PdfButton
          hash={hash}
          noticeId={props.noticeId}
          language={language}
          label={t('language:papers.pdf', { language: name })}
          fileName={props.fileName.replace(/\.pdf$/u, ` ${language}.pdf`)}
        />
      </Fragment>
    )
  })
}
