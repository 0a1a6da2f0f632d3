import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { REGIMES, type Regime } from '../../../domain/catalogue/catalogue-item.ts'
import { NOTICE_KINDS, type NoticeKind } from '../../../domain/notice/notice-kind.ts'
import { checkChain } from '../../../domain/notice/review-chain.ts'
import type { ChainRuleView, ReviewChainsView } from '../../../server/notice/review/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { ChainFlow } from './chain-flow.tsx'
import { useChainSentence } from './chain-words.ts'
import { CHAINS_KEY, setChain } from './settings-api.ts'
import {
  CHAIN_KINDS,
  chainOfChoice,
  choiceOf,
  MOST_STEPS,
  sameChain,
  type StageChoice,
} from './stage-choice.ts'

const ANY = 'ANY'

/** Sets the chain for a regime and kind: one of the patterns, or step by step. */
export function ChainDialog(props: {
  readonly view: ReviewChainsView
  /** What is changed; null for a new rule. */
  readonly rule: ChainRuleView | null
  readonly close: () => void
}) {
  const { t } = useTranslation(['review', 'terms', 'notice', 'errors'])
  const queries = useQueryClient()
  const sentence = useChainSentence()
  const { view, rule } = props
  const [regime, setRegime] = useState<Regime | null>(rule?.regime ?? null)
  const [kind, setKind] = useState<NoticeKind | null>(rule?.noticeKind ?? null)
  const [choice, setChoice] = useState<StageChoice>(() =>
    choiceOf(rule?.chain ?? view.patterns[0]?.chain ?? []),
  )
  const [free, setFree] = useState(
    rule !== null && !view.patterns.some((pattern) => sameChain(pattern.chain, rule.chain)),
  )
  const [reason, setReason] = useState('')
  const set = useMutation({
    mutationFn: () => setChain({ regime, noticeKind: kind, chain, reason: reason.trim() }),
    onSuccess: (answer) => {
      queries.setQueryData(CHAINS_KEY, answer)
      props.close()
    },
  })
  const chain = chainOfChoice(choice)
  const sound = checkChain(chain)
  const pattern = free ? undefined : view.patterns.find((one) => sameChain(one.chain, chain))
  const missing = view.unstaffed.filter((one) => chain.flat().includes(one))
  return (
    <Modal
      open
      width={680}
      title={t(rule ? 'review:settings.change' : 'review:settings.add')}
      okText={t('review:settings.save')}
      cancelText={t('notice:cancel')}
      okButtonProps={{ disabled: !sound.ok || reason.trim() === '', loading: set.isPending }}
      onOk={() => {
        set.mutate()
      }}
      onCancel={props.close}
    >
      <div className="rc-scope">
        <div>
          <label className="nt-label" htmlFor="chain-regime">
            {t('review:settings.regime')}
          </label>
          <Select
            id="chain-regime"
            className="rc-wide"
            disabled={rule !== null}
            value={regime ?? ANY}
            options={[
              { value: ANY, label: t('review:settings.anyRegime') },
              ...REGIMES.map((one) => ({ value: one as string, label: t(`terms:regime.${one}`) })),
            ]}
            onChange={(value) => {
              setRegime(REGIMES.find((one) => one === value) ?? null)
            }}
          />
        </div>
        <div>
          <label className="nt-label" htmlFor="chain-kind">
            {t('review:settings.kind')}
          </label>
          <Select
            id="chain-kind"
            className="rc-wide"
            disabled={rule !== null}
            value={kind ?? ANY}
            options={[
              { value: ANY, label: t('review:settings.anyKind') },
              ...NOTICE_KINDS.map((one) => ({ value: one as string, label: t(`terms:noticeKind.${one}`) })),
            ]}
            onChange={(value) => {
              setKind(NOTICE_KINDS.find((one) => one === value) ?? null)
            }}
          />
        </div>
      </div>
      <fieldset className="rc-patterns">
        <legend className="nt-label">{t('review:settings.pattern')}</legend>
        <Radio.Group
          className="rc-radios"
          value={pattern?.name ?? 'FREE'}
          onChange={(event) => {
            const chosen = view.patterns.find(({ name }) => name === event.target.value)
            setFree(chosen === undefined)
            if (chosen) setChoice(choiceOf(chosen.chain))
          }}
        >
          {view.patterns.map(({ name }) => (
            <Radio key={name} value={name}>
              {t(`review:settings.patterns.${name}`)}
            </Radio>
          ))}
          <Radio value="FREE">{t('review:settings.free')}</Radio>
        </Radio.Group>
      </fieldset>
      {pattern ? null : (
        <table className="rc-steps">
          <tbody>
            {CHAIN_KINDS.map((one) => (
              <tr key={one}>
                <th scope="row">{t(`terms:decisionKind.${one}`)}</th>
                <td>
                  <Radio.Group
                    aria-label={t(`terms:decisionKind.${one}`)}
                    value={choice[one]}
                    options={Array.from({ length: MOST_STEPS + 1 }, (_, step) => ({
                      value: step,
                      label:
                        step === 0 ? t('review:settings.notNeeded') : t('review:stage', { number: step }),
                    }))}
                    onChange={(event) => {
                      setChoice({ ...choice, [one]: event.target.value as number })
                    }}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="rc-preview">
        {sound.ok ? (
          <>
            <ChainFlow chain={chain} unstaffed={missing} />
            <p>{sentence(chain)}</p>
          </>
        ) : (
          <p className="nt-bad" role="alert">
            {t(`errors:${sound.code}` as 'errors:review.chain-empty-stage')}
          </p>
        )}
        {sound.ok && missing.length > 0 ? (
          <p className="nt-warn">
            {t('review:settings.nobodyFor', {
              kinds: missing.map((one) => t(`terms:decisionKind.${one}`)).join(t('notice:listComma')),
            })}
          </p>
        ) : null}
      </div>
      <label className="nt-label" htmlFor="chain-reason">
        {t('review:settings.reason')}
      </label>
      <Input.TextArea
        id="chain-reason"
        className="grow"
        value={reason}
        placeholder={t('review:settings.reasonExample')}
        onChange={(event) => {
          setReason(event.target.value)
        }}
      />
      <p className="nt-field-hint">{t('review:settings.holdsFor')}</p>
      <RefusalMessage error={set.error} />
    </Modal>
  )
}
