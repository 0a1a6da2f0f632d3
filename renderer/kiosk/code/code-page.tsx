import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CodeAnswer } from '../../../server/display/code/views.ts'
import { api, taken } from '../../shared/api.ts'
import { Phrased } from '../../shared/phrased.tsx'
import { Facts } from '../notice/facts.tsx'
import { civilDate } from '../frame/format.ts'
import { Go } from '../frame/go.tsx'
import { PageState } from '../frame/page-state.tsx'
import { useLanguage } from '../frame/use-language.ts'

const TONE: Readonly<Partial<Record<CodeAnswer['verdict'], string>>> = {
  CURRENT: 'banner banner-good',
  SUPERSEDED: 'banner banner-former',
}

function Answer({ said }: { readonly said: CodeAnswer }) {
  const { t } = useTranslation('kiosk')
  const language = useLanguage()
  const { edition, current, withdrawn, verdict } = said
  const shown = current?.change === 'CORRECTION' ? 'CORRECTED' : verdict
  return (
    <article className="inner notice">
      <p className={TONE[verdict] ?? 'banner banner-gone'} role="status">
        {t(`code.verdict.${shown}`)}
      </p>
      <h1 className="notice-title" tabIndex={-1} lang={edition?.title ? 'zh-Hans' : undefined}>
        {edition?.title ? <Phrased text={edition.title} /> : t(edition ? 'code.noTitle' : 'code.heading')}
      </h1>
      <p className="code-help">{t(`code.help.${shown}`)}</p>
      {edition === null ? null : (
        <Facts
          facts={[
            [t('notice.indexNumber'), edition.indexNumber],
            [t('code.edition'), t('code.editionNumber', { number: edition.editionNumber })],
            [t('notice.publishDate'), civilDate(edition.publishDate, language)],
            [t('code.words'), `${edition.words.join(' ')}（${edition.shortHash}）`],
            ...(current === null
              ? []
              : ([
                  [
                    t('code.current'),
                    `${t('code.editionNumber', { number: current.editionNumber })}，${civilDate(current.publishDate, language)}`,
                  ],
                ] as const)),
            ...(withdrawn === null
              ? []
              : ([[t('notice.withdrawnDate'), civilDate(withdrawn.on, language)]] as const)),
          ]}
        />
      )}
      <div className="code-ways">
        {current?.hash ? (
          <Go to={{ page: 'edition', hash: current.hash }} className="button button-strong">
            {t('code.openCurrent')}
          </Go>
        ) : null}
        {edition?.hash ? (
          <Go to={{ page: 'edition', hash: edition.hash }} className="button">
            {t(verdict === 'CURRENT' ? 'code.open' : 'code.openFormer')}
          </Go>
        ) : null}
      </div>
    </article>
  )
}

/** What a code on paper is worth: where the code leads, scanned by a phone or typed from the sheet. */
export function CodePage(props: { readonly code: string }) {
  const asked = useQuery({
    queryKey: ['search', 'code', props.code],
    queryFn: ({ signal }): Promise<CodeAnswer> =>
      taken(api.public['sheet-code'].$get({ query: { code: props.code } }, { init: { signal } })),
    retry: false,
  })
  const { t } = useTranslation('kiosk')
  if (asked.error && !asked.data && 'status' in asked.error && asked.error.status === 422) {
    return (
      <section className="state" role="status">
        <h1 className="state-heading" tabIndex={-1}>
          {t('code.unreadable')}
        </h1>
        <p>{t('code.unreadableHelp')}</p>
      </section>
    )
  }
  return (
    <PageState asked={asked} data={asked.data}>
      {(said) => <Answer said={said} />}
    </PageState>
  )
}
