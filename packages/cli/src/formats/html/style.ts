/** The page's whole style: nothing is loaded from anywhere. */
export const style = `
:root {
  --error: #b42318; --warning: #93590a; --info: #175cd3; --hint: #475467; --good: #067647;
  --error-back: #fef0ee; --warning-back: #fff6e0; --info-back: #edf4ff; --hint-back: #f2f4f7;
  --ink: #1d2433; --soft: #667085; --line: #e4e7ec; --paper: #fff; --desk: #f6f7f9;
  --sans: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif;
  --serif: "Songti SC", SimSun, "Noto Serif CJK SC", "Noto Serif SC", serif;
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--desk); color: var(--ink); font: 15px/1.7 var(--sans); }
a { color: inherit; }
header, main, footer { max-width: 1240px; margin: 0 auto; padding: 0 28px; }
header { padding-top: 36px; }
h1 { margin: 0 0 4px; font-size: 26px; letter-spacing: .06em; }
h2 { margin: 0; font-size: 19px; overflow-wrap: anywhere; }
h3 { margin: 36px 0 10px; font-size: 16px; }
.soft { color: var(--soft); }
.counts { display: flex; flex-wrap: wrap; gap: 10px; margin: 18px 0 0; padding: 0; list-style: none; }
.counts li, .counts label { border: 1px solid var(--line); border-radius: 999px; padding: 2px 14px; background: var(--paper); }
.counts label { cursor: pointer; user-select: none; }
.counts input { margin: 0 6px 0 0; vertical-align: -1px; accent-color: var(--soft); }
.counts b { font-variant-numeric: tabular-nums; }
.error { --tone: var(--error); --back: var(--error-back); }
.warning { --tone: var(--warning); --back: var(--warning-back); }
.info { --tone: var(--info); --back: var(--info-back); }
.hint { --tone: var(--hint); --back: var(--hint-back); }
.counts .error b, .counts .warning b, .counts .info b, .counts .hint b { color: var(--tone); }
nav ul { margin: 22px 0 0; padding: 0; list-style: none; border-top: 1px solid var(--line); }
nav li { display: flex; gap: 14px; justify-content: space-between; padding: 7px 2px; border-bottom: 1px solid var(--line); }
nav a { text-decoration: none; overflow-wrap: anywhere; }
nav a:hover { text-decoration: underline; }
nav .tally span { color: var(--tone); margin-left: 12px; white-space: nowrap; }
section.draft { margin: 34px 0 56px; }
section.draft > .head { padding-bottom: 12px; }
.page { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 26px 0; }
.row { display: grid; grid-template-columns: minmax(0, 1fr) 400px; }
.row > .text { padding: 3px 30px 3px 62px; position: relative; font: 17px/1.95 var(--serif); overflow-wrap: anywhere; white-space: pre-wrap; }
.row > .text > .number { position: absolute; left: 0; width: 44px; text-align: right; color: #b0b7c3; font: 12px/2.75 var(--sans); user-select: none; text-decoration: none; }
.row > .notes { padding: 3px 26px 3px 0; }
.row:target > .text { background: linear-gradient(90deg, #fdf6d8, transparent); }
mark { background: var(--back); color: inherit; border-bottom: 2px solid var(--tone); padding: 1px 0; }
mark a { text-decoration: none; }
.card { border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 8px; background: var(--paper); padding: 9px 14px 10px; margin: 4px 0 12px; font-size: 14px; line-height: 1.65; }
.card:target { box-shadow: 0 0 0 3px var(--back); }
.card p { margin: 0; overflow-wrap: anywhere; }
.card .what { font-weight: 600; }
.card .what .severity { color: var(--tone); margin-right: 8px; }
.card .advice { margin-top: 4px; }
.card ul { margin: 5px 0 0; padding: 0; list-style: none; color: var(--soft); font-size: 13px; }
.card li a { text-decoration: none; border-bottom: 1px dotted; margin-right: 6px; font-variant-numeric: tabular-nums; }
.card code { display: block; margin-top: 5px; color: var(--soft); font-size: 12px; }
.whole { padding: 0 26px 12px 62px; border-bottom: 1px dashed var(--line); margin-bottom: 16px; display: grid; gap: 0 16px; grid-template-columns: repeat(auto-fill, minmax(340px, 1fr)); }
.open { background: #fffaeb; border: 1px solid #fedf89; border-radius: 8px; padding: 10px 18px; margin: 0 0 14px; }
.open p { margin: 2px 0; }
table { width: 100%; border-collapse: collapse; background: var(--paper); font-size: 14px; line-height: 1.6; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 10px; }
th, td { text-align: left; vertical-align: top; padding: 7px 12px; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
tr:last-child td { border-bottom: 0; }
th { font-weight: 600; color: var(--soft); white-space: nowrap; background: #fafbfc; }
td.nowrap { white-space: nowrap; font-variant-numeric: tabular-nums; }
td.inconsistent, td.unanswered { color: var(--error); font-weight: 600; white-space: nowrap; }
td.question, td.weak { color: var(--warning); font-weight: 600; white-space: nowrap; }
td.consistent, td.answered { color: var(--good); white-space: nowrap; }
td.unchecked, td.not-checkable { color: var(--soft); white-space: nowrap; }
summary { cursor: pointer; font-size: 16px; font-weight: 600; margin: 26px 0 10px; }
footer { padding: 0 28px 40px; color: var(--soft); font-size: 13px; }
body:has(#show-error:not(:checked)) .card.error, body:has(#show-warning:not(:checked)) .card.warning,
body:has(#show-info:not(:checked)) .card.info, body:has(#show-hint:not(:checked)) .card.hint { display: none; }
body:has(#show-error:not(:checked)) mark.error, body:has(#show-warning:not(:checked)) mark.warning,
body:has(#show-info:not(:checked)) mark.info, body:has(#show-hint:not(:checked)) mark.hint { background: none; border: 0; }
@media (max-width: 900px) {
  .row { grid-template-columns: minmax(0, 1fr); }
  .row > .text { padding-right: 22px; }
  .row > .notes { padding: 0 22px 0 62px; }
  .whole { grid-template-columns: minmax(0, 1fr); }
}
@media print {
  @page { margin: 16mm 14mm; }
  body { background: none; font-size: 10.5pt; }
  header, main, footer { max-width: none; padding: 0; }
  .page, .scroll { border: 0; padding: 0; }
  .row { grid-template-columns: minmax(0, 1fr) 62mm; }
  .row > .text { padding: 1pt 10pt 1pt 26pt; font-size: 11pt; line-height: 1.7; }
  .row > .text > .number { width: 18pt; font-size: 7pt; }
  .row > .notes { padding: 0; }
  .card { break-inside: avoid; font-size: 8.5pt; padding: 4pt 7pt; margin: 0 0 5pt; }
  .card ul, .card code { font-size: 7.5pt; }
  .whole { padding: 0 0 6pt; grid-template-columns: 1fr 1fr; }
  .counts input { display: none; }
  section.draft { break-before: page; margin: 0; }
  tr { break-inside: avoid; }
  details > summary { list-style: none; }
}
`
