/** The style of a site: paper and ink, for reading on any screen and on paper. Faces are those of the reader's computer. */
export const SITE_STYLE = `:root {
  --ground: #f6f4ef;
  --surface: #ffffff;
  --ink: #1d2126;
  --ink-soft: #565d66;
  --rule: #dcd8cf;
  --act: #17536f;
  --act-soft: #e4eef3;
  --warn: #8a5a00;
  --warn-soft: #fdf5e3;
  --sans: "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif;
  --serif: "Noto Serif SC", "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif;
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0;
  background: var(--ground);
  color: var(--ink);
  font: 17px/1.75 var(--sans);
  font-variant-numeric: tabular-nums;
  text-spacing-trim: trim-start;
  text-autospace: no-autospace;
  line-break: strict;
  overflow-wrap: break-word;
}
a { color: var(--act); text-underline-offset: 3px; text-decoration-thickness: 1px; }
a:focus-visible, [tabindex]:focus-visible, input:focus-visible, button:focus-visible { outline: 3px solid var(--act); outline-offset: 2px; }
h1 { margin: 0 0 16px; font: 700 30px/1.4 var(--serif); text-wrap: balance; }
h2 { margin: 40px 0 12px; font-size: 20px; line-height: 1.5; }
h3 { margin: 24px 0 8px; font-size: 17px; }
p { margin: 0 0 12px; text-wrap: pretty; }
.skip { position: absolute; left: -9999px; }
.skip:focus { left: 8px; top: 8px; padding: 8px 16px; background: var(--surface); }
.for-ears { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.site-head, main, .site-foot { max-width: 1040px; margin: 0 auto; padding: 0 32px; }
.site-head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 24px; padding-top: 24px; }
.site-name { flex: 1 1 320px; }
.site-name a { color: inherit; text-decoration: none; }
.board-name { font: 700 24px/1.4 var(--serif); }
.office-name { margin-left: 8px; color: var(--ink-soft); }
.as-of { margin: 0; color: var(--ink-soft); font-size: 15px; }
.site-head nav { flex: 1 0 100%; border-bottom: 1px solid var(--rule); }
nav ul { display: flex; flex-wrap: wrap; gap: 0 8px; margin: 0; padding: 0; list-style: none; }
nav a { display: inline-block; padding: 10px 12px; text-decoration: none; }
nav a:hover { text-decoration: underline; }
.site-head nav li:first-child a { padding-left: 0; }
nav a[aria-current] { color: var(--ink); font-weight: 700; box-shadow: inset 0 -3px var(--act); }
main { padding-top: 32px; padding-bottom: 48px; min-height: 60vh; }
.site-foot { padding-bottom: 32px; color: var(--ink-soft); font-size: 15px; }
.site-foot::before { content: ""; display: block; margin-bottom: 16px; border-top: 1px solid var(--rule); }
.site-foot p { margin: 0 0 4px; }
.total { color: var(--ink-soft); }
.ways { display: grid; grid-template-columns: repeat(auto-fill, minmax(232px, 1fr)); gap: 0 24px; margin: 0; padding: 0; list-style: none; }
.ways li { display: flex; justify-content: space-between; align-items: baseline; gap: 12px; border-bottom: 1px solid var(--rule); }
.ways a { flex: 1; padding: 10px 0; text-decoration: none; }
.ways a:hover { text-decoration: underline; }
.count { color: var(--ink-soft); font-size: 15px; white-space: nowrap; }
.tiles { grid-template-columns: repeat(auto-fill, minmax(168px, 1fr)); gap: 12px; }
.tiles li { display: block; padding: 0; border: 1px solid var(--rule); border-radius: 10px; background: var(--surface); position: relative; }
.tiles a { display: block; padding: 14px 16px 40px; font-weight: 700; font-size: 19px; }
.tiles a::after { content: ""; position: absolute; inset: 0; }
.tiles .count { position: absolute; left: 16px; bottom: 12px; }
.lines { margin: 0; padding: 4px 24px; list-style: none; background: var(--surface); border: 1px solid var(--rule); border-radius: 10px; }
.lines:empty { display: none; }
.lines li { display: grid; grid-template-columns: max-content 1fr max-content; align-items: baseline; gap: 4px 12px; padding: 12px 0; border-bottom: 1px solid var(--rule); }
.lines li:last-child { border-bottom: 0; }
.lines .line { text-wrap: pretty; }
.lines a { text-decoration: none; }
.lines a:hover { text-decoration: underline; }
.lines small { display: inline-block; color: var(--ink-soft); font-size: 14px; }
.lines time { color: var(--ink-soft); font-size: 15px; white-space: nowrap; }
.tag { min-width: 3.6em; padding: 0 6px; border: 1px solid var(--act); border-radius: 5px; color: var(--act); font-size: 14px; line-height: 1.6; text-align: center; white-space: nowrap; }
.lines + p { margin-top: 16px; }
.years { margin: 0 0 16px; }
.pages { display: flex; flex-wrap: wrap; align-items: baseline; gap: 8px 24px; margin-top: 16px; }
.pages p { margin: 0; color: var(--ink-soft); }
.pages b { display: inline-block; padding: 10px 12px; }
.banner { padding: 12px 16px; border-left: 6px solid var(--warn); background: var(--warn-soft); }
.change-note { padding: 8px 0 8px 16px; border-left: 4px solid var(--act); }
.notice > h1 { padding: 8px 0; }
.parts { display: grid; grid-template-columns: minmax(0, 1fr) 320px; grid-template-areas: "text information"; gap: 0 32px; align-items: start; }
.parts > * { grid-column: 1; min-width: 0; }
.parts > .information { grid-column: 2; grid-row: 1 / span 20; }
.text { padding: 32px 40px; background: var(--surface); border: 1px solid var(--rule); border-radius: 10px; }
.text > *:first-child + * { margin-top: 0; }
.text > *:last-child { margin-bottom: 0; }
.text p, .script p { text-align: justify; }
.text p { text-indent: 2em; }
.text p.align-right, .text p.align-center, .text td p, .text th p, .text li p, .text .addressee { text-indent: 0; }
.align-right { text-align: right !important; }
.align-center { text-align: center !important; }
.text h3, .text h4, .text h5, .text h6 { margin: 24px 0 8px; font-size: 18px; text-indent: 2em; }
.text h3.align-center { text-indent: 0; }
.information { font-size: 16px; }
.information h2, .files h2, .display h2, .editions h2, .other-language h2 { margin-top: 0; font-size: 18px; }
.files, .display, .editions, .other-language { margin-top: 32px; }
.facts { margin: 0; }
.facts div { padding: 8px 0; border-bottom: 1px solid var(--rule); }
.facts dt { color: var(--ink-soft); font-size: 14px; line-height: 1.5; }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.gone .facts, .display .facts { max-width: 640px; }
.files ol, .editions ul { margin: 0; padding: 0 0 0 24px; }
.files li, .editions li { padding: 4px 0; }
.size { color: var(--ink-soft); font-size: 15px; white-space: nowrap; }
.marks { color: var(--ink-soft); font-size: 15px; }
.script, .columns { padding: 24px; background: var(--surface); border: 1px solid var(--rule); border-radius: 10px; line-height: 1.9; }
.columns { writing-mode: vertical-lr; height: 480px; max-width: 100%; overflow-x: auto; }
.table-frame { overflow-x: auto; margin: 16px 0; }
table { border-collapse: collapse; min-width: 100%; font-size: 15px; line-height: 1.5; }
th, td { padding: 6px 10px; border: 1px solid #b9b3a6; text-align: left; vertical-align: top; min-width: 4em; }
th { background: var(--ground); }
td p, th p { margin: 0; text-align: left !important; }
figure { margin: 16px 0; text-align: center; }
img { max-width: 100%; height: auto; }
.search-line { display: flex; gap: 12px; max-width: 640px; }
label { display: block; margin-bottom: 8px; color: var(--ink-soft); }
input { flex: 1; min-width: 0; padding: 10px 14px; border: 2px solid var(--act); border-radius: 8px; background: var(--surface); color: inherit; font: inherit; }
button { padding: 10px 24px; border: 0; border-radius: 8px; background: var(--act); color: #fff; font: inherit; cursor: pointer; }
.said { margin-top: 16px; }
[hidden] { display: none !important; }
@media (max-width: 760px) {
  .site-head, main, .site-foot { padding-left: 16px; padding-right: 16px; }
  .site-head { padding-top: 16px; }
  .office-name { display: block; margin: 0; }
  h1 { font-size: 25px; }
  main { padding-top: 24px; }
  .parts { display: block; }
  .parts > .information { margin-top: 32px; }
  .text { padding: 20px 16px; margin: 0 -16px; border-left: 0; border-right: 0; border-radius: 0; }
  .lines { padding: 4px 16px; margin: 0 -16px; border-left: 0; border-right: 0; border-radius: 0; }
  .lines li { grid-template-columns: max-content 1fr; }
  .lines .line { grid-column: 1 / -1; grid-row: 2; }
  .lines time { text-align: right; }
  .tiles { grid-template-columns: 1fr 1fr; }
  nav a { padding: 12px 8px; }
}
@media print {
  @page { margin: 20mm 22mm; }
  body { background: #fff; font-size: 12pt; }
  .site-head nav, .skip, .years, .pages, form { display: none; }
  .site-head, main, .site-foot { max-width: none; padding: 0; }
  .parts { display: block; }
  .text, .lines, .script { border: 0; padding: 0; }
  .information { margin-top: 24pt; break-inside: avoid; }
  .facts div { display: grid; grid-template-columns: 7em 1fr; padding: 2pt 0; break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
  .table-frame { overflow: visible; }
  thead { display: table-header-group; }
  tr, figure { break-inside: avoid; }
  h1, h2, h3 { break-after: avoid; }
}
`
