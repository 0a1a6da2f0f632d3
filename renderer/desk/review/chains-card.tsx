import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChainRuleView, ReviewChainsView } from '../../../server/notice/review/views.ts'
import { dayAndTime } from '../notice/format.ts'
import { useHasRole, useOpenDesk } from '../shell/session-context.ts'
import { ChainDialog } from './chain-dialog.tsx'
import { ChainFlow } from './chain-flow.tsx'
import { useChainSentence, useScopeWords } from './chain-words.ts'
import { RestoreDialog } from './restore-dialog.tsx'

type Open =
  { readonly what: 'change' | 'restore'; readonly rule: ChainRuleView } | { readonly what: 'add' } | null

/** The chains that hold, the most particular first, each as a flow with who set it. */
export function ChainsCard({ view }: { readonly view: ReviewChainsView }) {
  const { t, i18n } = useTranslation(['review', 'terms'])
  const { clock } = useOpenDesk()
  const mayChange = useHasRole('ADMINISTRATOR')
  const scope = useScopeWords()
  const sentence = useChainSentence()
  const [open, setOpen] = useState<Open>(null)
  const close = () => {
    setOpen(null)
  }
  const time = (at: string) => dayAndTime(at, i18n.language, clock.now)
  return (
    <section className="card rc-chains">
      <h2>
        {t('review:settings.chains')}
        {mayChange ? (
          <Button
            size="small"
            onClick={() => {
              setOpen({ what: 'add' })
            }}
          >
            {t('review:settings.add')}
          </Button>
        ) : null}
      </h2>
      <ul>
        {view.rules.map((rule) => (
          <li key={`${String(rule.regime)} ${String(rule.noticeKind)}`} className="rc-rule">
            <div className="rc-rule-head">
              <b>{scope(rule)}</b>
              {mayChange ? (
                <span className="rc-keys">
                  <Button
                    size="small"
                    onClick={() => {
                      setOpen({ what: 'change', rule })
                    }}
                  >
                    {t('review:settings.change')}
                  </Button>
                  {rule.set ? (
                    <Button
                      size="small"
                      onClick={() => {
                        setOpen({ what: 'restore', rule })
                      }}
                    >
                      {t('review:settings.restore')}
                    </Button>
                  ) : null}
                </span>
              ) : null}
            </div>
            <ChainFlow chain={rule.chain} unstaffed={rule.unstaffed} />
            <p className="sub">{sentence(rule.chain)}</p>
            <p className="sub">
              {rule.set
                ? t('review:settings.setBy', {
                    name: rule.set.by.name,
                    time: time(rule.set.at),
                    reason: rule.set.reason,
                  })
                : t('review:settings.shipped')}
            </p>
            {rule.unstaffed.length > 0 ? (
              <p className="rc-warning" role="note">
                {t('review:settings.nobodyFor', {
                  kinds: rule.unstaffed
                    .map((one) => t(`terms:decisionKind.${one}`))
                    .join(t('review:settings.listComma')),
                })}{' '}
                <a href="#/people">{t('review:settings.toPeople')}</a>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      {view.history.length > 0 ? (
        <details className="rc-history">
          <summary>{t('review:settings.history', { count: view.history.length })}</summary>
          <ul>
            {view.history.map((change, index) => (
              <li key={index}>
                <p>
                  <b>{scope(change)}</b>　
                  {change.chain === null ? t('review:settings.restored') : sentence(change.chain)}
                </p>
                <p className="sub">
                  {change.by.name}　{time(change.at)}　{change.reason}
                </p>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {open?.what === 'add' ? <ChainDialog view={view} rule={null} close={close} /> : null}
      {open?.what === 'change' ? <ChainDialog view={view} rule={open.rule} close={close} /> : null}
      {open?.what === 'restore' ? <RestoreDialog rule={open.rule} close={close} /> : null}
    </section>
  )
}
