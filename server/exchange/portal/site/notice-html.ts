import { scriptOf } from '../../../../domain/language/script.ts'
import type { PublicAttachment } from '../../../../domain/notice/content.ts'
import type { LanguageText } from '../../../../domain/notice/language.ts'
import { hashWords, shortHash } from '../../../../domain/sheet/sheet-code.ts'
import type { PublicDisplay } from '../../../display/public-display/views.ts'
import type { PublicEdition, PublicRef } from '../../../display/views.ts'
import { escaped } from '../../../plain-page.ts'
import { bodyHtml } from './body-html.ts'
import { displayHtml } from './display-html.ts'
import { factsHtml, linkHtml, pageHtml, type SiteFrame } from './page-html.ts'
import { filePath, formerPath, linkFrom, noticePath } from './site-path.ts'
import { dateHtml, dateWords, type Say } from './site-words.ts'

/** An edition as its page shows it, with its display where it is a 公示 that hangs. */
type NoticeOnSite = { readonly edition: PublicEdition; readonly display: PublicDisplay | null }

/**
 * Where the page of an edition stands: the current one under the notice's own path.
 * @example editionPath(edition) // 'site/notices/3f/11…_2026-00412.html'
 */
function editionPath(edition: Pick<PublicEdition, 'indexNumber' | 'editionNumber' | 'state'>): string {
  return edition.state === 'PUBLISHED'
    ? noticePath(edition.indexNumber)
    : formerPath(edition.indexNumber, edition.editionNumber)
}

function refs(page: string, list: readonly PublicRef[]): string {
  return list.map(({ indexNumber, title }) => linkHtml(page, noticePath(indexNumber), title)).join('<br>')
}

function banners(page: string, edition: PublicEdition, say: Say): string {
  const said: string[] = []
  if (edition.state === 'SUPERSEDED') {
    const current = edition.editions.find(({ hash }) => hash === edition.supersededBy)
    said.push(
      escaped(
        current === undefined
          ? say('kiosk:notice.superseded')
          : say('kiosk:notice.supersededBy', { own: edition.editionNumber, number: current.editionNumber }),
      ) + ` ${linkHtml(page, noticePath(edition.indexNumber), say('kiosk:notice.seeCurrent'))}`,
    )
  }
  const { validity, validityReason, replacedBy } = edition.metadata
  if (validity !== null && (validity.validity === 'REPEALED' || validity.validity === 'LAPSED')) {
    const date = validity.on === null ? '' : dateWords(validity.on)
    const key =
      validity.by === 'DOCUMENT'
        ? 'lapsedByDocument'
        : validity.validity === 'REPEALED'
          ? 'repealed'
          : 'lapsed'
    const reason = validityReason === '' ? '' : say('kiosk:notice.validityReason', { reason: validityReason })
    const instead =
      replacedBy === null
        ? ''
        : `<br>${escaped(say('kiosk:notice.seeReplacement'))}${refs(page, [replacedBy])}`
    said.push(`${escaped(say(`kiosk:notice.${key}`, { date }))} ${escaped(reason)}${instead}`)
  }
  return said.map((html) => `<p class="banner">${html}</p>`).join('\n')
}

function changeNote(edition: PublicEdition, say: Say): string {
  const { change } = edition.content
  if (!change || change.kind === 'MINOR') return ''
  return `<p class="change-note"><b>${escaped(say(`terms:changeKind.${change.kind}`))}</b> ${dateHtml(edition.publishDate)} ${escaped(say('kiosk:notice.edition', { number: edition.editionNumber }))}<br>${escaped(change.note)}</p>`
}

function information(page: string, edition: PublicEdition, say: Say): string {
  const { content, metadata } = edition
  const date = (value: string | null | undefined) => (value ? dateHtml(value) : '')
  const label = (key: string) => say(`kiosk:notice.${key}`)
  const issuer = content.signature || (content.unit?.name ?? content.office.name)
  const place = content.catalogue
  const matter = edition.matter
  return factsHtml([
    [
      label('indexNumber'),
      `<span class="code">${escaped(edition.indexNumber).replace('/', '/<wbr>')}</span>`,
    ],
    [label('documentNumber'), escaped(content.documentNumber)],
    [label('unit'), escaped(content.unit?.name ?? '')],
    [label('issuer'), issuer === content.unit?.name ? '' : escaped(issuer)],
    [label('documentDate'), date(content.documentDate)],
    [label('issueDate'), date(content.issueDate)],
    [label('publishDate'), date(edition.publishDate)],
    [
      label('validity'),
      metadata.validity === null ? '' : escaped(say(`terms:validity.${metadata.validity.validity}`)),
    ],
    [label('validFrom'), date(content.validity?.from)],
    [label('validTo'), date(content.validity?.to)],
    [
      label('catalogue'),
      place ? escaped([place.name, place.level1, place.level2].filter(Boolean).join(' › ')) : '',
    ],
    [label('genre'), escaped(say(`terms:noticeKind.${content.noticeKind}`))],
    [label('disclosureMode'), escaped(say(`terms:disclosureMode.${content.disclosureMode}`))],
    [label('scope'), metadata.scope === null ? '' : escaped(say(`terms:disclosureScope.${metadata.scope}`))],
    [label('responsibleUnit'), escaped(metadata.responsibleUnit)],
    [label('telephone'), escaped(metadata.telephone)],
    [label('abstract'), escaped(content.abstract ?? '')],
    [label('keywords'), escaped((content.keywords ?? []).join(label('keywordComma')))],
    [label('interprets'), edition.pair.interprets ? refs(page, [edition.pair.interprets]) : ''],
    [label('interpretedBy'), refs(page, edition.pair.interpretedBy)],
    [label('replaces'), refs(page, metadata.replaces)],
    [
      say('kiosk:matters.consultation'),
      matter?.consultation
        ? escaped(
            say('kiosk:matters.fromTo', {
              from: dateWords(matter.consultation.opensOn),
              to: dateWords(matter.consultation.closesOn),
            }),
          ) +
          (content.consultation?.channels ?? [])
            .map(
              ({ channel, detail }) =>
                `<br>${escaped(say(`terms:opinionChannel.${channel}`))} ${escaped(detail)}`,
            )
            .join('')
        : '',
    ],
    [say('portal:site.edition'), escaped(say('kiosk:notice.edition', { number: edition.editionNumber }))],
    [say('kiosk:takeAway.words'), escaped(hashWords(edition.hash).join(' '))],
    [say('portal:site.hash'), `<span class="code">${shortHash(edition.hash)}</span>`],
  ])
}

function attachments(page: string, files: readonly PublicAttachment[], say: Say): string {
  const shown = files.filter(({ role }) => role === 'ATTACHMENT')
  if (shown.length === 0) return ''
  const rows = shown.map(
    (file) =>
      `<li>${linkHtml(page, filePath(file), file.name)} <span class="size">${escaped(sizeWords(file.size))}</span></li>`,
  )
  return `<section class="files"><h2>${escaped(say('kiosk:notice.attachments'))}</h2><ol>${rows.join('\n')}</ol></section>`
}

function sizeWords(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024))
  return kilobytes < 1024 ? `${String(kilobytes)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

function editions(page: string, edition: PublicEdition, say: Say): string {
  if (edition.editions.length < 2) return ''
  const rows = edition.editions
    .toSorted((one, other) => other.editionNumber - one.editionNumber)
    .map((one) => {
      const name = say('kiosk:notice.edition', { number: one.editionNumber })
      const newest = one.hash === (edition.supersededBy ?? edition.hash)
      const here = one.editionNumber === edition.editionNumber
      const state = newest ? 'PUBLISHED' : 'SUPERSEDED'
      const link = editionPath({ indexNumber: edition.indexNumber, editionNumber: one.editionNumber, state })
      const change = one.change
        ? `　${escaped(say(`terms:changeKind.${one.change.kind}`))}　${escaped(one.change.note)}`
        : ''
      return `<li>${here ? `<b>${escaped(name)}</b>` : linkHtml(page, link, name)}　${dateHtml(one.publishDate)}${change}${here ? `　${escaped(say('kiosk:notice.editionThis'))}` : ''}</li>`
    })
  return `<section class="editions"><h2>${escaped(say('kiosk:notice.editions'))}</h2><ul>${rows.join('\n')}</ul></section>`
}

/** A text in another language, set in its own direction. */
function otherLanguage(text: LanguageText, draw: (body: LanguageText['body']) => string, say: Say): string {
  const { tag, direction } = scriptOf(text.language)
  const marks = [
    ...(text.machine ? [say('terms:machineText')] : []),
    ...(text.translator === '' ? [] : [say('terms:translatedBy', { name: text.translator })]),
  ]
  const name = say(`terms:language.${text.language}`)
  const dir = direction === 'RTL' ? 'rtl' : 'ltr'
  const frame = direction === 'VERTICAL_LR' ? ' class="columns" role="group" tabindex="0"' : ' class="script"'
  const label = direction === 'VERTICAL_LR' ? ` aria-label="${escaped(name)}"` : ''
  return `<section class="other-language"><h2>${escaped(name)}</h2>${marks.length > 0 ? `<p class="marks">${escaped(marks.join('　'))}</p>` : ''}
<div${frame}${label} lang="${tag}" dir="${dir}"><h3>${escaped(text.title)}</h3>
${draw(text.body)}</div></section>`
}

/**
 * The page of an edition as the kiosk shows it: banners, title, information block, text, attachments, other languages, editions.
 * @example noticePage(frame, { edition, display: null }).path // 'site/notices/3f/11…_2026-00412.html'
 */
export function noticePage(
  frame: SiteFrame,
  { edition, display }: NoticeOnSite,
): { readonly path: string; readonly html: string } {
  const { say } = frame
  const path = editionPath(edition)
  const { content } = edition
  const draw = (body: LanguageText['body']): string =>
    bodyHtml(body, {
      tableName: say('kiosk:notice.table'),
      picture: (id) => {
        const file = content.attachments.find((one) => one.id === id)
        return file ? linkFrom(path, filePath(file)) : null
      },
    })
  const addressee =
    content.addressee === ''
      ? ''
      : `<p class="addressee">${escaped(content.addressee.replace(/[:：]?$/u, '：'))}</p>`
  const texts = (content.texts ?? []).map((text) => otherLanguage(text, draw, say)).join('\n')
  const body = `<article class="notice">
${banners(path, edition, say)}
<h1>${escaped(content.title)}</h1>
${changeNote(edition, say)}
<div class="parts">
<div class="text"><h2 class="for-ears">${escaped(say('portal:site.text'))}</h2>
${addressee}${draw(content.body)}
</div>
${attachments(path, content.attachments, say)}
${texts}
<section class="information"><h2>${escaped(say('kiosk:notice.facts'))}</h2>
${information(path, edition, say)}
</section>
${display === null ? '' : displayHtml(display, say)}
${editions(path, edition, say)}
</div>
</article>`
  return { path, html: pageHtml(frame, { path, title: content.title, body }) }
}
