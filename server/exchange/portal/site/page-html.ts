import type { PublicOffice } from '../../../display/views.ts'
import { escaped } from '../../../plain-page.ts'
import { linkFrom } from './site-path.ts'
import { instantWords, type Say } from './site-words.ts'

/** What every page of a site is made with. */
export type SiteFrame = {
  readonly office: PublicOffice
  /** Instant of the board shown, UTC. */
  readonly asOf: string
  readonly say: Say
}

/** One page. */
export type PageParts = {
  /** Its path from the root of the site. */
  readonly path: string
  readonly title: string
  /** HTML of what is in it. */
  readonly body: string
  /** Which of the links on top is the page itself; empty for none. */
  readonly here?: 'home' | 'all' | 'withdrawn' | 'search'
  /** Scripts by their path from the root; a page reads without them. */
  readonly scripts?: readonly string[]
}

// Nothing from outside, nothing inline: what got into a notice all the same would not run. `file:` is named since for a page from a
// stick 'self' is nothing.
const POLICY =
  "default-src 'none'; img-src 'self' file:; style-src 'self' file:; script-src 'self' file:; base-uri 'none'; form-action 'none'"

const LINKS = [
  ['home', 'index.html'],
  ['all', 'site/lists.html'],
  ['withdrawn', 'site/withdrawn.html'],
  ['search', 'site/search.html'],
] as const

/**
 * A link from a page to another file of the site.
 * @example linkHtml('lists/all/2026-1.html', 'index.html', '首页') // '<a href="../../index.html">首页</a>'
 */
export function linkHtml(page: string, target: string, text: string, more = ''): string {
  return `<a href="${escaped(linkFrom(page, target))}"${more}>${escaped(text)}</a>`
}

/**
 * A whole page: whose board, as of when, the ways through the site, the content, and what a copy is worth.
 * @example pageHtml(frame, { path: 'index.html', title: '首页', body: '<h1>…</h1>' })
 */
export function pageHtml(frame: SiteFrame, page: PageParts): string {
  const { office, asOf, say } = frame
  const up = (target: string) => escaped(linkFrom(page.path, target))
  const links = LINKS.map(([name, target]) =>
    linkHtml(page.path, target, say(`portal:site.${name}`), page.here === name ? ' aria-current="page"' : ''),
  )
  const scripts = (page.scripts ?? []).map((script) => `<script src="${up(script)}" defer></script>\n`)
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(page.title === office.name ? page.title : `${page.title} · ${office.name}`)}</title>
<link rel="stylesheet" href="${up('site/site.css')}">
<link rel="alternate" type="application/atom+xml" href="${up('site/feed.atom')}" title="${escaped(say('portal:feed.title', { office: office.name }))}">
${scripts.join('')}</head>
<body>
<a class="skip" href="#content">${escaped(say('portal:site.skip'))}</a>
<header class="site-head">
<div class="site-name"><a href="${up('index.html')}"><span class="board-name">${escaped(say('kiosk:boardName'))}</span> <span class="office-name">${escaped(office.name)}</span></a></div>
<p class="as-of">${escaped(say('portal:site.asOf', { at: instantWords(asOf) }))}</p>
<nav aria-label="${escaped(say('portal:site.ways'))}"><ul>${links.map((link) => `<li>${link}</li>`).join('')}</ul></nav>
</header>
<main id="content">
${page.body}
</main>
<footer class="site-foot">
<p>${escaped(say('portal:site.copy', { office: office.name, at: instantWords(asOf) }))}</p>
<p>${[office.address, office.telephone, office.openingHours]
    .filter((text) => text !== '')
    .map(escaped)
    .join('　')}</p>
</footer>
</body>
</html>
`
}

/**
 * A block of facts; what is not known is not shown.
 * @example factsHtml([['索引号', escaped('11…/2026-00412')]])
 */
export function factsHtml(facts: readonly (readonly [name: string, html: string])[]): string {
  const known = facts.filter(([, html]) => html !== '')
  return `<dl class="facts">${known.map(([name, html]) => `<div><dt>${escaped(name)}</dt><dd>${html}</dd></div>`).join('\n')}</dl>`
}
