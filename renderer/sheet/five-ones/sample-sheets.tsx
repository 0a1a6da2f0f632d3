import { useTranslation } from 'react-i18next'
import type { PublicAttachment } from '../../../domain/notice/content.ts'
import type { SheetData } from '../../../server/display/views.ts'
import { attachmentTitle } from '../closing.ts'
import type { FileAddress } from '../face.ts'

const CHINESE = { lng: 'zh-Hans' } as const

/**
 * The files that go with a service as its filled samples: pictures are printed, other files are added by hand.
 * @example samplesOf(content.attachments).length
 */
export function samplesOf(attachments: readonly PublicAttachment[]): readonly PublicAttachment[] {
  return attachments.filter(({ role }) => role === 'ATTACHMENT')
}

const isPicture = ({ mediaType }: PublicAttachment) => mediaType.startsWith('image/')

/** 业务办理样本: the list of samples, and each picture on a page of its own; where there are none, the cover says so. */
export function SampleSheets(props: {
  readonly data: SheetData
  readonly fileAddress: FileAddress
  readonly last: string
}) {
  const { t } = useTranslation('sheet')
  const samples = samplesOf(props.data.content.attachments)
  const pictures = samples.filter(isPicture)
  return (
    <>
      <section className="pack-part">
        <h2 className="pack-title">{t('fiveOnes.samples', CHINESE)}</h2>
        <p className="pack-about">{props.data.content.title}</p>
        <table className="pack-table">
          <thead>
            <tr>
              <th className="pack-number">{t('noticeSlip.number', CHINESE)}</th>
              <th>{t('samples.name', CHINESE)}</th>
              <th className="pack-level">{t('samples.pages', CHINESE)}</th>
              <th className="pack-kind-of">{t('samples.where', CHINESE)}</th>
            </tr>
          </thead>
          <tbody>
            {samples.map((sample, index) => (
              <tr key={sample.id}>
                <td className="pack-number">{index + 1}</td>
                <td>{attachmentTitle(sample.name)}</td>
                <td className="pack-level">{isPicture(sample) ? 1 : ''}</td>
                <td className="pack-kind-of">
                  {t(isPicture(sample) ? 'samples.behind' : 'samples.apart', CHINESE)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="pack-end">{props.last}</p>
      </section>
      {pictures.map((picture) => (
        <section key={picture.id} className="pack-part pack-picture">
          <h3>
            {t('samples.picture', {
              ...CHINESE,
              number: samples.indexOf(picture) + 1,
              name: attachmentTitle(picture.name),
            })}
          </h3>
          <img src={props.fileAddress(picture.sha256)} alt={attachmentTitle(picture.name)} />
        </section>
      ))}
    </>
  )
}
